import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let validTerraformLabel: RuleID = "valid-terraform-label"
}

struct ValidTerraformLabel: Rule {
  static let description = RuleDescription(
    id: .validTerraformLabel,
    title: "Every resource's label is valid in Terraform",
    rationale: """
      Terraform rejects a label with characters other than letters, digits, _ and -, or with a leading digit.
      """,
    sources: [
      "T40",
      "https://developer.hashicorp.com/terraform/language/syntax/configuration#identifiers",
    ], isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("Words and hyphens") { stack in
        stack.add(Topic("on-call_2"))
      },
      Example("What is moved has no label") { stack in
        let topic = stack.add(Topic("alerts"))
        stack.add(StateChange.moved(from: Address(type: "aws_sns_topic", name: "alarms"), to: topic.address))
      },
    ],
    bad: [
      Counterexample("A space") { stack in
        [stack.add(Topic("on call", named: "on-call")).address]
      },
      Counterexample("A label does not start with a digit") { stack in
        [stack.add(Topic("24-hours")).address]
      },
      Counterexample("A variable's and an output's names are labels as well") { stack in
        let timeout = stack.add(Variable("time out", default: 30, description: "Seconds"))
        stack.add(Output("1st", timeout.text, description: "Seconds"))
        return [.configuration(.variable, "time out"), .configuration(.output, "1st")]
      },
      Counterexample("An empty name") { stack in
        [stack.add(Topic("", named: "alerts")).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    resources(in: stack) + blocks(in: stack)
  }

  private func blocks(in stack: DeclaredStack) -> [Finding] {
    stack.configuration.compactMap { block in
      guard let given = block.label, !isLabel(given) else { return nil }
      return finding(
        on: block,
        "'\(given)' is not a valid label: Terraform accepts letters, digits, _ and -, without a leading digit",
        fix: "rename it to `\(label(like: given))`")
    }
  }

  private func resources(in stack: DeclaredStack) -> [Finding] {
    stack.declarations.filter { !isLabel($0.address.name) }.map { declaration in
      let given = declaration.resource.name
      return finding(
        on: declaration,
        "'\(given)' is not a valid label: Terraform accepts letters, digits, _ and -, without a leading digit",
        fix: "rename it to `\(typeName(declaration))(\"\(label(like: given))\", …)`")
    }
  }

  private func isLabel(_ name: String) -> Bool {
    guard let first = name.unicodeScalars.first else { return false }
    return name.unicodeScalars.allSatisfy { isASCIILetterOrDigit($0) || $0 == "_" || $0 == "-" }
      && first != "-" && !("0"..."9").contains(first)
  }

  private func label(like name: String) -> String {
    let words = name.split { !$0.isASCII || !($0.isLetter || $0.isNumber || $0 == "_") }.joined(separator: "-")
    return words.first.map { $0.isNumber ? "n-" + words : words } ?? "main"
  }
}
