import InfraModel
import Stacks

/// How far a directory is taken. To apply and destroy takes minutes, a plan seconds.
enum Life {
  /// Until it has been applied, read back and destroyed.
  case whole
  /// Until its plan.
  case planned

  /// Whether a plan is enough for `<stack>/<environment>`: the stack's other environments are applied with all of its
  /// resources, and one of them records the same traces. Whatever else is in out/ has a whole life, so nothing new is
  /// ever forgotten.
  static func planned(_ path: String) -> Bool {
    plannedEnvironments.contains(path)
  }

  private static let plannedEnvironments = Set(stacks.flatMap { $0.plannedEnvironments })
}

extension Stack {
  fileprivate static var plannedEnvironments: [String] {
    var applied: [DeclaredStack] = []
    // Production first: where the others have nothing more, it is the one that is applied.
    let environments = Environment.allCases.filter(\.isProduction) + Environment.allCases.filter { !$0.isProduction }
    return environments.compactMap { environment in
      let stack = DeclaredStack(Self(environment: environment))
      if stack.isCovered(by: applied) { return "\(stack.identity)" }
      applied.append(stack)
      return nil
    }
  }
}

extension DeclaredStack {
  fileprivate func isCovered(by others: [DeclaredStack]) -> Bool {
    let isThere = declarations.allSatisfy { declaration in others.contains { $0.declares(declaration.address) } }
    return isThere && others.contains { $0.tracesLike(self) }
  }

  /// Whether what both have is traced in both or in neither: options of tracing are what such environments are for.
  private func tracesLike(_ other: DeclaredStack) -> Bool {
    other.declarations.allSatisfy { theirs in
      declaration(at: theirs.address).map { $0.tracingArguments == theirs.tracingArguments } ?? true
    }
  }
}

extension Declaration {
  /// What the configuration says of tracing, whatever the type calls it.
  fileprivate var tracingArguments: [Value?] {
    ["tracing_config", "tracing_configuration", "xray_tracing_enabled"].map { block[$0] }
  }
}
