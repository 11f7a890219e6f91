import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let xraySegmentQuota: RuleID = "xray-segment-quota"
}

struct XRaySegmentQuota: Rule {
  /// Segments a second in a region. The number is from the requirements and not verified; AWS raises it on request.
  private static let quota = 2_600

  static let description = RuleDescription(
    id: .xraySegmentQuota,
    title: "X-Ray accepts the segments of the busiest second of the expected load",
    rationale: """
      X-Ray accepts 2,600 segments a second in a region and drops the rest silently: no alarm fires, and traces are \
      missing exactly when traffic is highest.
      """,
    sources: ["FR-036", "US6", "T44"],
    severity: .warning,
    asked: .ofStacksOnly(because: "Terraform does not know the expected load"),
    subjects: [Stage.self, HTTPStage.self, LambdaFunction.self, StateMachine.self],
    reads: [
      .arguments("stage_name", "xray_tracing_enabled", of: Stage.self),
      .arguments("tracing_config", of: LambdaFunction.self),
      .arguments(
        "fixed_rate", "host", "http_method", "priority", "reservoir_size", "resource_arn", "service_name",
        "service_type", "url_path", of: SamplingRule.self),
    ],
    good: [
      Example("A sampling rate keeps the segments below the quota") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.expect(.perSecond(100, peak: 2_000), at: function, each: .init(segments: 10))
      },
      Example("No load is declared") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("Everything is recorded, with many segments per request") { stack in
        let api = stack.add(RestAPI("shop"))
        let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
        stack.add(SamplingRule("all", priority: 100, fixedRate: .everything, reservoir: 1))
        stack.expect(.perSecond(20, peak: 300), at: stage, each: .init(segments: 10))
        return [stage.address]
      },
      Counterexample("Two entry points share the quota of their region") { stack in
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/ingest")))
        let analyze = stack.add(
          LambdaFunction(
            "analyze", code: .zip(.file("analyze.zip"), runtime: .python313, handler: "app.handler"), role: role,
            timeout: .seconds(30), logging: .json(to: "/aws/lambda/analyze")))
        stack.expect(.perSecond(100, peak: 10_000), at: ingest, each: .init(segments: 3))
        stack.expect(.perSecond(100, peak: 11_000), at: analyze, each: .init(segments: 3))
        return [analyze.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let byRegion = Dictionary(grouping: stack.flows, by: \.region).sorted { $0.key.rawValue < $1.key.rawValue }
    return byRegion.compactMap { region, flows in
      let segments = flows.reduce(0) { $0 + $1.peakSegments }
      guard segments > Double(Self.quota), let busiest = flows.max(by: { $0.peakSegments < $1.peakSegments }),
        let entryPoint = stack.declaration(at: busiest.entryPoint)
      else { return nil }
      return finding(
        on: entryPoint,
        "'\(entryPoint.resource.name)' and other entry points in '\(region)' send X-Ray "
          + "\(grouped(Int(exactly: min(segments, 1e15).rounded()) ?? 0)) segments in the busiest second, but it accepts "
          + "\(grouped(Self.quota))",
        fix: "record fewer of the requests to '\(entryPoint.resource.name)', or ask AWS to raise the quota")
    }
  }
}
