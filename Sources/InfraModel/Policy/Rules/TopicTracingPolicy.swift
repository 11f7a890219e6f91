extension RuleID {
  public static let topicTracingPolicy: RuleID = "topic-tracing-policy"
}

struct TopicTracingPolicy: Rule {
  static let description = RuleDescription(
    id: .topicTracingPolicy,
    title: "X-Ray takes the segments of every topic that is traced",
    rationale: "Without a policy in X-Ray, SNS drops the segments of a traced topic, and the map has a hole in it.",
    sources: ["FR-013", "SC-008", "T8"],
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
      Counterexample("The policy of another region says nothing here") { stack in
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
        on: topic, "topic '\(topic.name)' is traced, and no policy in '\(topic.region)' lets X-Ray take its segments",
        fix: """
          add `stack.add(TopicTracing(of: [\(variable(for: topic.name)).arn]), in: .\(topic.region.swiftName))`, or \
          the topic to the TopicTracing that is there
          """)
    }
  }
}
