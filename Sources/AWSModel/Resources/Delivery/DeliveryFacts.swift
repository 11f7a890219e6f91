extension ResourceCatalog {
  /// Distributions and certificates.
  static let delivery: [ResourceFacts] = [
    ResourceFacts(
      "aws_cloudfront_distribution",
      documentation: "https://docs.aws.amazon.com/cloudfront/latest/APIReference/API_CreateDistribution.html",
      identifiedBy: ["arn", "id"], iamPrefix: "cloudfront",
      dimension: NamedDimension("DistributionId", attributes: ["id"]), metrics: DeliveryMetrics.cloudFront,
      alarms: [
        NeededAlarm(
          "its failed requests", in: "AWS/CloudFront",
          high: "5xxErrorRate TotalErrorRate 502ErrorRate 503ErrorRate 504ErrorRate",
          because:
            "CloudFront answers with 5xx where it does not reach the origin, and the origin's metrics do not show it")
      ], part: RequestPart(.distribution, to: ["origin.domain_name"], entry: .browser)),
    ResourceFacts(
      "aws_acm_certificate",
      documentation: "https://docs.aws.amazon.com/acm/latest/APIReference/API_RequestCertificate.html",
      iamPrefix: "acm", dimension: NamedDimension("CertificateArn", attributes: ["arn", "id"]),
      metrics: DeliveryMetrics.certificates,
      // Certificate Manager renews what it has issued itself, as long as DNS proves the domain.
      alarms: [
        NeededAlarm(
          "the days to its expiry", in: "AWS/CertificateManager", low: "DaysToExpiry", need: .with("certificate_body"),
          because: "AWS does not renew a certificate that was imported"),
        NeededAlarm(
          "the days to its expiry", in: "AWS/CertificateManager", low: "DaysToExpiry",
          need: .word("validation_method", of: ["EMAIL"], orAbsent: false),
          because: "AWS renews a certificate that is validated by mail only when a person follows the link in the mail"),
      ], secrets: [SecretArgument("private_key")]),
  ]
}
