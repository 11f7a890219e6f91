import ProviderSchemas
import SwiftTypes

/// Declarations of resources of each type, every argument filled with what Terraform knows only when it runs, so that no
/// provider compares a value with what it takes.
func proof(of types: [GeneratedType], named service: String) -> String {
  var text = "import InfraModel\nimport Types\n\nfunc declare_\(identifier(service))(in stack: inout StackBuilder) {\n"
  for type in types {
    text += "  stack.add(\(type.swiftName).filled)\n"
  }
  text += "}\n"
  for type in types {
    text += "\nextension \(type.swiftName) {\n"
    text += "  static var filled: \(type.swiftName) {\n"
    text += "    \(type.swiftName)(\(call([#""filled""#], type.arguments, in: type)))\n  }\n}\n"
    for nested in type.nested {
      let name = "\(type.swiftName).\(nested.swiftName)"
      text +=
        "\nextension \(name) {\n  static var filled: \(name) {\n    \(name)(\(call([], nested.members, in: type)))\n  }\n}\n"
    }
  }
  return text
}

private func call(_ first: [String], _ members: [GeneratedType.Member], in type: GeneratedType) -> String {
  (first + members.map { "\($0.swiftName): \(value(of: $0, in: type))" }).joined(separator: ", ")
}

private func value(of member: GeneratedType.Member, in type: GeneratedType) -> String {
  guard member.swiftType.hasPrefix("[") else { return value(of: member.swiftType, in: type) }
  let element = value(of: String(member.swiftType.dropFirst().dropLast()), in: type)
  // A type may have a block called `array`.
  return "Swift.Array(repeating: \(element), count: \(max(1, member.fewest)))"
}

private func value(of swiftType: String, in type: GeneratedType) -> String {
  switch swiftType {
  case "Text": "text"
  case "Number": "number"
  case "Flag": "flag"
  case "Value": "anything"
  case _ where swiftType.hasPrefix("List<"): "[\(value(of: String(swiftType.dropFirst(5).dropLast()), in: type))]"
  case _ where swiftType.hasPrefix("Map<"):
    "[\"key\": \(value(of: String(swiftType.dropFirst(4).dropLast()), in: type))]"
  default: "\(type.swiftName).\(swiftType).filled"
  }
}

private func identifier(_ service: String) -> String {
  service.map { $0.isLetter || $0.isNumber ? String($0) : "_" }.joined()
}

func proofManifest(package: String) -> String {
  """
  // swift-tools-version: 6.1
  import PackageDescription

  let infraKit = Target.Dependency.product(name: "InfraKit", package: "infra-gen")
  let package = Package(
    name: "proof", platforms: [.macOS(.v15)],
    dependencies: [.package(name: "infra-gen", path: "\(package)")],
    targets: [
      .target(name: "Types", dependencies: [infraKit]),
      .executableTarget(name: "prove", dependencies: ["Types", infraKit]),
    ],
    swiftLanguageModes: [.v6]
  )

  """
}

func proofProgram(_ services: [String], provider: ProviderName) -> String {
  """
  import InfraCLI
  import InfraModel

  // What only a run of Terraform knows.
  var text: Text { Text(.raw("var.text")) }
  var number: Number { Number(.raw("var.number")) }
  var flag: Flag { Flag(.raw("var.flag")) }
  var anything: Value { .text(text) }

  struct Proof: Stack {
    enum Environment: String, StackEnvironment {
      case prod
      var isProduction: Bool { true }
    }
    static let name = "proof"
    let environment: Environment
    var region: Region { .usEast1 }
    var versions: ToolVersions { \(versions(provider)) }
    func declare(in stack: inout StackBuilder) {
      _ = stack.add(RawVariable("text", .string, description: "A text"))
      _ = stack.add(RawVariable("number", .number, description: "A number"))
      _ = stack.add(RawVariable("flag", .bool, description: "True or false"))
  \(services.map { "    declare_\(identifier($0))(in: &stack)" }.joined(separator: "\n"))
    }
  }

  @main struct Prove: InfraProgram {
    static let stacks: [any Stack.Type] = [Proof.self]
    // Every argument is held to the schema that its type was written from.
    static let rules: [any Rule.Type] = Policy.standardRules.filter { $0.description.id == .argumentExists }
  }

  """
}

private func versions(_ provider: ProviderName) -> String {
  provider.version.hasPrefix("6.") ? "ToolVersions(provider: .v6)" : "ToolVersions()"
}
