package import TerraformModel

/// The one region in which AWS publishes the metrics of a service that is in none of them. The metrics of AWS/Billing are
/// the matter of `billing-alarm-region`.
package enum MetricHome {
  /// By namespace.
  ///
  /// - CloudFront: https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html
  /// - Route 53: https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/monitoring-health-checks.html
  /// - Global Accelerator: https://docs.aws.amazon.com/global-accelerator/latest/dg/cloudwatch-monitoring.html
  /// - Trusted Advisor: https://docs.aws.amazon.com/awssupport/latest/user/cloudwatch-metrics-ta.html
  private static let regions: [String: Region] = [
    "AWS/CloudFront": .usEast1, "AWS/Route53": .usEast1, "AWS/GlobalAccelerator": .usWest2,
    "AWS/TrustedAdvisor": .usEast1,
  ]

  /// Of a metric that an alarm reads; `nil` where each region has its own.
  package static func region(of reading: MetricReading, in stack: DeclaredStack) -> Region? {
    switch reading.namespace {
    // A web ACL for CloudFront has no dimension `Region`, and one of a region has.
    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-metrics.html
    case "AWS/WAFV2", "WAF":
      guard let dimensions = reading.dimensions, dimensions["WebACL"] != nil else { return nil }
      guard let region = dimensions["Region"] else { return .usEast1 }
      return stack.resolved(region) == "CloudFront" ? .usEast1 : nil
    // https://docs.aws.amazon.com/waf/latest/developerguide/shield-metrics.html
    case "AWS/DDoSProtection":
      guard let arn = reading.dimensions?["ResourceArn"] else { return nil }
      let isGlobal =
        stack.resolved(arn).map { $0.contains(":cloudfront:") || $0.contains(":route53:") }
        ?? arn.references.contains { ["aws_cloudfront_distribution", "aws_route53_zone"].contains($0.address.type) }
      return isGlobal ? .usEast1 : nil
    default: return regions[reading.namespace]
    }
  }
}
