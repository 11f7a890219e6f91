import InfraModel
import Testing

@testable import AWSRules

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

  /// `~> 6.25` has everything of 6.25 and nothing that came later, unless the stack uses it.
  @Test(arguments: [
    ("python3.13", ProviderVersion.v5, "~> 5.100"), ("nodejs24.x", .v6, "~> 6.25"), ("dotnet10", .v6, "~> 6.27"),
    ("ruby4.0", .v6, "~> 6.46"),
  ])
  func constraintIsOfTheFirstVersionThatHasWhatIsUsed(
    _ runtime: String, _ version: ProviderVersion, _ constraint: String
  ) {
    var builder = StackBuilder()
    builder.versions.provider = version
    let arguments: Block = ["runtime": .text(Text(runtime))]
    builder.add(RawResource("aws_lambda_function", "api", arguments))
    #expect(DeclaredStack(builder).providerConstraint == constraint)
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
