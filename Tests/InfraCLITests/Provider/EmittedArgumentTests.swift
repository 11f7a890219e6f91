import AWSRules
import InfraModel
import ProviderSchemas
import Stacks
import TerraformModel
import Testing

/// Everything that the models write is in the schema of both major versions of the provider.
@Suite struct EmittedArgumentTests {
  /// What only one of them takes is what a rule reports.
  @Test(arguments: ["5.100.0", "6.25.0", "6.69.1"]) func everyArgumentIsOneOfTheProvider(_ version: String) throws {
    let schema = try #require(ProviderSchema.aws.first { $0.version == version })
    var faults: [String] = []
    var count = 0
    for declaration in declarations {
      let address = declaration.address
      guard let mode = SchemaMode(address.mode), let block = schema.block(of: address.type, mode) else { continue }
      count += declaration.block.arguments.count
      faults += block.faults(in: declaration.block).filter { $0.problem != .deprecated }
        // An example shows only what its rule is about.
        .filter { $0.problem != .missing || !(declaration.resource is RawResource) }
        .filter { fault in !fault.isUnknown || !ProviderSchema.aws.contains { $0.has(fault.path, of: address) } }
        .map { "\(address): \($0)" }
    }
    #expect(count > 3_000)
    #expect(faults == [])
  }

  @Test func nothingThatIsWrittenIsDeprecated() throws {
    let schema = try #require(ProviderSchema.aws.first)
    let deprecated = declarations.flatMap { declaration in
      schema.block(of: declaration.address.type)?.faults(in: declaration.block)
        .filter { $0.problem == .deprecated }.map { "\(declaration.address): \($0.path)" } ?? []
    }
    #expect(deprecated == [])
  }

  /// Of our stacks, of what the rules like, and of every other variant.
  private var declarations: [Declaration] {
    let examples = Policy.standardRules.flatMap { $0.description.good }.map { example in
      var builder = StackBuilder()
      example.declare(&builder)
      return DeclaredStack(builder)
    }
    return (stacks.flatMap { $0.everyEnvironment } + examples + [variants]).flatMap(\.declarations)
      .filter { $0.address.type.hasPrefix("aws_") }
  }
}
