import AWSModel
import PolicyEngine
import ProviderSchemas
public import TerraformModel

extension RuleID {
  public static let providerVersionFits: RuleID = "provider-version-fits"
}

struct ProviderVersionFits: Rule {
  static let description = RuleDescription(
    id: .providerVersionFits,
    title: "The stack sets only what its version of the AWS provider supports",
    rationale: "Version 6 of the provider has types, arguments and runtimes that 5.100 rejects, and removed others.",
    sources: [
      "https://github.com/hashicorp/terraform-provider-aws/blob/main/website/docs/guides/version-6-upgrade.html.markdown"
    ],
    isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    reads: [
      .arguments("runtime", of: LambdaFunction.self)
    ],
    good: [
      Example("Transaction Search, and a provider that supports it") { stack in
        stack.versions.provider = .v6
        stack.add(RawResource("aws_xray_trace_segment_destination", "spans", ["destination": "CloudWatchLogs"]))
      },
      Example("A runtime that 5.100 knows") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("5.100 does not know the type") { stack in
        let settings: Block = ["destination": "CloudWatchLogs"]
        return [stack.add(RawResource("aws_xray_trace_segment_destination", "spans", settings)).address]
      },
      Counterexample("5.100 does not know the runtime") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          with: ["runtime": "nodejs24.x"])
        return [ingest.address]
      },
      Counterexample("Version 5 has no region argument on resources") { stack in
        [stack.add(Topic("alerts"), with: ["region": "eu-west-1"]).address]
      },
      Counterexample("A deployment of version 6 creates no stage") { stack in
        stack.versions.provider = .v6
        let settings: Block = ["rest_api_id": "a1b2c3", "stage_name": "prod"]
        return [stack.add(RawResource("aws_api_gateway_deployment", "api", settings)).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let version = stack.versions.provider
    let ofSchema = SchemaFaults(of: stack).all.filter(\.declaration.isOfAWS).flatMap { found -> [Finding] in
      let paths = found.faults.map { $0.filter(\.isUnknown).map(\.path) } ?? [[]]
      return paths.filter { path in ProviderSchema.aws.contains { $0.has(path, of: found.declaration.address) } }.map {
        path in
        let what = path.isEmpty ? found.declaration.address.type : path.joined(separator: ".")
        let instead = path == ["region"] ? "say `in:` where it is added" : "leave it out"
        return finding(on: found.declaration, what, instead, subject: path.joined(separator: "."), stack)
      }
    }
    guard version == .v5 else { return ofSchema }
    let byType = Dictionary(grouping: ProviderValue.all, by: \.type)
    return ofSchema
      + stack.managed(in: byType).flatMap { values, declarations in
        values.flatMap { value in
          declarations.compactMap { declaration in
            value.found(in: declaration).map {
              finding(
                on: declaration, "\(value.argument) = \"\($0)\"", "leave it out", subject: value.argument, stack)
            }
          }
        }
      }
  }

  private func finding(
    on declaration: Declaration, _ what: String, _ instead: String, subject: String, _ stack: DeclaredStack
  ) -> Finding {
    let version = stack.versions.provider
    let other: ProviderVersion = version == .v5 ? .v6 : .v5
    return finding(
      on: declaration,
      "'\(declaration.address)' has '\(what)', which version \(version.rawValue) of the provider rejects",
      fix: "\(instead), or declare in the stack `var versions: ToolVersions { ToolVersions(provider: .\(other)) }`",
      subject: subject)
  }
}
