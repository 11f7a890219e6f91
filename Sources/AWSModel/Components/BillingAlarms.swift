public import TerraformModel

/// Alarms on what one AWS service has cost this month, with a topic of their own. All of it lives in us-east-1, where AWS
/// publishes the metric, whatever the stack's region (FR-038, T25).
///
/// The metric exists once "Receive CloudWatch billing alerts" is on in the account's billing preferences, which Terraform
/// cannot switch, and once the service has cost something this month (T29).
public struct BillingAlarms: Component {
  /// AWS's code for the service, such as `AWSXRay`.
  public var service: String
  /// US dollars a month.
  public var thresholds: [Int]
  public var subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>

  public init(
    for service: String, above thresholds: [Int],
    subscribers: KeyValuePairs<String, TopicSubscription.Subscriber>
  ) {
    self.service = service
    self.thresholds = thresholds
    self.subscribers = subscribers
  }

  public func declare(in stack: inout StackBuilder) {
    let topic = stack.add(AlertTopic("billing-alerts", subscribers: subscribers), in: .usEast1)
    for dollars in thresholds {
      stack.add(
        MetricAlarm(
          "\(service)-above-\(dollars)-dollars", when: .estimatedCharges(for: service), .maximum,
          threshold: .above(Double(dollars)), period: .hours(6), evaluation: .once, missingData: .missing,
          notify: [topic.arn],
          description: "\(service) has cost more than $\(dollars) this month; look for a sampling rate that was raised"
        ), in: .usEast1)
    }
  }
}
