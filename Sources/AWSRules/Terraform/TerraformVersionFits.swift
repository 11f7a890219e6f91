import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let terraformVersionFits: RuleID = "terraform-version-fits"
}

struct TerraformVersionFits: Rule {
  static let description = RuleDescription(
    id: .terraformVersionFits,
    title: "The stack uses only features of the oldest Terraform version that it supports",
    rationale: "Terraform and OpenTofu reject a block or a function that their version does not have.",
    sources: ["https://developer.hashicorp.com/terraform/language/expressions/version-constraints"],
    isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("Every version knows `moved`") { stack in
        let topic = stack.add(Topic("alerts"))
        stack.add(StateChange.moved(from: Address(type: "aws_sns_topic", name: "alarms"), to: topic.address))
      },
      Example("The stack asks for a version that knows `removed`") { stack in
        stack.versions.terraform = .v17
        stack.add(StateChange.removed(Address(type: "aws_sns_topic", name: "alarms")))
      },
    ],
    bad: [
      Counterexample("`removed` needs 1.7") { stack in
        stack.add(StateChange.removed(Address(type: "aws_sns_topic", name: "alarms")))
        return [.configuration(.removed, "")]
      },
      Counterexample("Write-only arguments need 1.11") { stack in
        let arguments: Block = ["name": "/shop/key", "type": "SecureString", "value_wo": "", "value_wo_version": 1]
        return [stack.add(RawResource("aws_ssm_parameter", "key", arguments)).address]
      },
      Counterexample("A function needs 1.9") { stack in
        let greeting = Text(.call("templatestring", [.literal("hello"), .literal(.map([:]))]))
        return [stack.add(Topic("alerts"), with: ["display_name": .text(greeting)]).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let oldest = stack.versions.terraform
    let resources = zip(stack.declarations, ArgumentReferences(of: stack).readings).flatMap { declaration, reading in
      declaration.block.features(reading).filter { $0.needs > oldest }.map { feature in
        finding(
          on: declaration, message("\(declaration.address)", feature, oldest), fix: fix(feature),
          subject: "\(feature)")
      }
    }
    let blocks = stack.configuration.flatMap { block in
      (block.block.features + (block.section == .removed ? [.removed] : [])).filter { $0.needs > oldest }.map {
        feature in
        finding(on: block, message("\(block.address)", feature, oldest), fix: fix(feature), subject: "\(feature)")
      }
    }
    return resources + blocks
  }

  private func message(_ place: String, _ feature: TerraformFeature, _ oldest: TerraformVersion) -> String {
    "'\(place)' needs \(feature), which Terraform has since \(feature.needs), but the stack supports \(oldest) and later"
  }

  private func fix(_ feature: TerraformFeature) -> String {
    "declare in the stack `var versions: ToolVersions { ToolVersions(terraform: .\(feature.needs.spelling)) }`, or avoid it"
  }
}

extension TerraformVersion {
  /// The version as Swift spells it, such as `v110`.
  var spelling: String { "v1\(rawValue)" }
}
