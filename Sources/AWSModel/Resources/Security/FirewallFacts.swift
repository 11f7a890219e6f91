import TerraformModel

extension ResourceCatalog {
  /// Firewalls of web applications.
  static let firewalls: [ResourceFacts] = [
    ResourceFacts(
      "aws_wafv2_web_acl", documentation: "https://docs.aws.amazon.com/waf/latest/APIReference/API_CreateWebACL.html",
      identifiedBy: ["arn", "id"], iamPrefix: "wafv2",
      rates: [BaseRate(.webACL), BaseRate(.webACLRule, times: [.count("rule", default: 0)])])
  ]
}
