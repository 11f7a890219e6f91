package import AWSModel
package import TerraformModel

/// A stack's functions by what others call them: a reference, or the name in a region.
package struct FunctionIndex {
  fileprivate struct Name: Hashable {
    let name: String
    let region: Region
  }

  fileprivate struct Functions {
    var byAddress: [Address: Subject<LambdaFunction>] = [:]
    var byName: [Name: Subject<LambdaFunction>] = [:]
  }

  private let stack: DeclaredStack
  private let functions: Functions

  package init(_ stack: DeclaredStack) {
    self.stack = stack
    functions = stack.cached { Functions($0) }
  }

  /// The function that a text in `region` names, refers to or has the ARN of; `nil` for one of another stack.
  package func function(named text: Text, in region: Region) -> Subject<LambdaFunction>? {
    if let target = stack.target(of: text) { return functions.byAddress[target.address] }
    return stack.resolved(text).flatMap { functions.byName[Name(name: $0, region: region)] }
  }
}

extension FunctionIndex {
  /// The function that an argument names, refers to or has the ARN of; `nil` for one of another stack.
  ///
  /// - Throws: Where Terraform knows only after apply which function that is.
  package func function(
    named text: Text, in region: Region, argument: String
  ) throws(DecodingFailure) -> Subject<LambdaFunction>? {
    if let function = function(named: text, in: region) { return function }
    try text.expectDecided(in: argument)
    return nil
  }
}

extension FunctionIndex.Functions {
  init(_ stack: DeclaredStack) {
    for function in stack.subjects(LambdaFunction.self) {
      byAddress[function.address] = function
      byName[FunctionIndex.Name(name: function.physicalName, region: function.region)] = function
    }
  }
}
