package import AWSModel
package import TerraformModel

/// The functions whose responses stream through a function URL.
package struct StreamingFunctions {
  private var streaming = Evidence<Address, Void>()

  package init(_ stack: DeclaredStack) {
    let functions = FunctionIndex(stack)
    for url in stack.subjects(FunctionURL.self) {
      streaming.record(
        url.declaration,
        about: { () throws(DecodingFailure) in
          try functions.function(named: url[\.function], in: url.region, argument: "function_name")?.address
        },
        { () throws(DecodingFailure) in try url[\.invokeMode] == .responseStream ? () : nil })
    }
  }

  /// - Throws: Where a function URL may be the function's, or may stream.
  package func contains(_ function: Subject<LambdaFunction>) throws(DecodingFailure) -> Bool {
    try streaming.contains(function.address)
  }
}
