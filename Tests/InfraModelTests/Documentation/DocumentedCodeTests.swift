import Foundation
import Testing

/// The Swift code in doc comments, as a reader would copy it.
@Suite struct DocumentedCodeTests {
  @Test("Every block of Swift in a doc comment compiles")
  func documentedCodeCompiles() throws {
    let blocks = try DocumentedCode.all()
    #expect(blocks.count > 20)
    let errors = try DocumentedCode.errors(in: blocks)
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
  }

  @Test("A block that does not compile is reported with the line of its source")
  func errorsNameTheSource() throws {
    let broken = DocumentedCode(file: "Sources/AWSModel/Example.swift", line: 7, text: "let x: Int = \"text\"")
    let errors = try DocumentedCode.errors(in: [broken])
    #expect(errors.contains { $0.hasPrefix("Sources/AWSModel/Example.swift:7:14: error:") }, "\(errors)")
  }
}

/// A block between ```` ```swift ```` and ```` ``` ```` in a doc comment.
struct DocumentedCode {
  /// From the repository's root.
  let file: String
  /// The line of its first statement.
  let line: Int
  let text: String

  static func all() throws -> [DocumentedCode] {
    let sources = repository.appending(path: "Sources")
    let files = try FileManager.default.subpathsOfDirectory(atPath: sources.path).filter { $0.hasSuffix(".swift") }
    return try files.sorted().flatMap { file in
      try blocks(
        in: String(contentsOf: sources.appending(path: file), encoding: .utf8), of: "Sources/\(file)")
    }
  }

  private static func blocks(in source: String, of file: String) -> [DocumentedCode] {
    var blocks: [DocumentedCode] = []
    var open: (line: Int, text: [String])?
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      let line = line.drop(while: { $0 == " " })
      guard line.hasPrefix("///") else {
        open = nil
        continue
      }
      let comment = line.dropFirst(3).trimmingPrefix(" ")
      if comment == "```swift" {
        open = (line: index + 2, text: [])
      } else if comment == "```", let block = open {
        blocks.append(DocumentedCode(file: file, line: block.line, text: block.text.joined(separator: "\n")))
        open = nil
      } else {
        open?.text.append(String(comment))
      }
    }
    return blocks
  }

  /// What the compiler objects to, each with its place in the sources.
  static func errors(in blocks: [DocumentedCode]) throws -> [String] {
    // The whole of a program stands in a module of its own, because of its `@main`.
    let programs = blocks.filter { $0.text.contains("@main") }
    let others = blocks.filter { !$0.text.contains("@main") }
    return try (programs.map { [$0] } + [others]).filter { !$0.isEmpty }.flatMap { module in
      try compilerErrors(in: module.enumerated().map { index, block in block.source(number: index) })
    }
  }

  /// What the compiler objects to in a module.
  ///
  /// - Parameter sources: The texts of the module's files.
  static func compilerErrors(in sources: [String], options: [String] = []) throws -> [String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "infra-gen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let files = try sources.enumerated().map { index, source in
      let file = folder.appending(path: "Block\(index).swift")
      try source.write(to: file, atomically: true, encoding: .utf8)
      return file.path
    }
    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments =
      [
        "swiftc", "-typecheck", "-parse-as-library", "-swift-version", "6", "-diagnostic-style", "llvm", "-I",
        TypeCheck.modules.path,
      ] + options + files
    let output = Pipe()
    compiler.standardError = output
    try compiler.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()
    let errors = text.split(separator: "\n").map(String.init).filter { $0.contains("error:") }
    return compiler.terminationStatus == 0 || !errors.isEmpty ? errors : [text]
  }

  /// A file with the block in it.
  private func source(number: Int) -> String {
    Self.imports + wrapped(locatedText, number: number) + (number == 0 ? Self.shared : "")
  }

  /// The block, in which the compiler counts lines as the block's own source does.
  var locatedText: String { "#sourceLocation(file: \"\(file)\", line: \(line))\n\(text)\n#sourceLocation()\n" }

  /// The block where Swift allows it: declarations at the top of a file or in a type, statements in a function.
  private func wrapped(_ code: String, number: Int) -> String {
    if let second = text.firstRange(of: "\n// in another stack:\n") {
      let first = code.replacing(
        String(text[second]), with: "\nfunc block\(number)(\(Self.parameters)) {\n", maxReplacements: 1)
      return first + "}\n"
    }
    if text.hasPrefix("struct ") || text.hasPrefix("@") { return code }
    if text.hasPrefix("public static ") || text.hasPrefix("var ") {
      return "struct Block\(number) { let environment = Step.dev\n" + code + "}\n"
    }
    if text.hasPrefix(".raw") { return "func block\(number)() -> Backend {\n" + code + "}\n" }
    let isOfSubject = file.hasSuffix("/Subject.swift")
    let function = isOfSubject ? "Subject<LambdaFunction>" : "Declared<LambdaFunction>"
    return "func block\(number)(\(Self.parameters), function: \(function)) throws {\n" + code + "}\n"
  }

  /// The names that blocks take for granted.
  private static let parameters = """
    _ stack: inout StackBuilder, exchange: Declared<LambdaFunction>, orders: Declared<LambdaFunction>, \
    payment: Declared<LambdaFunction>, inventory: Declared<LambdaFunction>, start: Declared<LambdaFunction>, \
    look: Declared<LambdaFunction>, role: Declared<Role>, alerts: Declared<Topic>, alarms: [ARN<any Alarm>], \
    alarm: MetricAlarm, stage: Declared<InfraModel.Stage>, bus: Declared<EventBus>, group: Declared<SecurityGroup>, \
    created: EventPattern, pool: Text
    """

  private static let imports = """
    import InfraCLI
    import InfraModel
    import InfraTesting
    import Testing
    @testable import AWSModel
    @testable import AWSRules
    @testable import PolicyEngine
    @testable import StackAnalysis
    @testable import TerraformModel

    """

  /// Types that blocks take for granted, in one file of each module.
  private static let shared = """
    enum Step { case dev, prod }
    struct Website: Stack {
      enum Environment: String, StackEnvironment {
        case prod
        var isProduction: Bool { true }
      }
      static let name = "website"
      let environment: Environment
      var region: Region { .usEast1 }
      func declare(in stack: inout StackBuilder) {}
    }
    struct TopicsAreEncrypted: Rule {
      static let description = RuleDescription(
        id: "topics-are-encrypted", title: "", rationale: "", sources: [], good: [], bad: [])
      func evaluate(in stack: DeclaredStack) -> RuleEvaluation { RuleEvaluation() }
    }

    """

  static let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()
}
