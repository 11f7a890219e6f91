import Foundation
import InfraModel
import Stacks

/// How far a directory is taken. To apply and destroy takes minutes, a plan seconds.
enum Life {
  /// Until it has been applied, read back and destroyed.
  case whole
  /// Until its plan.
  case planned

  /// Whether a plan is enough for `<stack>/<environment>`: the stack's other environments are applied with resources of all
  /// of its types. Whatever else is in out/ has a whole life, so nothing new is ever forgotten. `ALL_LIVES=1` gives one to
  /// every directory, which takes minutes longer than CI has.
  static func planned(_ path: String) -> Bool {
    plannedEnvironments.contains(path) && ProcessInfo.processInfo.environment["ALL_LIVES"] == nil
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
    let applied = Set(others.flatMap { $0.declarations.map(\.address.type) })
    return declarations.allSatisfy { applied.contains($0.address.type) }
  }
}
