import Foundation
import InfraModel
import Stacks

/// How far a directory is taken. To apply and destroy takes minutes, a plan seconds.
enum Life {
  /// Until it has been applied, read back and destroyed.
  case whole
  /// Until its plan.
  case planned

  /// Whether a plan is enough for `<stack>/<environment>`: the environment of its stack with the most types is applied.
  /// Whatever else is in out/ has a whole life, so nothing new is ever forgotten. `ALL_LIVES=1` gives one to every directory,
  /// which takes minutes longer than CI has.
  static func planned(_ path: String) -> Bool {
    plannedEnvironments.contains(path) && ProcessInfo.processInfo.environment["ALL_LIVES"] == nil
  }

  private static let plannedEnvironments = Set(stacks.flatMap { $0.plannedEnvironments })
}

extension Stack {
  fileprivate static var plannedEnvironments: [String] {
    // Production where another environment has as many.
    let environments = Environment.allCases.filter(\.isProduction) + Environment.allCases.filter { !$0.isProduction }
    let declared = environments.map { DeclaredStack(Self(environment: $0)) }.enumerated()
      .sorted { ($1.element.types.count, $0.offset) < ($0.element.types.count, $1.offset) }.map(\.element)
    return declared.dropFirst().map { "\($0.identity)" }
  }
}

extension DeclaredStack {
  fileprivate var types: Set<String> { Set(declarations.map(\.address.type)) }
}
