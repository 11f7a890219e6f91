/// What CloudFront, WAF, Route 53 and Certificate Manager publish to CloudWatch.
///
/// - https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
/// - https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html
/// - https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-cloudwatch.html
/// - https://docs.aws.amazon.com/acm/latest/userguide/cloudwatch-metrics.html
enum DeliveryMetrics {
  static let cloudFront = MetricNamespace(
    "AWS/CloudFront", by: [["DistributionId", "Region"]], isComplete: false,
    [
      MetricGroup(
        .percentage, .noActivity,
        of: """
          401ErrorRate 403ErrorRate 404ErrorRate 4xxErrorRate 502ErrorRate 503ErrorRate 504ErrorRate 5xxErrorRate \
          CacheHitRate TotalErrorRate
          """),
      MetricGroup(.count, .noEvents, of: "Requests"),
      MetricGroup(.amount, .noEvents, of: "BytesDownloaded BytesUploaded"),
      MetricGroup(.briefTime(.milliseconds), .noActivity, of: "OriginLatency"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          FunctionComputeUtilization FunctionExecutionErrors FunctionInvocations FunctionThrottles \
          FunctionValidationErrors LambdaExecutionError LambdaLimitExceededErrors LambdaValidationError
          """),
    ], slips: ["5XXError": "5xxErrorRate", "4XXError": "4xxErrorRate", "ErrorRate": "TotalErrorRate"])

  // Its dimensions differ by what counts: rules, labels, devices, countries.
  static let firewall = MetricNamespace(
    "AWS/WAFV2", by: nil, isComplete: false,
    [
      MetricGroup(
        .count, .noEvents,
        of: """
          AllowedRequests BlockedRequests CaptchaRequests ChallengeRequests CountedRequests PassedRequests \
          RequestsWithValidCaptchaToken RequestsWithValidChallengeToken
          """),
      MetricGroup(.unexamined, .undeclared, of: "CaptchasAttempted CaptchasSolved"),
    ])

  static let dns = MetricNamespace(
    "AWS/Route53", by: [["HealthCheckId"]], isComplete: false,
    [
      MetricGroup(.unexamined, .undeclared, of: "HealthCheckStatus"),
      MetricGroup(
        .unexamined, .undeclared, by: .unsure,
        of: """
          ChildHealthCheckHealthyCount ConnectionTime DNSQueries DNSSECInternalFailure \
          DNSSECKeySigningKeyAgeSinceLastRotation DNSSECKeySigningKeyMaxNeedingActionAge \
          DNSSECKeySigningKeysNeedingAction HealthCheckPercentageHealthy SSLHandshakeTime TimeToFirstByte
          """),
    ])

  static let certificates = MetricNamespace(
    "AWS/CertificateManager", by: [["CertificateArn"]],
    [MetricGroup(.level, .undeclared, every: .seconds(43_200), of: "DaysToExpiry")])
}
