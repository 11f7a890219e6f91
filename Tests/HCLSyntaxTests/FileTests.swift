import HCLSyntax
import Testing

@Suite struct FileTests {
  private let text = """
    # One
    // two

    /* three
     * four */
    resource aws_sqs_queue "jobs" { # five
      name = "a" // six
      tags = { # seven
        # eight
        a = 1 # nine
        b = 2, # ten
        # eleven
      }
      list = [
        # twelve
        1, # thirteen
        2 # fourteen
      ]

      sum = max(
        # fifteen
        1)
      # sixteen
    }
    one { a = 1 }
    none {}
    # seventeen
    """

  private func read(_ text: String) throws -> HCLFile { try HCLFile(reading: Array(text.utf8)) }

  @Test("Blocks have types, labels and bodies, and every part has its place")
  func partsHavePlaces() throws {
    let file = try read(text)
    let lines = HCLLines(Array(text.utf8))
    let block = try #require(file.body.blocks.first)
    #expect(file.body.blocks.map(\.type) == ["resource", "one", "none"])
    #expect(block.labels == ["aws_sqs_queue", "jobs"])
    #expect(lines.position(of: block.range.lowerBound) == HCLPosition(line: 6, column: 1))
    #expect(lines.position(of: block.range.upperBound) == HCLPosition(line: 24, column: 2))
    #expect(block.body.attributes.map(\.name) == ["name", "tags", "list", "sum"])
    let sum = try #require(block.body["sum"])
    #expect(lines.position(of: sum.range.lowerBound) == HCLPosition(line: 20, column: 9))
    #expect(lines.position(of: sum.range.upperBound) == HCLPosition(line: 22, column: 7))
    #expect(block.body.items.map(\.startsParagraph) == [false, false, false, true])
  }

  @Test("A comment is with what it is about")
  func commentsAreAttached() throws {
    let body = try read(text).body
    let items = try #require(body.blocks.first).body.items
    #expect(body.items[0].comments.flatMap(\.lines) == ["One", "two", "three", "* four"])
    #expect(items[0].comments.map(\.lines) == [["five"]])
    #expect(items[0].trailingComment?.lines == ["six"])
    #expect(items[3].comments.map(\.lines) == [["fifteen"]])
    #expect(body.blocks[0].body.closingComments.map(\.lines) == [["sixteen"]])
    #expect(body.closingComments.map(\.lines) == [["seventeen"]])
    guard case .object(let members, let end) = body.blocks[0].body["tags"]?.kind,
      case .tuple(let elements, _) = body.blocks[0].body["list"]?.kind
    else { return #expect(Bool(false), "no collections") }
    #expect(members.map { $0.comments.flatMap(\.lines) } == [["seven", "eight"], []])
    #expect(members.map { $0.trailingComment?.lines } == [["nine"], ["ten"]])
    #expect(end.map(\.lines) == [["eleven"]])
    #expect(elements.map { $0.comments.flatMap(\.lines) } == [["twelve"], []])
    #expect(elements.map { $0.trailingComment?.lines } == [["thirteen"], ["fourteen"]])
  }

  @Test("What is printed reads as the same, with each comment once")
  func printedFileIsTheSame() throws {
    let printed = try read(text).source
    #expect(
      printed == """
        # One
        # two
        # three
        # * four
        resource "aws_sqs_queue" "jobs" {
          # five
          name = "a" # six
          tags = {
            # seven
            # eight
            a = 1 # nine
            b = 2 # ten
            # eleven
          }
          list = [
            # twelve
            1, # thirteen
            2, # fourteen
          ]

          # fifteen
          sum = max(1)
          # sixteen
        }
        one {
          a = 1
        }
        none {}
        # seventeen

        """)
    #expect(try read(printed).source == printed)
  }

  @Test("Lines may end in returns, and a file may begin with a byte order mark")
  func lineEndsAreRead() throws {
    let returns = text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: "\r\n")
    #expect(try read(returns).source == read(text).source)
    #expect(try read("\u{feff}a = 1").source == "a = 1\n")
  }

  @Test(
    "A file that is not HCL has an error with its place",
    arguments: [
      ("a = 1 b = 2", 1, 7, "expected the end of the line, found 'b'"),
      ("a", 1, 2, "expected '=' or '{', found the end of the text"),
      ("a \"b\" = 1", 1, 7, "expected '{', found '='"), ("a {\n", 1, 3, "the '{' is not closed"),
      ("a { b = 1, c = 2 }", 1, 10, "expected '}', found ','"),
      ("a {}\n}", 2, 1, "expected the name of an argument or block, found '}'"),
      ("a = 1\nb = 2\na = 3", 3, 1, "'a' is set twice in this block"),
      ("a \"${b}\" {}", 1, 3, "a block's label cannot have interpolations"),
      ("a = 1\n\n= 2", 3, 1, "expected the name of an argument or block, found '='"),
      ("a = \n1", 1, 5, "expected a value, found the end of the line"),
      ("a {} b {}", 1, 6, "expected the end of the line, found 'b'"),
      ("a = 1\u{0}", 1, 6, "expected the end of the line, found a control character"),
      ("a = <<E\nb\nE", 1, 5, "the heredoc has no line 'E' that ends it"),
    ])
  func errorHasPlace(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    let error = #expect(throws: HCLSyntaxError.self) { try read(text) }
    #expect(error?.description == "line \(line), column \(column): \(message)")
  }

  @Test("Bytes that are no UTF-8 are an error with its place")
  func invalidBytesAreAnError() {
    let error = #expect(throws: HCLSyntaxError.self) { try HCLFile(reading: Array("a = 1\nb = \"é".utf8) + [0xff]) }
    #expect(error?.description == "line 2, column 7: the file is not in UTF-8")
  }

  @Test("What stands before an error is read")
  func readsUpToError() {
    let (file, error) = HCLFile.reading(Array("a = 1\nb {}\nc = = 2\nd = 3".utf8))
    #expect(file.source == "a = 1\nb {}\n")
    #expect(error?.position == HCLPosition(line: 3, column: 5))
  }

  /// Twice the time for twice the text: a text that is read in quadratic time takes minutes here.
  @Test(
    "The time to read a file grows with its length", .timeLimit(.minutes(2)),
    arguments: [
      "a { b = 1 }\n", "# c\n", "/* c */ ", "a {\nb = \"${a}%{if b}c%{endif}\"\n}\n", "a {\nb = <<E\n EX\n  F\nE\n}\n",
    ])
  func timeIsLinear(_ item: String) {
    #expect(HCLFile.reading(Array(String(repeating: item, count: 20_000).utf8)).error == nil)
  }

  @Test(
    "The time to read an expression grows with its length", .timeLimit(.minutes(2)),
    arguments: [
      "# c\n{ a = 1 }, /* c */ [2],\n", "f(\n# c\n[1], /* c */ [2]),\n", "a[/* c */ 0],\n", "\"${a}\",\n", "1 /* c */,",
    ])
  func timeOfExpressionIsLinear(_ argument: String) throws {
    _ = try HCLExpression(reading: "f(\(String(repeating: argument, count: 20_000)))")
  }
}
