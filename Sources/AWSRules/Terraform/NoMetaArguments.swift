import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let noMetaArguments: RuleID = "no-meta-arguments"
}

struct NoMetaArguments: Rule {
  static let description = RuleDescription(
    id: .noMetaArguments,
    title: "No resource has a meta-argument, such as `count` or `for_each`, among its arguments",
    rationale: """
      With `count` or `for_each` every reference to the resource lacks an index, and Terraform refuses it. A `provider` \
      moves the resource to a region that the rules do not know of, and rules do not read a `lifecycle`.
      """,
    sources: ["https://developer.hashicorp.com/terraform/language/meta-arguments"],
    isWaivable: false,
    asked: .ofStacksOnly(because: "Terraform's own configurations set them where they belong"),
    good: [
      Example("A region, an order and a lifecycle are parameters") { stack in
        let first = stack.add(Queue("first", retention: .seconds(600)))
        stack.add(Queue("second", retention: .seconds(600)), in: .usEast1, after: [first.address])
        stack.add(
          RawResource("aws_cognito_user_pool", "users", ["name": "users"], lifecycle: Lifecycle(preventDestroy: true)))
      },
      Example("A nested block may have an argument of that name") { stack in
        let rule: Block = [
          "rule_name": "daily", "target_vault_name": "daily", "lifecycle": .blocks([["delete_after": 35]]),
        ]
        stack.add(RawResource("aws_backup_plan", "daily", ["name": "daily", "rule": .blocks([rule])]))
      },
      Example("A variable decides whether there is a resource") { stack in
        let isOn = stack.add(Variable("pool", default: false, description: "Whether guests have identities"))
        stack.add(count: isOn.choose(1, otherwise: 0)) { _ in
          RawResource("aws_cognito_user_pool", "guests", ["name": "guests"])
        }
      },
      Example("A provider of another account") { stack in
        let audit = stack.add(
          ProviderConfiguration.aws(
            alias: "audit", region: .euWest1,
            ["assume_role": .blocks([["role_arn": "arn:aws:iam::210987654321:role/deploy"]])]))
        stack.add(Topic("audit"), provider: audit)
      },
    ],
    bad: [
      Counterexample("A reference to two queues at one address") { stack in
        let jobs = stack.add(Queue("jobs", retention: .seconds(600)), with: ["count": 2])
        stack.add(Output("jobs", jobs.queueURL, description: "Where jobs go"))
        return [jobs.address]
      },
      Counterexample("A provider that is configured nowhere") { stack in
        [stack.add(Queue("jobs", retention: .seconds(600)), with: ["provider": "aws.other"]).address]
      },
      Counterexample("A lifecycle as a block of a raw resource") { stack in
        let users = RawResource(
          "aws_cognito_user_pool", "users", ["name": "users", "lifecycle": .blocks([["prevent_destroy": true]])])
        return [stack.add(users).address]
      },
      Counterexample("A provisioner as a block of a raw resource") { stack in
        let release = RawResource(
          "terraform_data", "release",
          ["provisioner": .blocks([["local-exec": .blocks([["command": "./release.sh"]])]])])
        return [stack.add(release).address]
      },
      Counterexample("A module's variable with the name of a meta-argument") { stack in
        stack.add(ModuleCall("jobs", from: .directory("./jobs"), ["count": 2]))
        return [.configuration(.module, "jobs")]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let declarations = stack.declarations.filter { declaration in
      MetaArgument.allCases.contains { declaration.block[$0.rawValue] != nil }
    }
    let modules = stack.configuration.flatMap { module in
      module.metaArguments.map { argument in
        finding(
          on: module, "module '\(module.label ?? "")' has `\(argument)` among its input variables",
          fix: "pass it as a parameter of `ModuleCall` or of `stack.add`, or rename the module's variable",
          subject: argument)
      }
    }
    guard !declarations.isEmpty else { return modules }
    return modules
      + declarations.flatMap { declaration in
        MetaArgument.allCases.filter { declaration.block[$0.rawValue] != nil }.map { argument in
          finding(
            on: declaration, "'\(declaration.resource.name)' has `\(argument.rawValue)` among its arguments",
            fix: argument.fix, subject: argument.rawValue)
        }
      }
  }
}

extension MetaArgument {
  /// What does in Swift what the meta-argument does in Terraform's language.
  fileprivate var fix: String {
    switch self {
    case .count: "write `stack.add(count: …) { index in … }`, whose instances have attributes by number"
    case .forEach: "write `stack.add(forEach: …) { each in … }`, whose instances have attributes by key"
    case .provider:
      "pass the region as `in:` to `stack.add`, which declares the provider too, or a provider as `provider:`"
    case .dependsOn: "pass the addresses as `after:` to `stack.add`"
    case .lifecycle: "pass it as `lifecycle:` to `stack.add`"
    case .provisioner: "pass it as `provisioners:` to `stack.add`"
    case .connection: "pass it as `connection:` to the `Provisioner` that uses it"
    }
  }
}
