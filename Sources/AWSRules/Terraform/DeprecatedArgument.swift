import AWSModel
import PolicyEngine
import ProviderSchemas
public import TerraformModel

extension RuleID {
  public static let deprecatedArgument: RuleID = "deprecated-argument"
}

struct DeprecatedArgument: Rule {
  static let description = RuleDescription(
    id: .deprecatedArgument,
    title: "No resource uses a type or an argument that the AWS provider deprecates",
    rationale: "A later major version of the provider removes it, and Terraform warns at each plan until then.",
    sources: ["https://developer.hashicorp.com/terraform/plugin/framework/deprecations"],
    severity: .warning,
    asked: .ofStacksOnly(because: "a plan shows what the provider sets besides what is written"),
    good: [
      Example("The resource that replaced the argument") { stack in
        let media = stack.add(RawResource("aws_s3_bucket", "media", ["bucket": "media-123456789012"]))
        stack.add(
          RawResource(
            "aws_s3_bucket_versioning", "media",
            [
              "bucket": .text(media.attribute("id")),
              "versioning_configuration": .blocks([["status": "Enabled"]]),
            ]))
      }
    ],
    bad: [
      Counterexample("Versioning as an argument of the bucket") { stack in
        let media = RawResource(
          "aws_s3_bucket", "media",
          ["bucket": "media-123456789012", "versioning": .blocks([["enabled": true]])])
        return [stack.add(media).address]
      },
      Counterexample("A type that the provider deprecates") { stack in
        [stack.add(RawResource("aws_simpledb_domain", "users", ["name": "users"])).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let schemas = StackSchemas(of: stack)
    let ofArguments = SchemaFaults(of: stack).all.flatMap { found in
      (found.faults ?? []).filter { $0.problem == .deprecated }.map { fault in
        let path = fault.path.joined(separator: ".")
        return finding(
          on: found.declaration,
          "'\(found.declaration.address)' sets `\(path)`, which the \(found.provider.name) deprecates",
          fix:
            "remove it, and set what its documentation names instead: \(documentation(of: found.declaration.address, found.provider))",
          subject: path)
      }
    }
    let ofTypes = stack.declarations.compactMap { declaration -> Finding? in
      let type = declaration.address.type
      guard let mode = SchemaMode(declaration.address.mode), let provider = schemas.provider(of: type, mode),
        provider.schema.isDeprecated(type, mode)
      else { return nil }
      return finding(
        on: declaration,
        "'\(declaration.address)' is of type `\(type)`, which the \(provider.name) deprecates",
        fix: "use what its documentation names instead: \(documentation(of: declaration.address, provider))")
    }
    return ofArguments + ofTypes
  }

  private func documentation(of address: Address, _ provider: OtherSchemas.Provider) -> String {
    let name = address.type.drop { $0 != "_" }.dropFirst()
    let kind = address.mode == .data ? "data-sources" : "resources"
    return "https://registry.terraform.io/providers/\(provider.source)/latest/docs/\(kind)/\(name)"
  }
}
