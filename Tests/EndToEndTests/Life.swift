import InfraModel
import Stacks

/// How far a directory is taken. To apply and destroy takes minutes, a plan seconds.
enum Life {
  /// Until it has been applied, read back and destroyed.
  case whole
  /// Until its plan.
  case planned

  /// Whether a plan is enough for `<stack>/<environment>`: another environment of the stack is applied that has all of
  /// its resources. Whatever else is in out/ has a whole life, so nothing new is ever forgotten.
  static func planned(_ path: String) -> Bool {
    plannedEnvironments.contains(path)
  }

  private static let plannedEnvironments = Set(stacks.flatMap { $0.plannedEnvironments })

  /// Stacks whose environments differ in the values of their resources, which is what has to be tried.
  fileprivate static let appliedInEveryEnvironment: Set = ["media-downloader"]
}

extension Stack {
  fileprivate static var plannedEnvironments: [String] {
    guard !Life.appliedInEveryEnvironment.contains(name) else { return [] }
    var applied: Set<Address> = []
    // Production first: where the others have nothing more, it is the one that is applied.
    let environments = Environment.allCases.filter(\.isProduction) + Environment.allCases.filter { !$0.isProduction }
    return environments.compactMap { environment in
      let stack = DeclaredStack(Self(environment: environment))
      let addresses = Set(stack.declarations.map(\.address))
      if addresses.isSubset(of: applied) { return "\(stack.identity)" }
      applied.formUnion(addresses)
      return nil
    }
  }
}
