import TerraformModel

extension ResourceCatalog {
  /// Canaries of CloudWatch Synthetics.
  static let canaries: [ResourceFacts] = [
    ResourceFacts(
      "aws_synthetics_canary",
      documentation: "https://docs.aws.amazon.com/AmazonSynthetics/latest/APIReference/API_CreateCanary.html",
      name: NamingRule(length: 1...255, characters: .lowercase(and: "-_")),
      iamPrefix: "synthetics",
      dimension: NamedDimension("CanaryName", attributes: ["name", "id"]),
      metrics: SyntheticsMetrics.namespace,
      rates: [BaseRate(.canaryRun, times: [.runs("schedule.expression")])])
  ]
}
