import AWSModel
import TerraformModel

/// Which alarms watch which resources, be they declared by type or not.
struct WatchingAlarms {
  private struct Watched: Hashable {
    let address: Address
    let metric: String
  }

  private let stack: DeclaredStack
  private let subscriptions: SubscriptionIndex
  private let functions: WatchedFunctions
  private var alarms: [Watched: [Declaration]] = [:]
  /// Namespaces of which some alarm does not say what it is about; `nil` stands for one that could be about anything.
  private var inDoubt: Set<String?> = []
  /// Whether some alarm says nothing of the metrics that it reads.
  private var hasUnreadable = false
  /// The composite alarms that look at an alarm.
  private var composites = Evidence<Address, Address>()
  private let actions: [Address: DeclaredAlarm]

  init(_ stack: DeclaredStack) {
    self.stack = stack
    subscriptions = SubscriptionIndex(stack)
    functions = WatchedFunctions(stack)
    actions = Dictionary(stack.alarms.map { ($0.declaration.address, $0) }, uniquingKeysWith: { first, _ in first })
    let resources = NamedResources(stack)
    var known: Set<Address> = []
    for reading in stack.metricReadings {
      known.insert(reading.alarm.address)
      note(reading, resources)
    }
    let unread = stack.managed(MetricAlarm.type).filter { !known.contains($0.address) }
    if !unread.isEmpty { inDoubt.insert(nil) }
    let undecided = Set(stack.undecidedAlarms.map(\.alarm.address))
    hasUnreadable = unread.contains { !undecided.contains($0.address) }
    noteComposites()
  }

  private mutating func note(_ reading: MetricReading, _ resources: NamedResources) {
    for kind in Coverage.Kind.allCases where kind.namespace == reading.namespace {
      guard let name = kind.dimension else { continue }
      guard let dimensions = reading.dimensions else {
        inDoubt.insert(reading.namespace)
        continue
      }
      guard let value = dimensions[name] else { continue }
      switch resources.resource(value, as: NamedDimension.named(name, in: reading.namespace), in: reading.alarm.region)
      {
      case .declared(let resource):
        guard isWhole(reading, of: resource, by: name), sees(reading, resource, by: value),
          reading.noticesHighValues, reading.isTelling
        else { continue }
        alarms[Watched(address: resource.address, metric: reading.name), default: []].append(reading.alarm)
      case .unknown: inDoubt.insert(reading.namespace)
      case .misses, .missing: continue
      }
    }
  }

  /// Whether the dimensions of a reading are of all of a resource: a part of it, such as one route, is not the whole.
  private func isWhole(_ reading: MetricReading, of resource: Declaration, by dimension: String) -> Bool {
    if resource.address.type == LambdaFunction.type { return functions.isReading(reading, of: resource) == true }
    return reading.dimensions?.keys.allSatisfy { [dimension, "Stage", "Operation"].contains($0) } ?? false
  }

  /// Whether the alarm is where the metric is. An alarm sees nothing outside its own region, and CloudFront's replicas of
  /// a function report in the regions where they run.
  private func sees(_ reading: MetricReading, _ resource: Declaration, by value: Text) -> Bool {
    guard resource.address.type == LambdaFunction.type, resource.region == .usEast1, let name = stack.resolved(value),
      LambdaFunction.name(ofReplica: name) != nil
    else { return resource.region == reading.alarm.region }
    return resource.region != reading.alarm.region
  }

  private mutating func noteComposites() {
    let byName = Dictionary(
      stack.managed(MetricAlarm.type).compactMap { alarm in
        alarm.block["alarm_name"]?.text(in: stack).map { ($0, alarm.address) }
      }, uniquingKeysWith: { first, _ in first })
    for composite in stack.subjects(CompositeAlarm.self) {
      composites.record(composite.declaration) { () throws(DecodingFailure) in
        try composite[\.rule].alarmNames.compactMap { name in
          let alarm = stack.target(of: name)?.address ?? stack.resolved(name).flatMap { byName[$0] }
          return alarm.map { ($0, composite.address) }
        }
      }
    }
  }

  func covers(_ concern: MetricConcern, of resource: Declaration, _ kind: Coverage.Kind) -> Bool {
    concern.metrics(in: kind.namespace ?? "").contains { names in
      names.allSatisfy { alarms[Watched(address: resource.address, metric: $0)] != nil }
    }
  }

  /// Whether an alarm on a concern watches a function, by what the rules about functions' alarms ask.
  func answer(_ concern: MetricConcern, of function: Subject<LambdaFunction>) -> Coverage.Answer {
    do throws(DecodingFailure) {
      let isCovered =
        switch concern {
        case .failure: try functions.hasErrorAlarm(function)
        case .slowness: try functions.hasSlownessAlarm(function)
        case .refusal: try functions.hasThrottleAlarm(function)
        case .timeout, .waiting, .backlog: false
        }
      return isCovered ? .yes : hasUnreadable ? .unknown : .no
    } catch { return .unknown }
  }

  /// Every alarm on one of the concerns.
  func alarms(on concerns: [MetricConcern], of resource: Declaration, _ kind: Coverage.Kind) -> [Declaration] {
    concerns.flatMap { $0.metrics(in: kind.namespace ?? "") }.flatMap { $0.sorted() }
      .flatMap { alarms[Watched(address: resource.address, metric: $0)] ?? [] }
  }

  /// Whether an alarm on something of the kind may be there and not have been understood.
  func mayBeMissing(of kind: Coverage.Kind) -> Bool {
    inDoubt.contains(nil) || inDoubt.contains(kind.namespace)
  }

  /// Whether one of the alarms notifies a subscriber, either itself or through a composite alarm that refers to it.
  func heard(_ alarms: [Declaration], orElse silence: () -> Coverage.Answer) -> Coverage.Answer {
    let speaking = alarms.map(\.address).flatMap { [$0] + composites[$0] }
    let isComplete = alarms.allSatisfy { (try? composites.all(for: $0.address)) != nil }
    let answers = Set(speaking.map { hearing(of: $0) })
    if answers.contains(.yes) { return .yes }
    return answers.contains(.unknown) || !isComplete ? .unknown : silence()
  }

  private func hearing(of alarm: Address) -> Coverage.Answer {
    guard let alarm = actions[alarm], !alarm.isMuted else { return .no }
    guard let topics = alarm.alarmActions else { return .unknown }
    let answers = topics.map { topic -> Coverage.Answer in
      guard let isSubscribed = try? subscriptions.first(of: topic) != nil else { return .unknown }
      if isSubscribed { return .yes }
      // The subscribers of another stack's topic are declared there.
      return stack.target(of: topic) == nil ? .unknown : .no
    }
    return [.yes, .unknown].first(where: answers.contains) ?? .no
  }
}

extension MetricReading {
  /// Whether its statistic says what a concern is about: of times that is what the slowest get.
  fileprivate var isTelling: Bool {
    switch published?.kind {
    case .time, .briefTime:
      return statistic != nil && mayReadTheSlowest
    case .count, .outcome, .level, .age, .percentage, .share, .amount, .runningTotal, .unexamined, nil: return true
    }
  }
}
