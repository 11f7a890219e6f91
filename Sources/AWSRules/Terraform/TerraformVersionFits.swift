import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let terraformVersionFits: RuleID = "terraform-version-fits"
}

struct TerraformVersionFits: Rule {
  static let description = RuleDescription(
    id: .terraformVersionFits,
    title: "The stack uses only features of its newest Terraform version",
    rationale: """
      Terraform and OpenTofu reject a block or a function that their version does not have. `required_version` asks for the \
      first version that has all that the stack uses, so no version applies a stack that allows only older ones.
      """,
    sources: ["https://developer.hashicorp.com/terraform/language/expressions/version-constraints"],
    isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("Every version knows `moved`") { stack in
        stack.versions.newestTerraform = .v16
        let topic = stack.add(Topic("alerts"))
        stack.add(StateChange.moved(from: Address(type: "aws_sns_topic", name: "alarms"), to: topic.address))
      },
      Example("`removed` raises `required_version`") { stack in
        stack.add(StateChange.removed(Address(type: "aws_sns_topic", name: "alarms")))
      },
      Example("The newest version knows `removed`") { stack in
        stack.versions.newestTerraform = .v111
        stack.add(StateChange.removed(Address(type: "aws_sns_topic", name: "alarms")))
      },
    ],
    bad: [
      Counterexample("`removed` needs 1.10 of OpenTofu") { stack in
        stack.versions.newestTerraform = .v19
        stack.add(StateChange.removed(Address(type: "aws_sns_topic", name: "alarms")))
        return [.configuration(.removed, "")]
      },
      Counterexample("Write-only arguments need 1.11") { stack in
        stack.versions.newestTerraform = .v110
        let arguments: Block = ["name": "/shop/key", "type": "SecureString", "value_wo": "", "value_wo_version": 1]
        return [stack.add(RawResource("aws_ssm_parameter", "key", arguments)).address]
      },
      Counterexample("A function needs 1.9") { stack in
        stack.versions.newestTerraform = .v18
        let greeting = Text(.call("templatestring", [.literal("hello"), .literal(.map([:]))]))
        return [stack.add(Topic("alerts"), with: ["display_name": .text(greeting)]).address]
      },
      Counterexample("Ephemeral resources need 1.11 of OpenTofu") { stack in
        stack.versions.newestTerraform = .v110
        let password = RawEphemeralResource("aws_secretsmanager_random_password", "database")
        return [stack.add(password).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    guard let newest = stack.versions.newestTerraform else { return [] }
    let resources = zip(stack.declarations, ArgumentReferences(of: stack).readings).flatMap { declaration, reading in
      declaration.features(reading).filter { $0.needs > newest }.map { feature in
        finding(
          on: declaration, message("\(declaration.address)", feature, newest), fix: fix(feature),
          subject: "\(feature)")
      }
    }
    let blocks = stack.configuration.flatMap { block in
      block.features.filter { $0.needs > newest }.map { feature in
        finding(on: block, message("\(block.address)", feature, newest), fix: fix(feature), subject: "\(feature)")
      }
    }
    return resources + blocks + backend(of: stack, newest)
  }

  /// What the backend needs, at the first line of the stack, for the backend has no line of its own.
  private func backend(of stack: DeclaredStack, _ newest: TerraformVersion) -> [Finding] {
    guard let location = stack.declarations.first?.location ?? stack.configuration.first?.location else { return [] }
    return stack.backend.features.filter { $0.needs > newest }.map { feature in
      finding(
        at: location, on: Address(mode: .configuration, type: "terraform", name: "backend"),
        message("terraform.backend", feature, newest), fix: fix(feature), subject: "\(feature)")
    }
  }

  private func message(_ place: String, _ feature: TerraformFeature, _ newest: TerraformVersion) -> String {
    "'\(place)' needs \(feature), which \(since(feature)), but the stack allows \(newest) and older"
  }

  private func since(_ feature: TerraformFeature) -> String {
    guard let first = feature.firstVersions else { return "every version has" }
    return first.terraform == first.openTofu
      ? "Terraform and OpenTofu have since \(first.terraform)"
      : "Terraform has since \(first.terraform), and OpenTofu since \(first.openTofu)"
  }

  private func fix(_ feature: TerraformFeature) -> String {
    "allow `.\(feature.needs.spelling)` with `upTo:` of the stack's `ToolVersions`, or avoid it"
  }
}

extension TerraformVersion {
  /// The version as Swift spells it, such as `v110`.
  var spelling: String { "v1\(rawValue)" }
}
