/// What SES publishes to CloudWatch about the mails of an account, or by the dimensions of an event destination.
///
/// https://docs.aws.amazon.com/ses/latest/dg/event-publishing-retrieving-cloudwatch.html
enum MailMetrics {
  static let namespace = MetricNamespace(
    "AWS/SES", by: nil, isComplete: false,
    [
      MetricGroup(
        .unexamined, .undeclared,
        of: """
          Bounce Click Clicks Complaint Delivery DeliveryDelay Open Opens PublishExpired PublishFailure PublishSuccess \
          Received Reject RenderingFailure Send Subscription
          """),
      MetricGroup(.unexamined, .undeclared, of: "Reputation.BounceRate Reputation.ComplaintRate"),
      MetricGroup(.unexamined, .undeclared, ["Rendering Failures", "Rendering Failure"]),
    ])
}
