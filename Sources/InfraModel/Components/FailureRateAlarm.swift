/// An alarm on the share of an API's requests that end in 5xx, so that one failure at night wakes nobody and one in a
/// hundred at noon does.
public struct FailureRateAlarm: Component {
  public var name: String
  public var failures: Metric
  public var requests: Metric
  /// In per cent.
  public var limit: Double
  public var description: String
  public var alerts: ARN<Topic>

  /// `limit`: In per cent of the requests, three periods out of five.
  public init(
    _ name: String, when failures: Metric, among requests: Metric, isAbove limit: Double, notify alerts: ARN<Topic>,
    description: String
  ) {
    self.name = name
    self.failures = failures
    self.requests = requests
    self.limit = limit
    self.alerts = alerts
    self.description = description
  }

  @discardableResult
  public func declare(in stack: inout StackBuilder) -> Declared<MetricAlarm> {
    let rate = MetricMath(
      "100 * faults / requests", label: "5xx, per cent",
      of: ["faults": (failures, .sum), "requests": (requests, .sum)],
      silence: .nothingMeasured)
    return stack.add(
      MetricAlarm(
        name, when: rate, is: .above(limit), for: .datapoints(3, of: 5), missingData: .notBreaching, notify: [alerts],
        whenOver: [alerts], description: description))
  }
}
