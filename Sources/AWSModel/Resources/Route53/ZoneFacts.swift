extension ResourceCatalog {
  /// Hosted zones, of which several may have one name.
  static let zones: [ResourceFacts] = [
    ResourceFacts(
      "aws_route53_zone",
      documentation: "https://docs.aws.amazon.com/Route53/latest/APIReference/API_CreateHostedZone.html",
      nameAttribute: "name",
      identifiedBy: ["arn", "zone_id"],
      data: StatefulData("records", in: "hosted zone"),
      iamPrefix: "route53")
  ]
}
