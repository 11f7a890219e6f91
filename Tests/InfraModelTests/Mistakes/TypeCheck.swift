import Foundation
import Testing

/// Has the compiler look at snippets as a stack's author would write them: with `import InfraModel` and no more.
enum TypeCheck {
  /// The errors in the snippets, by the snippet's position. All of them are checked in one run of the compiler, each in
  /// a function and on a line of its own.
  static func linesWithErrors(_ snippets: [String]) throws -> [Int: String] {
    let folder = FileManager.default.temporaryDirectory.appending(path: "infra-gen-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "Snippets.swift")
    let functions = snippets.enumerated().map { "func snippet\($0)() { \($1) }" }
    try (preamble + functions).joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)

    let compiler = Process()
    compiler.executableURL = URL(filePath: "/usr/bin/env")
    compiler.arguments = [
      "swiftc", "-typecheck", "-swift-version", "6", "-diagnostic-style", "llvm", "-I", modules.path,
      "-module-cache-path",
      folder.appending(path: "cache").path, file.path,
    ]
    let output = Pipe()
    compiler.standardError = output
    compiler.standardOutput = output
    try compiler.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    compiler.waitUntilExit()
    var errors: [Int: String] = [:]
    for line in text.split(separator: "\n") {
      guard let match = line.firstMatch(of: /Snippets\.swift:(\d+):\d+: error: (.*)/), let number = Int(match.1) else {
        #expect(!line.contains("error:"), "\(line)")
        continue
      }
      #expect(number > preamble.count, "\(line)")
      errors[number - preamble.count - 1] = String(match.2)
    }
    return errors
  }

  /// What snippets may use, one declaration a line.
  private static let preamble = [
    "import InfraModel",
    #"nonisolated(unsafe) let metric = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)"#,
    #"nonisolated(unsafe) let inputs: KeyValuePairs<String, (Metric, Statistic)> = ["a": (metric, .sum)]"#,
    #"let role = ARN<Role>("arn:aws:iam::123456789012:role/r")"#,
    #"let roleName = RoleName("r")"#,
    #"let topic = ARN<Topic>("arn:aws:sns:us-east-1:123456789012:t")"#,
    #"let queue = ARN<Queue>("arn:aws:sqs:us-east-1:123456789012:q")"#,
    #"let group = ARN<LogGroup>("arn:aws:logs:us-east-1:123456789012:log-group:g")"#,
    #"let function = ARN<LambdaFunction>("arn:aws:lambda:us-east-1:123456789012:function:f")"#,
    #"let function0 = LambdaFunction("f", code: .image("u"), role: role, timeout: .seconds(1), logging: .text(to: "g"))"#,
    #"var builder = StackBuilder(); let revision = builder.add(TerraformData("r", remembering: "x"))"#,
  ]

  /// Beside the test's own executable, for the modules that it was built with are there.
  static var modules: URL {
    URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "Modules")
  }
}
