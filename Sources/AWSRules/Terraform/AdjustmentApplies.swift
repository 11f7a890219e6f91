import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let adjustmentApplies: RuleID = "adjustment-applies"
}

struct AdjustmentApplies: Rule {
  static let description = RuleDescription(
    id: .adjustmentApplies,
    title: "Every change with `adjusting:` is about a resource that the component declares",
    rationale: """
      A component can declare other resources in a newer version, or under other names. A change that is about none of \
      them has no effect, and the resource keeps what it should not have.
      """,
    sources: ["US10"],
    asked: .ofStacksOnly(because: "a plan has no components"),
    good: [
      Example("A change of the one queue") { stack in
        let topic = ARN<Topic>("arn:aws:sns:us-west-2:123456789012:alerts")
        stack.add(
          DeadLetters(alerts: topic),
          adjusting: { inner in inner.change(Queue.self) { $0.retention = .seconds(86_400) } })
      }
    ],
    bad: [
      Counterexample("A queue of another name") { stack in
        let topic = ARN<Topic>("arn:aws:sns:us-west-2:123456789012:alerts")
        let queue = stack.add(
          DeadLetters(alerts: topic),
          adjusting: { inner in inner.change(Queue.self, "orders") { $0.retention = .seconds(86_400) } })
        return [queue.address]
      },
      Counterexample("A type that the component does not declare") { stack in
        let topic = ARN<Topic>("arn:aws:sns:us-west-2:123456789012:alerts")
        let queue = stack.add(
          DeadLetters(alerts: topic),
          adjusting: { inner in inner.change(type: "aws_kms_key", with: ["enable_key_rotation": true]) })
        return [queue.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.adjustments.filter { !$0.isUsed }.map { adjustment in
      let subject = adjustment.name.map { "`\(adjustment.subject)` '\($0)'" } ?? "`\(adjustment.subject)`"
      return finding(
        at: adjustment.location,
        on: adjustment.neighbor ?? Address(mode: .configuration, type: "component", name: adjustment.component),
        "the component '\(adjustment.component)' declares no \(subject), so the change with `adjusting:` has no effect",
        fix: "remove the change, or name a resource that `infra-gen list` shows", subject: subject)
    }
  }
}
