import AWSModel
import AlarmEvaluation
import FailureDetection
import TerraformModel

/// The alarms that watch each resource, as a simulation evaluates them.
struct AlarmsByResource {
  private var metrics: [Address: [WatchingAlarm]] = [:]
  private var composites: [WatchingAlarm] = []
  /// Which of them read an alarm, by its name.
  private var readers: [String: Set<Int>] = [:]
  let recipients: RecipientIndex
  /// Alarms that read a resource and are not simulated, with the reason.
  private(set) var unsimulated: [Address: [String]] = [:]
  /// By name.
  private(set) var addresses: [String: Address] = [:]
  /// Alarms that may notice more than is known of them, by what they read.
  private var unclear: [Address: Declaration] = [:]
  /// Alarms of which it is known only after apply whom they notify.
  private let undecided: Set<Address>

  init(_ stack: DeclaredStack) {
    recipients = RecipientIndex(stack)
    undecided = Set(
      stack.alarms.compactMap { alarm in
        let isDecided = alarm.alarmActions?.allSatisfy { !$0.isUndecided || !$0.references.isEmpty } ?? false
        return isDecided || alarm.isMuted ? nil : alarm.declaration.address
      })
    var stages: [Address: [Declaration]] = [:]
    for (type, argument) in [(Stage.type, "rest_api_id"), (HTTPStage.type, "api_id")] {
      for stage in stack.managed(type) {
        guard case .text(let id)? = stage.block[argument], let api = stack.target(of: id) else { continue }
        stages[api.address, default: []].append(stage)
      }
    }
    let owners = MetricOwners(
      stack: stack, stages: stages, resources: NamedResources(stack), functions: WatchedFunctions(stack))
    let byAlarm = Dictionary(grouping: stack.metricReadings, by: \.alarm.address)
    for declaration in stack.managed(MetricAlarm.type) {
      let alarm = declaration.address
      guard let readings = byAlarm[alarm] else { continue }
      let read = readings.map { owners.resources(of: $0) }
      let all = Set(read.flatMap(\.self))
      // An alarm on several resources is in the state that all of them bring about together.
      let common = read.dropFirst().reduce(Set(read.first ?? [])) { $0.intersection($1) }
      if readings.contains(where: { $0.statistic == nil }) {
        for address in all { unclear[address] = declaration }
      }
      do throws(AlarmReadingError) {
        guard case .metric(let subject) = try AlarmSubject(declaration, in: stack),
          let condition = subject.condition(of: readings)
        else {
          for address in all { unsimulated[address, default: []].append(declaration.resource.name) }
          continue
        }
        for address in all.subtracting(common) { unsimulated[address, default: []].append(declaration.resource.name) }
        let watching = WatchingAlarm(
          declaration.alarmName(in: stack), .metric(condition), notifies: !recipients[alarm].isEmpty)
        addresses[watching.name] = alarm
        for address in common { metrics[address, default: []].append(watching) }
      } catch {
        for address in all { unsimulated[address, default: []].append(declaration.resource.name) }
        if case .undetermined = error { for address in all { unclear[address] = declaration } }
      }
    }
    for address in metrics.keys { metrics[address]?.sort { $0.name < $1.name } }
    for composite in stack.managed(CompositeAlarm.type) {
      guard case .composite(_, let condition)? = try? AlarmSubject(composite, in: stack) else { continue }
      let alarm = WatchingAlarm(
        composite.alarmName(in: stack), .composite(condition), notifies: !recipients[composite.address].isEmpty)
      addresses[alarm.name] = composite.address
      for name in condition.alarms { readers[name, default: []].insert(composites.count) }
      composites.append(alarm)
    }
  }

  /// The alarms on a resource, and the composite alarms that read them, or that read other such composite alarms.
  subscript(resource: Address) -> [WatchingAlarm] {
    let own = metrics[resource, default: []]
    guard !composites.isEmpty else { return own }
    var reached: Set<Int> = []
    var names = own.map(\.name)
    while let name = names.popLast() {
      for index in readers[name, default: []] where reached.insert(index).inserted {
        names.append(composites[index].name)
      }
    }
    return own + reached.sorted().map { composites[$0] }
  }

  /// An alarm on a resource of which too little is known to tell what it notices.
  func unclearAlarm(on resource: Address) -> Declaration? { unclear[resource] }

  /// Whether it is known only after apply whom an alarm notifies.
  func isUndecided(_ alarm: WatchingAlarm) -> Bool { addresses[alarm.name].map(undecided.contains) ?? false }
}

extension Declaration {
  /// What composite alarms call an alarm.
  fileprivate func alarmName(in stack: DeclaredStack) -> String {
    block["alarm_name"]?.text(in: stack) ?? physicalName ?? resource.name
  }
}

extension MetricAlarmSubject {
  /// - Returns: `nil` for an alarm that is not simulated, such as one on anomalies or on a trimmed mean.
  fileprivate func condition(of readings: [MetricReading]) -> WatchingAlarm.MetricCondition? {
    // CloudWatch accepts a week of periods at most.
    guard let threshold, product(period, rule.periods) <= 604_800 else { return nil }
    let measurement: Measurement
    if let math {
      var metrics: [String: Measurement] = [:]
      for reading in readings {
        guard let id = reading.queryID, let metric = reading.measurement else { return nil }
        metrics[id] = metric
      }
      guard math.metrics.allSatisfy({ metrics[$0] != nil }) else { return nil }
      measurement = .math(math.result, metrics: metrics, expressions: math.expressions)
    } else {
      guard readings.count == 1, let metric = readings[0].measurement else { return nil }
      measurement = metric
    }
    return WatchingAlarm.MetricCondition(
      measurement, threshold, rule, periodMinutes: max(1, (period + 59) / 60), publicationDelay: metricDelay,
      neededSamples: neededSamples)
  }
}
