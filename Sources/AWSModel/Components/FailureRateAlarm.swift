public import TerraformModel

/// An alarm on the share of an API's requests that end in 5xx: one failure at night does not fire it, and one in a
/// hundred requests at noon does.
public struct FailureRateAlarm: Component {
  public var name: String
  public var failures: Metric
  public var requests: Metric
  /// In percent.
  public var limit: Double
  public var description: String
  public var alerts: ARN<Topic>

  /// `limit`: In percent of the requests, three periods out of five.
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
      "100 * faults / requests", label: "5xx, percent",
      of: ["faults": (failures, .sum), "requests": (requests, .sum)],
      missingDataMeaning: .noActivity)
    return stack.add(
      MetricAlarm(
        name, when: rate, threshold: .above(limit), evaluation: .datapoints(3, of: 5), missingData: .notBreaching,
        notify: [alerts],
        okActions: [alerts], description: description))
  }
}
