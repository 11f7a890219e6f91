import InfraModel
import StackImport

extension InitialPackage {
  /// The files of a new package with one stack, without the sample and its test.
  func files(with stack: StackImport) -> [GeneratedFile] {
    func file(_ path: String, _ text: String) -> GeneratedFile {
      GeneratedFile(path: path, bytes: Array(text.utf8))
    }
    let list = """
      import InfraModel

      /// The stacks to check and write. Other stacks in this module are ignored.
      public let stacks: [any Stack.Type] = [\(stack.typeName).self]

      /// The rules: infra-gen's own, then yours.
      public let rules: [any Rule.Type] = Policy.standardRules

      """
    let test = """
      import InfraModel
      import InfraTesting
      import Testing

      @testable import Infrastructure

      @Suite struct \(stack.typeName)Tests {
        @Test(arguments: \(stack.typeName).Environment.allCases)
        func terraformValidates(_ environment: \(stack.typeName).Environment) throws {
          try expectValidTerraform(\(stack.typeName)(environment: environment), rules: rules)
        }
      }

      """
    let replaced = [
      "Sources/Infrastructure/Hello.swift": file("Sources/Infrastructure/\(stack.typeName).swift", stack.source),
      "Sources/Infrastructure/Infrastructure.swift": file("Sources/Infrastructure/Infrastructure.swift", list),
      "Tests/InfrastructureTests/HelloTests.swift": file(
        "Tests/InfrastructureTests/\(stack.typeName)Tests.swift", test),
    ]
    return files.map { replaced[$0.path] ?? $0 }
  }
}
