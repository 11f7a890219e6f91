extension ResourceCatalog {
  /// Hosted zones, of which several may have one name.
  static let zones: [ResourceFacts] = [
    ResourceFacts(
      "aws_route53_zone",
      documentation: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html",
      nameAttribute: "name",
      identifiedBy: ["arn", "zone_id"],
      data: StatefulData("records", in: "hosted zone"),
      iamPrefix: "route53",
      safeguards: [
        Safeguard(.deletion, "force_destroy", .isFalse, isDefault: true, "is deleted with its records")
      ], rates: [BaseRate(.hostedZone)]),
    ResourceFacts(
      "aws_route53_health_check",
      documentation: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHealthCheck.html",
      identifiedBy: ["arn", "id"], iamPrefix: "route53",
      dimension: NamedDimension("HealthCheckId", attributes: ["id"]), metrics: DeliveryMetrics.dns,
      alarms: [
        NeededAlarm(
          "its status", in: "AWS/Route53",
          low: "HealthCheckStatus HealthCheckPercentageHealthy ChildHealthCheckHealthyCount",
          because: "a health check that fails changes DNS answers, and notifies no subscriber by itself")
      ]),
  ]
}
