import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let validVariableDefault: RuleID = "valid-variable-default"
}

struct ValidVariableDefault: Rule {
  static let description = RuleDescription(
    id: .validVariableDefault,
    title: "Every variable's default satisfies its validation",
    rationale: """
      A configuration applies without input only if its defaults are valid. Terraform checks them during plan, not \
      before.
      """,
    sources: ["https://developer.hashicorp.com/terraform/language/block/variable"],
    isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("Within the range, at its ends, and one of the words") { stack in
        _ = stack.add(Variable("timeout", default: 900, .between(1...900), description: "Seconds"))
        _ = stack.add(Variable("place", default: "dev", .oneOf(["dev", "prod"]), description: "Where"))
        _ = stack.add(Variable("project", default: "shop-1", .matching("^[a-z0-9-]{1,19}$"), description: "What"))
        _ = stack.add(Variable("tags", default: ["team": "a"], .noKeyStarting(with: "aws:"), description: "Tags"))
      }
    ],
    bad: [
      Counterexample("Beyond the range") { stack in
        _ = stack.add(Variable("timeout", default: Duration.seconds(901), .between(1...900), description: "Seconds"))
        return [.configuration(.variable, "timeout")]
      },
      Counterexample("A word that is not in the list") { stack in
        _ = stack.add(Variable("place", default: "Dev", .oneOf(["dev", "prod"]), description: "Where"))
        return [.configuration(.variable, "place")]
      },
      Counterexample("Not what the expression describes") { stack in
        _ = stack.add(Variable("project", default: "My Shop", .matching("^[a-z0-9-]{1,19}$"), description: "What"))
        return [.configuration(.variable, "project")]
      },
      Counterexample("A reserved tag key") { stack in
        _ = stack.add(Variable("tags", default: ["aws:team": "a"], .noKeyStarting(with: "aws:"), description: "Tags"))
        return [.configuration(.variable, "tags")]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.configuration.filter(\.refusesItsDefault).map { variable in
      let name = variable.label ?? ""
      return finding(
        on: variable, "the default of variable '\(name)' fails its validation",
        fix: "give '\(name)' a valid `default:`, or change its validation")
    }
  }
}
