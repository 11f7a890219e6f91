import InfraModel
import Stacks

@testable import TerraformModel

/// A value that a document asks for, of an argument that several values are legal for.
struct Expectation: Sendable {
  let system: SystemName
  let address: String
  let path: String
  /// As Terraform's output shows it; a list's entries are apart by commas.
  let value: String
  /// Where it is asked for; `nil` for every environment that declares the resource.
  let environments: Set<String>?

  static func expect(
    _ system: SystemName, _ address: String, _ path: String, _ value: String, in environments: String...
  ) -> Expectation {
    Expectation(
      system: system, address: address, path: path, value: value,
      environments: environments.isEmpty ? nil : Set(environments))
  }

  /// For the document.
  var words: String {
    let places = environments.map { " in \($0.sorted().joined(separator: ", "))" } ?? ""
    return "`\(path)` of `\(address)` is not `\(value)`\(places)"
  }

  /// Whether it is asked of a stack: one of the environments, if it declares the resource.
  func isAsked(of stack: StackBuilder) -> Bool {
    (environments.map { $0.contains(stack.identity.environment) } ?? true)
      && stack.declarations.contains { "\($0.address)" == address }
  }

  /// What the stack has instead; `nil` where it has what is expected.
  func objection(to stack: StackBuilder) -> String? {
    guard let declaration = stack.declarations.first(where: { "\($0.address)" == address }) else {
      return "\(stack.identity): '\(address)' is not declared"
    }
    let declared = DeclaredStack(stack)
    let found = declaration.block.value(at: path)?.spelled(in: declared)
    return found == value ? nil : "\(stack.identity): '\(path)' of '\(address)' is \(found ?? "not set"), not \(value)"
  }

  /// The expected value replaced by another.
  var breakage: Breakage { .set(system, address, path, "? another ?", "expectation") }
}

extension Value {
  fileprivate func spelled(in stack: DeclaredStack) -> String? {
    switch self {
    case .list(let values): values.map { $0.spelled(in: stack) ?? "?" }.joined(separator: ",")
    default: text(in: stack)
    }
  }
}
