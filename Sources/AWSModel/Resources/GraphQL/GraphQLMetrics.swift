/// What AppSync publishes to CloudWatch.
///
/// https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html
enum GraphQLMetrics {
  static let namespace = MetricNamespace(
    "AWS/AppSync", by: [["GraphQLAPIId"]], isComplete: false,
    [
      MetricGroup(.count, .noEvents, of: "4XXError 5XXError"),
      MetricGroup(.time(.milliseconds), .noActivity, of: "Latency"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          ActiveConnections ActiveSubscriptions ConnectClientError ConnectServerError ConnectSuccess ConnectionDuration \
          DisconnectClientError DisconnectServerError DisconnectSuccess InboundMessages OutboundMessages \
          PublishDataMessageClientError PublishDataMessageServerError PublishDataMessageSize PublishDataMessageSuccess \
          Requests SubscribeClientError SubscribeServerError SubscribeSuccess TokensConsumed UnsubscribeClientError \
          UnsubscribeServerError UnsubscribeSuccess
          """),
    ], slips: ["4xx": "4XXError", "5xx": "5XXError"])
}
