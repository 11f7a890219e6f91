import Foundation
import InfraModel
import Stacks
import TFEmit
import Testing

/// Everything that the models write is in a list, which is compared with what the provider's versions know: with 6.25 by
/// hand, and with the one that tests run by `test_provider_schema.py`.
@Suite struct EmittedArgumentTests {
  @Test func everyArgumentThatIsWrittenWasComparedWithBothVersions() throws {
    let compared = try Set(list("arguments"))
    let emitted = emittedArguments
    #expect(emitted.count > 300)
    let new = emitted.subtracting(compared).sorted()
    #expect(
      new.isEmpty,
      "look whether both versions take them and deprecate neither, then add them to arguments.json: \(new)")
    #expect(compared.subtracting(emitted).sorted() == [], "nothing writes these any more")
  }

  /// What `test_provider_schema.py` is to find only in one version.
  @Test func differencesAreInTheListAsWell() throws {
    for version in ProviderVersion.allCases {
      let differences = ProviderDifference.all.filter { $0.version == version && $0.values.isEmpty }
        .compactMap { difference in
          difference.type.map { type in [type, difference.argument].compactMap(\.self).joined(separator: ".") }
        }
      #expect(try list("onlyIn\(version.rawValue)") == differences.sorted())
    }
  }

  private func list(_ name: String) throws -> [String] {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "arguments.json")
    let document = try JSON(reading: Array(try Data(contentsOf: file)))
    return try #require(document[name]?.array).compactMap(\.string)
  }

  /// `aws_lambda_function.tracing_config.mode`: of our stacks, of what the rules like, and of every other variant.
  private var emittedArguments: Set<String> {
    let examples = Policy.standardRules.flatMap { $0.description.good }.map { example in
      var builder = StackBuilder()
      example.declare(&builder)
      return DeclaredStack(builder)
    }
    let declared = stacks.flatMap { $0.everyEnvironment } + examples + [variants]
    var arguments: Set<String> = []
    for declaration in declared.flatMap(\.declarations) {
      let address = declaration.address
      guard address.type.hasPrefix("aws_"), !(declaration.resource is RawResource) else { continue }
      collect(declaration.block, below: (address.mode == .data ? "data." : "") + address.type, into: &arguments)
    }
    return arguments
  }

  private func collect(_ block: Block, below path: String, into arguments: inout Set<String>) {
    for argument in block.arguments {
      let path = "\(path).\(argument.name)"
      arguments.insert(path)
      collect(argument.value, below: path, into: &arguments)
    }
  }

  private func collect(_ value: Value, below path: String, into arguments: inout Set<String>) {
    switch value {
    case .blocks(let blocks): for block in blocks { collect(block, below: path, into: &arguments) }
    case .list(let values): for value in values { collect(value, below: path, into: &arguments) }
    case .bool, .integer, .number, .text, .literal, .address, .map, .literalMap, .json: break
    }
  }
}
