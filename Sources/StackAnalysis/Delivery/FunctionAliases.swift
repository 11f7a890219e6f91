import AWSModel
import TerraformModel

/// What Lambda calls a function and its aliases in the dimension `Resource`: `orders` and `orders:live`.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/monitoring-metrics-types.html
struct FunctionAliases {
  fileprivate struct Names: Sendable {
    /// The names of aliases, as they are spelled.
    var byFunction = Evidence<Address, String>()
  }

  private let stack: DeclaredStack
  private let names: Names

  init(_ stack: DeclaredStack) {
    self.stack = stack
    names = stack.cached { Names($0) }
  }

  /// Whether the dimension `Resource` is the function or one of its aliases; `nil` where that is known only after apply.
  func isResource(_ resource: Text, of function: Declaration) -> Bool? {
    guard !resource.isUndecided else { return nil }
    let spelled = stack.spelled(resource)
    let name = stack.spelled(
      Text(Reference(address: function.address, attribute: "function_name", stack: stack.identity)))
    if spelled == name { return true }
    guard spelled.hasPrefix("\(name):") else { return false }
    let alias = String(spelled.dropFirst(name.count + 1))
    do throws(DecodingFailure) {
      return try names.byFunction.first(for: function.address) { $0 == alias } != nil
    } catch { return nil }
  }
}

extension FunctionAliases.Names {
  init(_ stack: DeclaredStack) {
    let functions = FunctionIndex(stack)
    for alias in stack.subjects(LambdaAlias.self) {
      byFunction.record(
        alias.declaration,
        about: { () throws(DecodingFailure) in
          try functions.function(named: alias[\.function], in: alias.region, argument: "function_name")?.address
        },
        { () throws(DecodingFailure) in
          guard let value = alias.declaration.block["name"], let name = stack.spelled(value) else {
            throw DecodingFailure(argument: "name", reason: .missing)
          }
          if case .text(let text) = value { try text.expectDecided(in: "name") }
          return name
        })
    }
  }
}
