import InfraModel
import Testing

@testable import TFEmit

@Suite struct JSONTests {
  @Test(arguments: [
    (0.1, "0.1"), (1, "1"), (60, "60"), (0.000005, "0.000005"), (1.5e-7, "0.00000015"), (21_600, "21600"),
    (1e22, "10000000000000000000000"), (-0.25, "-0.25"), (0, "0"), (99.9, "99.9"), (1.25e16, "12500000000000000"),
  ])
  func numbersArePlain(_ number: Double, _ text: String) {
    #expect(decimal(number) == text)
  }

  @Test func argumentsAreSortedAndEmptySectionsLeftOut() {
    let block: Block = ["b": 1, "a": true, "none": .blocks([]), "one": .blocks([["x": "y"]])]
    let written = json(block)
    #expect(
      written == """
        {
          "a": true,
          "b": 1,
          "one": {
            "x": "y"
          }
        }
        """)
  }

  @Test func severalBlocksAreAnArray() {
    let written = json(["query": .blocks([["id": "a"], ["id": "b"]])])
    #expect(
      written.split(separator: "\n").map { $0.drop { $0 == " " } }.joined() == #"{"query": [{"id": "a"},{"id": "b"}]}"#)
  }

  /// Eight bytes are looked at together: the one that matters may stand anywhere among them, beside any other.
  @Test func everyByteToEscapeIsFoundWhereverItStands() {
    for byte in UInt8.min..<0x80 {
      for neighbour in ["a", "#", "\u{7f}", "é", "~"] {
        for place in 0..<9 {
          let text = String(repeating: neighbour, count: place) + String(UnicodeScalar(byte)) + "abcdefgh"
          var escaped = ByteBuffer()
          escaped.append(escaping: text)
          let mustEscape = byte < 0x20 || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\")
          #expect((escaped.count > text.utf8.count) == mustEscape, "\(byte) after \(place) of \(neighbour)")
        }
      }
    }
  }

  @Test func controlCharactersAreEscapedAndOthersKept() {
    let written = json(["text": .text(Text("a\"b\\c\n\t\u{1}é\u{1F600}"))])
    #expect(written.contains(#""text": "a\"b\\c\n\t\u0001é😀""#))
  }

  @Test func literalPositionsAreNotEscaped() {
    let written = json(["key": .literal("${var.b}.tfstate")])
    #expect(written.contains(#""key": "${var.b}.tfstate""#))
  }

  @Test func mapKeysAreTemplates() {
    let written = json(["tags": .map(["${a}": "b"])])
    #expect(written.contains(#""$${a}": "b""#))
  }

  @Test func documentIsAStringWithReferencesInIt() {
    var stack = StackBuilder()
    let topic = stack.add(Topic("alerts"))
    let document: Value = [
      "Resource": .list([topic.arn.value, "arn:aws:s3:::b/${aws:username}"]), "Note": #"say "hi""#,
    ]
    let written = json(["policy": .json(document)])
    let expected =
      #""policy": "{\"Note\":\"say \\\"hi\\\"\",\"Resource\":[\"${aws_sns_topic.alerts.arn}\",\"arn:aws:s3:::b/$${aws:username}\"]}""#
    #expect(written.contains(expected))
  }

  private func json(_ block: Block) -> String {
    var writer = JSONWriter()
    writer.write(block)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
