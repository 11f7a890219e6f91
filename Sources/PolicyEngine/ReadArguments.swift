public import TerraformModel

/// Arguments of a resource type on whose values the answer of a rule depends, and which the rule does not read subject by
/// subject, but through an index or a picture of the whole stack.
///
/// Where one of them is known only after the apply, the resource was not examined: the rule is undetermined for it.
public struct ReadArguments: Sendable {
  /// Terraform's name of the type.
  let type: String
  /// Terraform's names of the arguments.
  let names: [String]

  /// - Parameters:
  ///   - names: Terraform's names, such as `threshold`.
  ///   - model: The type that has them.
  public static func arguments(_ names: String..., of model: any TypedResource.Type) -> ReadArguments {
    ReadArguments(type: model.type, names: names)
  }

  /// - Parameters:
  ///   - names: Terraform's names, such as `redrive_policy`.
  ///   - type: Terraform's name of a type that has no model in Swift.
  public static func arguments(_ names: String..., of type: String) -> ReadArguments {
    ReadArguments(type: type, names: names)
  }
}

extension Rule {
  /// What the rule finds in a stack, and what it cannot tell because an argument that it reads is unknown.
  public func evaluation(of stack: DeclaredStack) -> RuleEvaluation {
    evaluate(in: stack).addingUnknown(Self.description.reads, of: stack)
  }
}

extension RuleEvaluation {
  /// Adds the resources of which an argument is unknown, unless the rule has an answer for them all the same.
  func addingUnknown(_ reads: [ReadArguments], of stack: DeclaredStack) -> RuleEvaluation {
    guard !reads.isEmpty else { return self }
    let unknown = stack.cached(UnknownArguments.init).byType
    guard !unknown.isEmpty else { return self }
    let answered = Set(findings.map(\.address)).union(undetermined.map(\.address))
    var evaluation = self
    for read in reads {
      for (declaration, arguments) in unknown[read.type, default: []] where !answered.contains(declaration.address) {
        guard let name = read.names.first(where: arguments.contains) else { continue }
        evaluation.undetermined.append(
          Undetermined(on: declaration, because: DecodingFailure(argument: name, reason: .knownAfterApply)))
      }
    }
    return evaluation
  }
}

/// The resources with arguments whose values Terraform learns when it applies.
private struct UnknownArguments {
  var byType: [String: [(declaration: Declaration, names: Set<String>)]] = [:]

  init(_ stack: DeclaredStack) {
    for declaration in stack.declarations where declaration.address.mode == .managed {
      let names = declaration.block.arguments.filter { $0.value.isKnownAfterApply }.map(\.name)
      guard !names.isEmpty else { continue }
      byType[declaration.address.type, default: []].append((declaration, Set(names)))
    }
  }
}

extension Value {
  /// Whether the plan has nothing of the value but what it refers to, if that. One reference is a value: it is to a
  /// resource that the rules can look at.
  fileprivate var isKnownAfterApply: Bool {
    if case .text(let text) = self { text.onlyExpression?.isUndecided ?? false } else { false }
  }
}
