import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let reservedTerraformVariable: RuleID = "reserved-terraform-variable"
}

struct ReservedTerraformVariable: Rule {
  static let description = RuleDescription(
    id: .reservedTerraformVariable,
    title: "No variable has a name that Terraform reserves",
    rationale: "Module blocks have arguments with these names, so Terraform rejects a variable with one of them.",
    sources: ["https://developer.hashicorp.com/terraform/language/block/variable"],
    isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("A name that only resembles a reserved one") { stack in
        let version = stack.add(Variable("release_version", default: "1", description: "What runs"))
        stack.add(Output("version", version.text, description: "What runs"))
      }
    ],
    bad: [
      Counterexample("Reserved names") { stack in
        for name in ["version", "count"] {
          let value = stack.add(Variable(name, default: "1", description: "What runs"))
          stack.add(Output(name, value.text, description: "What runs"))
        }
        return [.configuration(.variable, "version"), .configuration(.variable, "count")]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.configuration.filter { $0.section == .variable }.compactMap { variable in
      guard let name = variable.label, reserved.contains(name) else { return nil }
      return finding(
        on: variable, "variable '\(name)' has a name that Terraform reserves",
        fix: "rename it to `Variable(\"stack_\(name)\", …)`")
    }
  }
}

private let reserved: Set<String> = [
  "source", "version", "providers", "count", "for_each", "lifecycle", "depends_on", "locals",
]
