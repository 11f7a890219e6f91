import Foundation
import Testing

/// A package in a folder of its own below .build, which depends on this one by path.
struct OtherRepository {
  let path: String
  private let ours = String(#filePath.dropLast("/Tests/OtherRepositoryTests/OtherRepository.swift".count))

  init() throws {
    path = "\(ours)/.build/other-repository"
    // What was built stays, so that a second run takes seconds.
    for leftover in ["Sources", "out"] { try? FileManager.default.removeItem(atPath: "\(path)/\(leftover)") }
    try write(manifest, to: "Package.swift")
    // A package wants a source in each of its targets.
    for target in ["acme", "readme"] { try write("", to: "Sources/\(target)/Empty.swift") }
  }

  func write(_ text: String, to file: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(file)")
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
  }

  /// Copies the sources of one of our stacks, each mistake in its place, and returns them by file name.
  func copyStack(from folder: String, planting mistakes: [PlantedMistake]) throws -> [String: String] {
    var sources: [String: String] = [:]
    for file in try FileManager.default.contentsOfDirectory(atPath: "\(ours)/\(folder)") {
      var source = try String(contentsOfFile: "\(ours)/\(folder)/\(file)", encoding: .utf8)
      for mistake in mistakes where mistake.file == file {
        #expect(source.components(separatedBy: mistake.original).count == 2, "\(mistake.original) in \(file)")
        source = source.replacingOccurrences(of: mistake.original, with: mistake.replacement)
      }
      try write(source, to: "Sources/acme/\(file)")
      sources[file] = source
    }
    return sources
  }

  /// What stands between ```` ```swift ```` and ```` ``` ```` in one of our documents, each a file that imports the model.
  func swiftBlocks(in document: String) throws -> [String] {
    let text = try String(contentsOfFile: "\(ours)/\(document)", encoding: .utf8)
    return text.components(separatedBy: "```swift\n").dropFirst().map { rest in
      let block = rest.components(separatedBy: "```")[0]
      return block.contains("import InfraModel") ? block : "import InfraModel\n\n\(block)"
    }
  }

  func build(product: String) throws {
    let built = try run("/usr/bin/env", ["swift", "build", "--product", product])
    try #require(built.status == 0, "\(built.output)")
  }

  func run(_ arguments: [String], with product: String) throws -> (status: Int32, output: String) {
    try run("\(path)/.build/debug/\(product)", arguments)
  }

  private func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(fileURLWithPath: path)
    let output = Pipe()
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return (process.terminationStatus, String(decoding: bytes, as: UTF8.self))
  }

  private var manifest: String {
    """
    // swift-tools-version: 6.1
    import PackageDescription

    let package = Package(
      name: "acme",
      dependencies: [.package(name: "infra-gen", path: "../..")],
      targets: [
        .executableTarget(name: "acme", dependencies: [.product(name: "InfraKit", package: "infra-gen")]),
        .executableTarget(name: "readme", dependencies: [.product(name: "InfraKit", package: "infra-gen")]),
      ]
    )

    """
  }
}
