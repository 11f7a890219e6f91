import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let duplicateLabel: RuleID = "duplicate-label"
}

struct DuplicateLabel: Rule {
  static let description = RuleDescription(
    id: .duplicateLabel,
    title: "No two variables, outputs, locals or checks have the same name",
    rationale: "Terraform has one of a kind per name, so one of two declarations would be lost.",
    sources: ["US10", "https://developer.hashicorp.com/terraform/language/syntax/json"], isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("A variable and an output may share a name") { stack in
        let timeout = stack.add(Variable("timeout", default: 30, description: "Seconds"))
        stack.add(Output("timeout", timeout.text, description: "Seconds"))
      },
      Example("Two moved blocks, which have no label") { stack in
        let (alerts, bills) = (stack.add(Topic("alerts")), stack.add(Topic("bills")))
        stack.add(StateChange.moved(from: Address(type: "aws_sns_topic", name: "a"), to: alerts.address))
        stack.add(StateChange.moved(from: Address(type: "aws_sns_topic", name: "b"), to: bills.address))
      },
    ],
    bad: [
      Counterexample("Two components add the same variable") { stack in
        let role: ARN<Role> = ARN("arn:aws:iam::123456789012:role/example")
        for _ in 1...2 {
          let timeout = stack.add(Variable("timeout", default: 30, description: "Seconds"))
          stack.add(
            LambdaFunction(
              "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"), role: role,
              timeout: .seconds(30), environment: ["TIMEOUT": timeout.text], logging: .json(to: "/aws/lambda/ingest")))
        }
        return [.configuration(.variable, "timeout")]
      },
      Counterexample("Two outputs") { stack in
        stack.add(Output("url", "https://a.example.com", description: "Here"))
        stack.add(Output("url", "https://b.example.com", description: "There"))
        return [.configuration(.output, "url")]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    var first: [Address: ConfigurationBlock] = [:]
    return stack.configuration.filter { $0.label != nil }.compactMap { block in
      guard let other = first[block.address] else {
        first[block.address] = block
        return nil
      }
      return finding(
        on: block, "'\(block.address)' is declared twice",
        fix: "use what the first `add` returned, or give this \(block.section.rawValue) another name",
        notes: [Finding.Note(at: other.location, "the first '\(block.address)' is declared here")])
    }
  }
}
