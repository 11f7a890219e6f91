import InfraModel
import Testing

@Suite struct TextTests {
  @Test func stringsAreLiteralWhateverTheyHold() {
    let name = "${aws_sns_topic.alerts.arn}"
    let text: Text = "to \(name)"
    #expect(text.literal == "to ${aws_sns_topic.alerts.arn}")
    #expect(text.references.isEmpty)
  }

  @Test func neighbouringLiteralsAreOne() {
    let text: Text = "a\("b")\(1)"
    #expect(text.parts == [.literal("ab1")])
  }

  @Test func referencesTravelInsideText() {
    var stack = StackBuilder()
    let topic = stack.add(Topic("alerts"))
    let text: Text = "<\(topic.arn)>"
    #expect(text.literal == nil)
    #expect(text.references.map(\.address) == [topic.address])
  }

  @Test(arguments: [
    ("arn:aws:sns:eu-west-1:123456789012:alerts", Region.euWest1), ("arn:aws:iam::aws:policy/X", nil), ("alerts", nil),
  ])
  func literalARNKnowsItsRegion(_ arn: String, _ region: Region?) {
    #expect(ARN<Topic>(Text(arn)).literalRegion == region)
  }
}
