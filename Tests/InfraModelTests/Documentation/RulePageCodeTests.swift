import Foundation
import Testing

/// The examples on rules' pages, as a reader would copy them into the `declare(in:)` of a stack.
@Suite struct RulePageCodeTests {
  /// The compiler runs once for all pages, which takes about 5 seconds.
  @Test("Every example on a rule's page compiles outside of InfraModel, without warnings")
  func examplesCompile() throws {
    let examples = try DocumentedCode.onRulePages()
    #expect(examples.count > 700)
    let errors = try DocumentedCode.errors(inExamples: examples)
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
  }

  @Test("An example that uses what is not public is reported with its line on the page")
  func internalsAreReported() throws {
    let example = DocumentedCode(file: "docs/rules/example.md", line: 7, text: "stack.load = stack.load")
    let errors = try DocumentedCode.errors(inExamples: [example])
    #expect(
      errors.contains { $0.hasPrefix("docs/rules/example.md:7:") && $0.contains("inaccessible due to 'package'") },
      "\(errors)")
  }
}

extension DocumentedCode {
  /// The blocks of Swift on all pages of docs/rules.
  fileprivate static func onRulePages() throws -> [DocumentedCode] {
    let folder = repository.appending(path: "docs/rules")
    let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }
    return try pages.sorted().flatMap { page in
      try blocks(onPage: String(contentsOf: folder.appending(path: page), encoding: .utf8), of: "docs/rules/\(page)")
    }
  }

  private static func blocks(onPage page: String, of file: String) -> [DocumentedCode] {
    var blocks: [DocumentedCode] = []
    var open: (line: Int, text: [Substring])?
    for (index, line) in page.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      if line == "```swift" {
        open = (line: index + 2, text: [])
      } else if line == "```", let block = open {
        blocks.append(DocumentedCode(file: file, line: block.line, text: block.text.joined(separator: "\n")))
        open = nil
      } else {
        open?.text.append(line)
      }
    }
    return blocks
  }

  /// What the compiler objects to in examples that declare a stack, each with its place on its page.
  fileprivate static func errors(inExamples examples: [DocumentedCode]) throws -> [String] {
    let functions = examples.enumerated().map { number, example in
      "func example\(number)(in stack: inout StackBuilder) {\n\(example.locatedText)}\n"
    }
    return try compilerErrors(in: ["import InfraModel\n" + functions.joined()], options: ["-warnings-as-errors"])
  }
}
