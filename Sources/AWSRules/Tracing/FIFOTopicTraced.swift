import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let fifoTopicTraced: RuleID = "fifo-topic-traced"
}

struct FIFOTopicTraced: Rule {
  static let description = RuleDescription(
    id: .fifoTopicTraced,
    title: "No traced topic is a FIFO topic",
    rationale: """
      The SNS API reference documents tracing for standard topics only, the developer guide for FIFO topics too. \
      SNS does not report missing segments.
      """,
    sources: [
      "https://docs.aws.amazon.com/sns/latest/dg/sns-active-tracing.html",
      "https://docs.aws.amazon.com/sns/latest/api/API_SetTopicAttributes.html",
    ],
    severity: .note,
    terraformFix: "check that the topic is on the trace map after deployment, or set `tracing_config` to `PassThrough`",
    subjects: [Topic.self, RawResource.self],
    reads: [
      .arguments("fifo_topic", "tracing_config", of: Topic.self)
    ],
    good: [
      Example("A standard topic is traced") { stack in
        stack.add(Topic("items", tracing: .active))
      },
      Example("A FIFO topic passes the header on") { stack in
        stack.add(RawResource("aws_sns_topic", "items", ["name": "items.fifo", "fifo_topic": true]))
      },
    ],
    bad: [
      Counterexample("A FIFO topic with active tracing") { stack in
        [stack.add(Topic("items", tracing: .active), with: ["name": "items.fifo", "fifo_topic": true]).address]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.managed("aws_sns_topic").compactMap { declaration in
      guard declaration.block["fifo_topic"] == true,
        declaration.block["tracing_config"]?.text(in: stack) == "Active"
      else { return nil }
      let name = declaration.resource.name
      return finding(
        on: declaration, "topic '\(name)' is a FIFO topic, for which SNS may send no segments",
        fix:
          "check that '\(name)' is on the trace map after deployment, or set `tracing: .passThrough(because: \"…\")` on it"
      )
    }
  }
}
