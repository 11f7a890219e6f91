import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let topicTracingPolicy: RuleID = "topic-tracing-policy"
}

struct TopicTracingPolicy: Rule {
  static let description = RuleDescription(
    id: .topicTracingPolicy,
    title: "An X-Ray resource policy allows every traced topic to send segments",
    rationale: """
      Without an X-Ray resource policy, SNS drops the segments of a traced topic, and the trace map has a gap.
      """,
    sources: ["FR-013", "SC-008", "T8", "https://docs.aws.amazon.com/sns/latest/dg/sns-active-tracing.html"],
    terraformFix: """
      add an `aws_xray_resource_policy` in the topic's region that allows `sns.amazonaws.com` to call \
      `xray:PutTraceSegments`, `xray:GetSamplingRules` and `xray:GetSamplingTargets` for its ARN
      """,
    subjects: [Topic.self],
    good: [
      Example("The policy names the topic") { stack in
        let topic = stack.add(Topic("items", tracing: .active))
        stack.add(TopicTracing(of: [topic.arn]))
      },
      Example("A topic that is not traced needs no policy") { stack in
        stack.add(Topic("items", tracing: .passThrough))
      },
    ],
    bad: [
      Counterexample("One of two topics is not named") { stack in
        let items = stack.add(Topic("items", tracing: .active))
        let results = stack.add(Topic("results", tracing: .active))
        stack.add(TopicTracing(of: [items.arn]))
        return [results.address]
      },
      Counterexample("The policy is in another region") { stack in
        let items = stack.add(Topic("items", tracing: .active), in: .euWest1)
        stack.add(TopicTracing(of: [items.arn]), in: .usEast1)
        return [items.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let taken = stack.topicsXRayTakes
    return stack.subjects(Topic.self).evaluateEach { topic throws(DecodingFailure) in
      guard try both(topic[\.tracing] == .active, !taken.contains(topic.address)) else { return nil }
      return finding(
        on: topic,
        "topic '\(topic.name)' is traced, but no X-Ray resource policy in '\(topic.region)' allows it to send segments",
        fix: """
          add `stack.add(TopicTracing(of: [\(variable(for: topic.name)).arn]), in: .\(topic.region.swiftName))`, or \
          add the topic to the existing TopicTracing
          """)
    }
  }
}
