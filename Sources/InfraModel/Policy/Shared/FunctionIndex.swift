/// A stack's functions by what others call them: a reference, or the name in a region.
struct FunctionIndex {
  private struct Name: Hashable {
    let name: String
    let region: Region
  }

  private let stack: DeclaredStack
  private var byAddress: [Address: Declared<LambdaFunction>] = [:]
  private var byName: [Name: Declared<LambdaFunction>] = [:]

  init(_ stack: DeclaredStack) {
    self.stack = stack
    for function in stack.declared(LambdaFunction.self) {
      byAddress[function.address] = function
      byName[Name(name: function.physicalName, region: function.region)] = function
    }
  }

  /// The function that a text in `region` names, refers to or has the ARN of; `nil` for one of another stack.
  func function(named text: Text, in region: Region) -> Declared<LambdaFunction>? {
    if let target = stack.target(of: text) { return byAddress[target.address] }
    return stack.resolved(text).flatMap { byName[Name(name: $0, region: region)] }
  }
}
