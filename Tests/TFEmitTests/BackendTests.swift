import InfraModel
import Testing

@testable import TFEmit

@Suite struct BackendTests {
  @Test func localSaysNothing() {
    #expect(backend(.local) == nil)
    #expect(versions(.local).contains(#"required_version = ">= 1.6""#))
  }

  @Test func s3LocksWithAFileWhereTheVersionKnowsHow() {
    let s3 = Backend.s3(bucket: "states", region: .usWest2, lock: .lockfile)
    #expect(
      backend(s3)?["s3"]
        == .blocks([
          [
            "bucket": .literal("states"), "key": .literal("example/prod/terraform.tfstate"),
            "region": .literal("us-west-2"), "encrypt": true, "use_lockfile": true,
          ]
        ]))
    #expect(versions(s3).contains(#"required_version = ">= 1.10""#))
  }

  @Test func s3LocksWithATableForOlderVersions() {
    let s3 = Backend.s3(bucket: "states", region: .usWest2, lock: .dynamoDB(table: "locks"))
    #expect(arguments(s3)?["dynamodb_table"] == .literal("locks"))
    #expect(arguments(s3)?["use_lockfile"] == nil)
    #expect(versions(s3).contains(#"required_version = ">= 1.6""#))
  }

  @Test func cloudHasAWorkspaceForEachState() {
    let cloud = Backend.cloud(CloudWorkspaces(organization: "acme ${x}", project: "shop", named: "aws-"))
    let settings = terraform(of: DeclaredStack(StackBuilder(), backend: cloud))
    #expect(settings["backend"] == nil)
    #expect(
      settings["cloud"]
        == .blocks([
          [
            "organization": .literal("acme ${x}"),
            "workspaces": .blocks([["name": .literal("aws-example-prod"), "project": .literal("shop")]]),
          ]
        ]))
  }

  @Test func newestVersionIsAnUpperBound() {
    var stack = StackBuilder()
    stack.versions = ToolVersions(terraform: .v17, upTo: .v111)
    let written = String(decoding: versionsFile(of: DeclaredStack(stack)), as: UTF8.self)
    #expect(written.contains(#"required_version = ">= 1.7, < 1.12""#))
    #expect(requiredVersion(in: Array(written.utf8)) == ">= 1.7, < 1.12")
  }

  @Test func everyStackAndEnvironmentHasAStateOfItsOwn() {
    let backends: [Backend] = [
      .s3(bucket: "states", region: .usEast1, lock: .lockfile), .raw(RawBackend("gcs", stateAt: .argument("prefix"))),
      .raw(RawBackend("kubernetes", stateAt: .argument("secret_suffix", separator: "-"))),
    ]
    let identities = [("shop", "dev"), ("shop", "prod"), ("network", "prod")]
    for backend in backends {
      let states = identities.map { stack, environment in
        let block = backend.block(for: StackIdentity(stack: stack, environment: environment))
        return String(decoding: plainJSON(.map(block?.arguments.asMap ?? [:])), as: UTF8.self)
      }
      #expect(Set(states).count == identities.count)
    }
  }

  @Test func rawBackendsAreLiteral() {
    let raw = RawBackend(
      "http", stateAt: .argument("address", from: "https://states/", to: "?lock"),
      ["username": "${not evaluated}", "retry_max": 3, "skip_cert_verification": false, "address": "overruled"])
    let text = String(decoding: files(.raw(raw)).bytes, as: UTF8.self)
    #expect(text.contains(#""address": "https://states/example/prod?lock""#))
    #expect(text.contains(#""username": "${not evaluated}""#))
    #expect(text.contains(#""retry_max": 3"#))
  }

  /// The same words where Terraform does evaluate them.
  @Test func whatReadsAnotherStateIsATemplate() throws {
    var builder = StackBuilder()
    _ = builder.import(Odd.topic, from: .prod)
    let root = configuration(of: DeclaredStack(builder))
    let text = String(decoding: plainJSON(root["data"] ?? [:]), as: UTF8.self)
    #expect(text.contains(#""prefix": "$${x}/odd/prod""#))
  }

  private func backend(_ backend: Backend) -> Block? {
    terraform(of: DeclaredStack(StackBuilder(), backend: backend))["backend"].flatMap(onlyBlock)
  }

  private func arguments(_ backend: Backend) -> Block? {
    self.backend(backend)?["s3"].flatMap(onlyBlock)
  }

  private func onlyBlock(_ value: Value) -> Block? {
    if case .blocks(let blocks) = value, blocks.count == 1 { blocks[0] } else { nil }
  }

  private func versions(_ backend: Backend) -> String {
    String(decoding: versionsFile(of: DeclaredStack(StackBuilder(), backend: backend)), as: UTF8.self)
  }

  private func files(_ backend: Backend) -> (path: String, bytes: [UInt8]) {
    ("", plainJSON(.blocks([terraform(of: DeclaredStack(StackBuilder(), backend: backend))])))
  }
}

private struct Odd: Stack {
  enum Environment: String, StackEnvironment {
    case prod
    var isProduction: Bool { true }
  }

  static let name = "odd"
  static let topic = Exported<ARN<Topic>>("topic", through: .remoteState, description: "A topic")
  let environment: Environment
  var region: Region { .usEast1 }
  var backend: Backend { .raw(RawBackend("gcs", stateAt: .argument("prefix", from: "${x}/"))) }

  func declare(in stack: inout StackBuilder) {}
}
