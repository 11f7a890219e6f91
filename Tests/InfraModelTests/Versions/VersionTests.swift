import Testing

@testable import InfraModel

@Suite struct VersionTests {
  @Test func versionsAreOrderedAsNumbersNotAsText() {
    #expect(TerraformVersion.v19 < .v110)
    #expect(TerraformVersion.v110.description == "1.10")
    #expect(TerraformVersion.allCases.min() == .oldest)
  }

  @Test func everythingIsTakenByTheVersionItAsksFor() {
    for oldest in TerraformVersion.allCases {
      var builder = StackBuilder()
      builder.versions.terraform = oldest
      builder.add(StateChange.removed(Address(type: "aws_sns_topic", name: "alarms")))
      let isRefused = !TerraformVersionFits().findings(in: DeclaredStack(builder)).isEmpty
      #expect(isRefused == (oldest < .v17))
    }
  }

  @Test func functionsAreFoundHoweverDeep() {
    let call = Text(.conditional(.literal(true), then: .call("issensitive", [.local("x")]), else: .literal("")))
    let block: Block = ["policy": .json(["Statement": .list([["Sid": .text("a\(call)")]])])]
    #expect(block.features == [.function("issensitive")])
  }

  @Test func stacksSayWhatTheyAreAppliedWith() {
    #expect(DeclaredStack(Modern(environment: .prod)).versions == ToolVersions(terraform: .v110, provider: .v6))
    #expect(DeclaredStack(ExampleNetwork(environment: .prod)).versions == ToolVersions())
  }
}

private struct Modern: Stack {
  static let name = "modern"
  let environment: ExampleEnvironment
  var region: Region { .usEast1 }
  var versions: ToolVersions { ToolVersions(terraform: .v110, provider: .v6) }

  func declare(in stack: inout StackBuilder) {}
}
