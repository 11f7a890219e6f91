import AWSModel
import AlarmEvaluation
import FailureDetection
import TerraformModel

/// The alarms that watch each resource, as a simulation evaluates them.
struct AlarmsByResource {
  private let stack: DeclaredStack
  private var metrics: [Address: [WatchingAlarm]] = [:]
  private var composites: [WatchingAlarm] = []
  let recipients: RecipientIndex
  /// Alarms that read a resource and are not simulated, with the reason.
  private(set) var unsimulated: [Address: [String]] = [:]
  /// By name.
  private(set) var addresses: [String: Address] = [:]
  private let stages: [Address: [Declaration]]

  init(_ stack: DeclaredStack) {
    self.stack = stack
    recipients = RecipientIndex(stack)
    var stages: [Address: [Declaration]] = [:]
    for (type, argument) in [(Stage.type, "rest_api_id"), (HTTPStage.type, "api_id")] {
      for stage in stack.managed(type) {
        guard case .text(let id)? = stage.block[argument], let api = stack.target(of: id) else { continue }
        stages[api.address, default: []].append(stage)
      }
    }
    self.stages = stages
    let resources = NamedResources(stack)
    let functions = WatchedFunctions(stack)
    for (alarm, readings) in Dictionary(grouping: stack.metricReadings, by: \.alarm.address) {
      guard let declaration = stack.declaration(at: alarm) else { continue }
      let owners = readings.map { self.owners(of: $0, resources, functions) }
      let all = Set(owners.flatMap(\.self))
      // An alarm on several resources is in the state that all of them bring about together.
      let common = owners.dropFirst().reduce(Set(owners.first ?? [])) { $0.intersection($1) }
      do throws(AlarmReadingError) {
        guard case .metric(let subject) = try AlarmSubject(declaration, in: stack),
          let condition = subject.condition(of: readings)
        else {
          for address in all { unsimulated[address, default: []].append(declaration.resource.name) }
          continue
        }
        for address in all.subtracting(common) { unsimulated[address, default: []].append(declaration.resource.name) }
        let watching = WatchingAlarm(name(of: declaration), .metric(condition), notifies: !recipients[alarm].isEmpty)
        addresses[watching.name] = alarm
        for address in common { metrics[address, default: []].append(watching) }
      } catch {
        for address in all { unsimulated[address, default: []].append(declaration.resource.name) }
      }
    }
    for address in metrics.keys { metrics[address]?.sort { $0.name < $1.name } }
    for composite in stack.managed(CompositeAlarm.type) {
      guard case .composite(_, let condition)? = try? AlarmSubject(composite, in: stack) else { continue }
      let alarm = WatchingAlarm(
        name(of: composite), .composite(condition), notifies: !recipients[composite.address].isEmpty)
      addresses[alarm.name] = composite.address
      composites.append(alarm)
    }
  }

  /// The alarms on a resource and the composite alarms that may read them.
  subscript(resource: Address) -> [WatchingAlarm] {
    let own = metrics[resource, default: []]
    return own.isEmpty ? [] : own + composites
  }

  /// What composite alarms call an alarm.
  private func name(of alarm: Declaration) -> String {
    alarm.block["alarm_name"]?.text(in: stack) ?? alarm.physicalName ?? alarm.resource.name
  }

  /// The resources that a metric is of as a whole: of an API, its stages.
  private func owners(
    of reading: MetricReading, _ resources: NamedResources, _ functions: WatchedFunctions
  ) -> [Address] {
    guard let dimensions = reading.dimensions else { return [] }
    switch reading.namespace {
    case "AWS/Lambda":
      guard let function = resources.declaration("FunctionName", of: reading),
        functions.isReading(reading, of: function) == true
      else { return [] }
      return [function.address]
    case "AWS/ApiGateway":
      guard dimensions.keys.allSatisfy(["ApiName", "ApiId", "Stage"].contains),
        let api = resources.declaration("ApiName", of: reading) ?? resources.declaration("ApiId", of: reading)
      else { return [] }
      return stages[api.address, default: []].filter { stage in
        guard let named = dimensions["Stage"] else { return true }
        if let reference = named.references.first { return reference.address == stage.address }
        guard let value = stage.block[stage.address.type == Stage.type ? "stage_name" : "name"] else { return false }
        return value.text(in: stack) == stack.resolved(named)
      }.map(\.address)
    case "AWS/SQS": return [resources.declaration("QueueName", of: reading)?.address].compactMap(\.self)
    case "AWS/DynamoDB": return [resources.declaration("TableName", of: reading)?.address].compactMap(\.self)
    case "AWS/States": return [resources.declaration("StateMachineArn", of: reading)?.address].compactMap(\.self)
    default: return []
    }
  }
}

extension MetricAlarmSubject {
  /// - Returns: `nil` for an alarm that is not simulated, such as one on anomalies or on a trimmed mean.
  fileprivate func condition(of readings: [MetricReading]) -> WatchingAlarm.MetricCondition? {
    guard let threshold else { return nil }
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
