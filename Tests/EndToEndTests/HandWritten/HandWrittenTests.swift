import Foundation
import InfraModel
import TFEmit
import Testing

/// Configurations in Terraform's own language against the same in Swift: the real terraform plans both, and its plans are the
/// same. The configurations are no part of the repository; INFRA_GEN_HCL names the directory that has `flat`, `loops` and
/// `mods`, where it is not `../shared/cases/import`.
@Suite struct HandWrittenTests {
  @Test(
    .ifTheMachineCan, .enabled(if: Self.configurations != nil, "no configurations to compare with"),
    arguments: HandWrittenStack.allCases)
  func planIsThatOfTheConfiguration(_ written: HandWrittenStack) throws {
    let source = try #require(Self.configurations).appending(path: written.rawValue)
    let mirror = try #require(ProviderMirror.path)
    try withTemporaryDirectory { directory in
      let files = try Self.files(in: source)
      let own = try BuiltinTerraform(
        written.stack, files: files.filter { $0.key != "main.tf" }, readsAWS: true, below: directory)
      let other = try BuiltinTerraform(
        files: files, at: directory.appending(path: "hcl", directoryHint: .isDirectory))
      let plans = try [own, other].map { terraform in
        try terraform.run("init", "-no-color", "-plugin-dir=\(mirror)")
        return try terraform.plan(options: written.options)
      }
      for part in ["planned_values", "resource_changes", "output_changes"] {
        let (found, expected) = (plans[0][part], plans[1][part])
        #expect(found != nil && found == expected, "\(written): \(part)")
        if found != expected { Self.report(found, expected) }
      }
      let changes = plans[0]["resource_changes"]?.array?.count ?? 0
      let outputs = plans[0]["output_changes"]?.members.count ?? 0
      print("\(written): \(changes) resources and \(outputs) outputs are planned alike")
    }
  }

  /// Where the configurations are.
  private static let configurations: URL? = {
    let named = ProcessInfo.processInfo.environment["INFRA_GEN_HCL"].map { URL(filePath: $0) }
    let folder = named ?? Repository.root.appending(path: "../shared/cases/import").standardizedFileURL
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }()

  private static func files(in folder: URL) throws -> [String: String] {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return Dictionary(
      uniqueKeysWithValues: try paths.filter { $0.hasSuffix(".tf") || $0.hasSuffix(".tpl") }.map {
        ($0, try String(contentsOf: folder.appending(path: $0), encoding: .utf8))
      })
  }

  /// The first members that differ.
  private static func report(_ found: JSON?, _ expected: JSON?) {
    for (one, other) in zip(found?.array ?? [], expected?.array ?? []) where one != other {
      print("found \(one)\nexpected \(other)")
      return
    }
    print("found \(String(describing: found))\nexpected \(String(describing: expected))")
  }
}
