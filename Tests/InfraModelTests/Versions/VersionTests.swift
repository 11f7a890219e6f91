import InfraModel
import Testing

@testable import AWSRules

@Suite struct VersionTests {
  @Test func versionsAreOrderedAsNumbersNotAsText() {
    #expect(TerraformVersion.v19 < .v110)
    #expect(TerraformVersion.v110.description == "1.10")
    #expect(TerraformVersion.allCases.min() == .oldest)
  }

  @Test func versionThatIsTooOldForSomethingIsRefused() {
    for newest in TerraformVersion.allCases {
      var builder = StackBuilder()
      builder.versions.newestTerraform = newest
      builder.add(StateChange.removed(Address(type: "aws_sns_topic", name: "alarms")))
      let isRefused = !TerraformVersionFits().findings(in: DeclaredStack(builder)).isEmpty
      #expect(isRefused == (newest < .v110))
    }
  }

  @Test func backendThatNeedsANewerVersionIsRefused() {
    func findings(upTo newest: TerraformVersion) -> Int {
      var builder = StackBuilder()
      builder.versions.newestTerraform = newest
      builder.add(Topic("alerts"))
      let backend = Backend.s3(bucket: "states", region: .usEast1, lock: .lockfile)
      return TerraformVersionFits().findings(in: DeclaredStack(builder, backend: backend)).count
    }
    #expect(findings(upTo: .v19) == 1)
    #expect(findings(upTo: .v110) == 0)
  }

  @Test("The oldest version is that of the stack, or of what it uses", arguments: TerraformVersion.allCases)
  func oldestVersionRises(_ declared: TerraformVersion) {
    func oldest(_ backend: Backend = .local, _ declare: (inout StackBuilder) -> Void) -> TerraformVersion {
      var builder = StackBuilder()
      builder.versions.terraform = declared
      declare(&builder)
      return DeclaredStack(builder, backend: backend).oldestTerraform
    }
    let topics = Address(type: "aws_sns_topic", name: "alarms")
    #expect(oldest { $0.add(Topic("alerts")) } == declared)
    #expect(oldest { $0.add(StateChange.removed(topics)) } == max(declared, .v110))
    #expect(oldest { $0.add(StateChange.importedByIdentity(topics, ["name": "a"])) } == max(declared, .v113))
    #expect(oldest { $0.add(RawEphemeralResource("random_password", "p")) } == max(declared, .v111))
    #expect(
      oldest { _ = $0.add(RawVariable("key", .string, description: "", isEphemeral: true)) } == max(declared, .v111))
    #expect(
      oldest { _ = $0.add(Local("a", Text(.call("provider::aws::arn_parse", ["a"])))) } == max(declared, .v18))
    #expect(
      oldest { _ = $0.add(Local("a", Text(.raw("provider::aws::arn_parse(\"a\").region")))) } == max(declared, .v18))
    #expect(
      oldest {
        let most = $0.add(RawVariable("most", .number, default: 3, description: ""))
        _ = $0.add(
          RawVariable(
            "size", .number, default: 1, description: "",
            validations: [CustomCondition(.binary(.raw("var.size"), .atMost, most), otherwise: "too much")]))
      } == max(declared, .v19))
    #expect(
      oldest {
        let all = $0.add(forEach: .set(["a"])) { _ in Topic("events") }
        $0.add(InstanceImport(of: all, forEach: .set(["a"])) { "\($0.key)" })
      } == max(declared, .v17))
    #expect(oldest(.s3(bucket: "b", region: .usEast1, lock: .lockfile)) { _ in } == max(declared, .v110))
    // Where a condition and a provisioner call a function.
    let condition = CustomCondition(.call("issensitive", ["a"]), otherwise: "no")
    #expect(
      oldest { $0.add(Topic("a"), lifecycle: Lifecycle(preconditions: [condition])) } == max(declared, .v18))
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

  /// The first of the versions whose schema is known: 6.46 was the first to have Transaction Search.
  @Test(arguments: [
    ("aws_lambda_function", "durable_config", "~> 6.25"),
    ("aws_xray_trace_segment_destination", "destination", "~> 6.49"), ("aws_sns_topic", "name", "~> 6.25"),
    ("aws_sns_topic", "misspelt", "~> 6.25"),
  ])
  func constraintIsOfTheFirstSchemaThatHasWhatIsUsed(_ type: String, _ argument: String, _ constraint: String) {
    var builder = StackBuilder()
    builder.versions.provider = .v6
    builder.add(RawResource(type, "one", Block(uniqueArguments: [(argument, .blocks([[:]]))])))
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
