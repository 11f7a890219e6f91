import InfraModel
import Testing

/// As `infra-gen types` writes them.
private struct Stream: GeneratedResource {
  static let type = "aws_kinesis_stream"
  static let mode = Address.Mode.managed
  let label: String
  let arguments: Block

  init(_ label: String, name: Text, details: [Details]? = nil, mode: Details? = nil, retention: Number? = nil) {
    self.label = label
    var block = Block()
    block.set("name", name)
    block.nest("details", details)
    block.nest("stream_mode_details", mode)
    block.set("retention_period", retention)
    arguments = block
  }

  struct Details: GeneratedBlock {
    let arguments: Block

    init(streamMode: Text? = nil, other: Text? = nil) {
      var block = Block()
      block.setMember("stream_mode", streamMode)
      block.setMember("other", other)
      arguments = block
    }
  }

  struct Declared: GeneratedDeclaration {
    let declaredBlock: DeclaredBlock
    init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    var arn: Text { declaredBlock.text("arn") }
    var retentionPeriod: Number { declaredBlock.number("retention_period") }
    var enforced: Flag { declaredBlock.flag("enforce_consumer_deletion") }
    var metrics: List<Text> { declaredBlock.list("shard_level_metrics") }
    var tags: Map<Text> { declaredBlock.map("tags") }
  }
}

private struct StreamData: GeneratedResource {
  static let type = "aws_kinesis_stream"
  static let mode = Address.Mode.data
  let label: String
  let arguments: Block

  struct Declared: GeneratedDeclaration {
    let declaredBlock: DeclaredBlock
    init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    var arn: Text { declaredBlock.text("arn") }
  }
}

@Suite struct GeneratedResourceTests {
  @Test func `a generated resource is the raw one with its arguments`() {
    var generated = StackBuilder()
    generated.add(Stream("events-in", name: "events", mode: .init(streamMode: "ON_DEMAND"), retention: 24))
    var raw = StackBuilder()
    raw.add(
      RawResource(
        "aws_kinesis_stream", "events-in",
        [
          "name": "events", "retention_period": 24,
          "stream_mode_details": .blocks([["stream_mode": "ON_DEMAND", "other": Expression.raw("null").value]]),
        ]))
    let (one, other) = (generated.declarations[0], raw.declarations[0])
    #expect(one.address == other.address)
    #expect("\(one.address)" == "aws_kinesis_stream.events_in")
    #expect(one.block == other.block)
    #expect(one.resource is RawResource)
    #expect(one.location.line == #line - 14)
  }

  @Test func `attributes are references of their kinds`() {
    var stack = StackBuilder()
    let stream = stack.add(Stream("events", name: "events"))
    let reference = Reference(address: stream.address, attribute: "arn", stack: stack.identity)
    #expect(stream.arn == Text(.attribute(reference)))
    #expect(stream.reference(to: "arn") == reference)
    #expect(stream.retentionPeriod.value.references.map(\.attribute) == ["retention_period"])
    #expect(stream.enforced.value.references.map(\.attribute) == ["enforce_consumer_deletion"])
    #expect(stream.metrics[0].references.map(\.attribute) == ["shard_level_metrics"])
    #expect(stream.tags["Name"].references.map(\.attribute) == ["tags"])
    stack.add(Stream("copy", name: stream.arn, retention: stream.retentionPeriod))
    #expect(stack.declarations[1].block["retention_period"] == stream.retentionPeriod.value)
  }

  @Test func `instances have keys`() {
    var stack = StackBuilder()
    let each = stack.add(forEach: .set(["a", "b"])) { Stream("each", name: $0.key) }
    let counted = stack.add(count: 2, in: .euWest1) { Stream("counted", name: "s-\(Text($0))") }
    #expect(each["a"].arn.references.map(\.instance) == [.key("a".expression)])
    #expect(counted[1].declaredBlock.address.description == "aws_kinesis_stream.counted[1]")
    #expect(Expression(each["a"].arn) != Expression(each["b"].arn))
    #expect(Set(each.all(\.arn).value.references.map(\.address)) == [each.address])
    #expect(stack.declarations.map(\.region) == [.usEast1, .euWest1])
    #expect(stack.declarations[0].repetition == .forEach(.set(["a", "b"])))
  }

  @Test func `a data source is one`() {
    var stack = StackBuilder()
    let data = stack.add(StreamData(label: "found", arguments: ["name": "events"]), after: [])
    #expect("\(data.address)" == "data.aws_kinesis_stream.found")
    #expect(data.arn.references.map(\.attribute) == ["arn"])
  }

  @Test func `what stands beside the arguments arrives`() throws {
    var stack = StackBuilder()
    let first = stack.add(Stream("first", name: "first"))
    stack.add(
      Stream("second", name: "second"), in: .euWest1, after: [first.address], with: ["arn": "mine"],
      lifecycle: Lifecycle(preventDestroy: true),
      waiving: [Waiver(.argumentExists, reason: "a test", owner: "tests", until: "2027-01-31")])
    let second = stack.declarations[1]
    #expect(second.region == .euWest1)
    #expect(second.dependencies == [first.address])
    #expect(second.extraArguments == ["arn"])
    #expect(second.lifecycle.preventDestroy)
    #expect(second.waivers.count == 1)
  }

  @Test func `rules find in a generated resource what they find in any other`() {
    var stack = StackBuilder()
    stack.add(Stream("events", name: "events", details: [.init(streamMode: "x")]))
    let findings = Policy(today: "2026-11-21").report(on: DeclaredStack(stack)).findings
    #expect(findings.contains { $0.rule == .argumentExists && $0.message.contains("details") }, "\(findings)")
  }

  @Test func `values are literals, variables or expressions`() {
    var stack = StackBuilder()
    let days = stack.add(Variable("days", default: 2, description: "Days"))
    #expect(Number(days).value == days.value)
    #expect((2 as Number).value == 2)
    #expect((0.5 as Number).value == 0.5)
    #expect((true as Flag).value == true)
    #expect((["a"] as List<Text>).value == ["a"])
    #expect((["k": "a", "k": "b"] as Map<Text>).value == ["k": "b"])
    #expect(List<Text>(.raw("var.names")).expression == .raw("var.names"))
    #expect(Flag(.raw("var.on")).value == Expression.raw("var.on").value)
  }
}
