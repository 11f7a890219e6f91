import InfraModel
import Testing

@testable import TFEmit

@Suite struct ConfigurationTests {
  @Test func anotherRegionBecomesAProviderAlias() throws {
    var builder = StackBuilder(region: .euWest1)
    builder.add(Topic("home"))
    builder.add(Topic("abroad"), in: .usEast1)
    let root = configuration(of: DeclaredStack(builder, tags: ["Team": "sre"]))

    #expect(root["provider", 0, "aws", 0]?["region"] == "eu-west-1")
    #expect(root["provider", 0, "aws", 1]?["alias"] == .literal("us_east_1"))
    #expect(root["provider", 0, "aws", 1]?["default_tags"] == .blocks([["tags": ["Team": "sre"]]]))
    #expect(root["resource", 0, "aws_sns_topic", 0, "home", 0]?["provider"] == nil)
    #expect(root["resource", 0, "aws_sns_topic", 0, "abroad", 0]?["provider"] == .literal("aws.us_east_1"))
  }

  @Test func dependenciesAndLifecycleAreBareReferences() {
    var builder = StackBuilder()
    let topic = builder.add(Topic("a"))
    let lifecycle = Lifecycle(createBeforeDestroy: true, ignoreChanges: ["tags"], replaceTriggeredBy: [topic.address])
    builder.add(RawResource("aws_thing", "b", lifecycle: lifecycle), after: [topic.address])
    let block = configuration(of: DeclaredStack(builder))["resource", 0, "aws_thing", 0, "b", 0]

    #expect(block?["depends_on"] == .list([.address(topic.address)]))
    #expect(
      block?["lifecycle"]
        == .blocks([
          [
            "create_before_destroy": true, "ignore_changes": .list([.literal("tags")]),
            "replace_triggered_by": .list([.address(topic.address)]),
          ]
        ]))
  }

  @Test("Terraform's keyword `all` is written without brackets", arguments: [IgnoredChanges.all, ["all"]])
  func ignoringAllChanges(_ ignored: IgnoredChanges) {
    var builder = StackBuilder()
    builder.add(RawResource("aws_thing", "b", lifecycle: Lifecycle(ignoreChanges: ignored)))
    let block = configuration(of: DeclaredStack(builder))["resource", 0, "aws_thing", 0, "b", 0]
    #expect(block?["lifecycle"] == .blocks([["ignore_changes": "all"]]))
  }

  @Test func dataSourcesHaveASectionOfTheirOwn() {
    var builder = StackBuilder()
    builder.add(CallerIdentity())
    let root = configuration(of: DeclaredStack(builder))
    #expect(root["data", 0, "aws_caller_identity", 0, "current", 0] == [:])
    #expect(root["resource"] == nil)
  }

  @Test func orderOfDeclarationDoesNotShow() throws {
    let add: [@Sendable (inout StackBuilder) -> Void] = [
      { $0.add(Topic("a")) }, { $0.add(Topic("b"), in: .usWest2) }, { $0.add(Queue("c", retention: .seconds(60))) },
      { $0.add(Topic("d"), in: .euWest1) },
    ]
    let expected = try bytes(declaring: add)
    for _ in 0..<20 { #expect(try bytes(declaring: add.shuffled()) == expected) }
  }

  private func bytes(declaring add: [@Sendable (inout StackBuilder) -> Void]) throws -> [GeneratedFile] {
    var builder = StackBuilder()
    for add in add { add(&builder) }
    return try #require(Policy(rules: [], today: "2026-01-01").report(on: DeclaredStack(builder)).validated).files()
  }
}

extension Block {
  /// The nested block at a path of names and positions.
  fileprivate subscript(path: any PathElement...) -> Block? {
    var block: Block = self
    for index in stride(from: 0, to: path.count, by: 2) {
      guard let name = path[index] as? String, let position = path[index + 1] as? Int,
        let blocks = block[name]?.allBlocks, position < blocks.count
      else { return nil }
      block = blocks[position]
    }
    return block
  }
}

extension Value {
  /// Nested blocks, also where they are in a list even if there is one.
  fileprivate var allBlocks: [Block]? {
    switch self {
    case .blocks(let blocks): blocks
    case .list(let values): values.flatMap { $0.allBlocks ?? [] }
    default: nil
    }
  }
}

private protocol PathElement {}
extension String: PathElement {}
extension Int: PathElement {}
