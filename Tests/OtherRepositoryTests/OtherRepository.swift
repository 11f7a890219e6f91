import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// A repository as `infra-gen init` begins it, in a folder below .build, with two programs of its own besides.
struct OtherRepository {
  let path: String
  static let ours = String(#filePath.dropLast("/Tests/OtherRepositoryTests/OtherRepository.swift".count))

  init() throws {
    path = "\(Self.ours)/.build/other-repository"
    // What was built stays, so that a second run takes seconds.
    for leftover in ["Sources", "Tests", "out", "infra-gen-types.json"] {
      try? FileManager.default.removeItem(atPath: "\(path)/\(leftover)")
    }
    for file in InitialPackage(name: "acme", infraKit: .path("../..")).files {
      let text = String(decoding: file.bytes, as: UTF8.self)
      try write(file.path == "Package.swift" ? addingTargets(to: text) : text, to: file.path)
    }
    // A package wants a source in each of its targets.
    for target in ["acme", "readme"] { try write("", to: "Sources/\(target)/Empty.swift") }
  }

  func write(_ text: String, to file: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(file)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Copies the sources of one of our stacks, each mistake in its place, and returns them by file name. The code of its
  /// functions is left empty: SwiftPM embeds it into our own program only.
  func copyStack(from folder: String, planting mistakes: [PlantedMistake]) throws -> [String: String] {
    var sources: [String: String] = [:]
    var embedded: Set<String> = []
    for file in try FileManager.default.contentsOfDirectory(atPath: "\(Self.ours)/\(folder)")
    where file.hasSuffix(".swift") {
      var source = try String(contentsOfFile: "\(Self.ours)/\(folder)/\(file)", encoding: .utf8)
      for mistake in mistakes where mistake.file == file {
        #expect(source.components(separatedBy: mistake.original).count == 2, "\(mistake.original) in \(file)")
        source = source.replacingOccurrences(of: mistake.original, with: mistake.replacement)
      }
      try write(source, to: "Sources/acme/\(file)")
      sources[file] = source
      embedded.formUnion(source.matches(of: /PackageResources\.(\w+)/).map { String($0.1) })
    }
    // What all of our stacks share beside their folders.
    let types = try FileManager.default.contentsOfDirectory(atPath: "\(Self.ours)/stacks/Types").map { "Types/\($0)" }
    for shared in ["OnCall.swift"] + types {
      try write(
        String(contentsOfFile: "\(Self.ours)/stacks/\(shared)", encoding: .utf8), to: "Sources/acme/\(shared)")
    }
    let constants = embedded.sorted().map { "  static let \($0): [UInt8] = []\n" }.joined()
    try write("enum PackageResources {\n\(constants)}\n", to: "Sources/acme/PackageResources.swift")
    return sources
  }

  /// Our documents about declaring, whose code makes one module.
  static func guides() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: "\(ours)/docs/guide").sorted().map { "docs/guide/\($0)" }
  }

  /// What stands between ```` ```swift ```` and ```` ``` ```` in one of our documents, each a file that imports the model.
  func swiftBlocks(in document: String) throws -> [String] {
    let text = try String(contentsOfFile: "\(Self.ours)/\(document)", encoding: .utf8)
    return text.components(separatedBy: "```swift\n").dropFirst().map { rest in
      let block = rest.components(separatedBy: "```")[0]
      return block.contains("import InfraModel") ? block : "import InfraModel\n\n\(block)"
    }
  }

  /// What stands between ```` ``` ```` and ```` ``` ```` in one of our documents, without a language.
  func consoleBlocks(in document: String) throws -> [String] {
    let text = try String(contentsOfFile: "\(Self.ours)/\(document)", encoding: .utf8)
    let parts = text.components(separatedBy: "```")
    return parts.indices.filter { $0 % 2 == 1 && parts[$0].hasPrefix("\n") }.map { parts[$0] }
  }

  /// Runs the commands that a document shows with the infra-gen of this clone, and compares what they print.
  func typeCommands(of document: String) throws {
    for block in try consoleBlocks(in: document) {
      for command in block.components(separatedBy: "\n$ infra-gen ").dropFirst() {
        let lines = command.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        let words = lines[0].split(separator: " ").map { $0.trimmingCharacters(in: ["'"]) }
        let ended = try run(["\(Self.ours)/.build/debug/infra-gen"] + words)
        let shown = lines.dropFirst().filter { !$0.isEmpty }.map { "\($0)\n" }.joined()
        #expect(ended.output + ended.log == shown, "\(document): \(lines[0])")
      }
    }
  }

  func build(product: String) throws {
    let built = try run(["swift", "build", "--product", product])
    try #require(built.status == 0, "\(built.output)\(built.log)")
  }

  /// Runs a program of the repository that has been built.
  func run(_ arguments: [String], with product: String) throws -> (status: Int32, output: String) {
    let ended = try run(["\(path)/.build/debug/\(product)"] + arguments)
    return (ended.status, ended.output)
  }

  /// Runs any program in the repository.
  func run(
    _ arguments: [String], environment: [String: String] = [:]
  ) throws -> (status: Int32, output: String, log: String) {
    try runProgram(arguments, in: path, environment: environment)
  }

  private func addingTargets(to manifest: String) -> String {
    manifest.replacingOccurrences(
      of: "  targets: [\n",
      with: """
          targets: [
            .executableTarget(name: "acme", dependencies: [infraKit]),
            .executableTarget(name: "readme", dependencies: [infraKit]),

        """)
  }
}

/// All that an infra-gen of one's own needs to say.
let acme = """
  import InfraCLI
  import InfraModel

  @main struct Acme: InfraProgram {
    static let stacks: [any Stack.Type] = [SentimentAnalyzer.self]
  }

  """
