import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let cloudFrontInFront: RuleID = "cloudfront-in-front"
}

struct CloudFrontInFront: StandardRule {
  static let description = RuleDescription(
    id: .cloudFrontInFront,
    title: "No CloudFront distribution has an API as its origin, where the repository declares so",
    rationale: """
      The document of one of the systems says that CloudFront replaces the trace header, so the browser and the backend \
      would be two traces. Whether it does could not be verified, and a repository decides whether to rely on it.
      """,
    sources: [
      "T43",
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/RequestAndResponseBehaviorCustomOrigin.html",
    ],
    asked: .ofStacksOnly(because: standardIsOfARepository), subjects: [RawResource.self],
    reads: [.arguments("origin", of: "aws_cloudfront_distribution")],
    good: [
      Example("A distribution of files") { stack in
        stack.add(
          RawResource(
            "aws_cloudfront_distribution", "pages",
            ["enabled": true, "origin": .blocks([["origin_id": "pages", "domain_name": "pages.example.com"]])]))
      }
    ],
    bad: [
      Counterexample("A distribution of an API") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        let distribution = RawResource(
          "aws_cloudfront_distribution", "shop",
          [
            "enabled": true,
            "origin": .blocks([["origin_id": "shop", "domain_name": .text(stage.attribute("invoke_url"))]]),
          ])
        return [stack.add(distribution).address]
      }
    ])

  init() {}

  init?(standard: ObservabilityStandard, for stack: StackIdentity) {
    if !standard[stack.stack].keepsCloudFrontAway { return nil }
  }

  func findings(in stack: DeclaredStack) -> [Finding] {
    let apis: Set<String> = [Stage.type, RestAPI.type, HTTPAPI.type, HTTPStage.type, FunctionURL.type]
    return stack.managed("aws_cloudfront_distribution").compactMap { distribution in
      guard let origin = distribution.block["origin"]?.references.first(where: { apis.contains($0.address.type) })
      else {
        return nil
      }
      return finding(
        on: distribution, "distribution '\(distribution.resource.name)' has '\(origin.address)' as its origin",
        fix: "let browsers call '\(origin.address)' itself")
    }
  }
}
