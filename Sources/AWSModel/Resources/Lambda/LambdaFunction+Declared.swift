public import TerraformModel

extension DeclaredResource<LambdaFunction> {
  public var arn: ARN<LambdaFunction> { ARN(attribute("arn")) }
  public var functionName: Text { attribute("function_name") }
  /// What API Gateway calls to invoke the function.
  public var invokeARN: Text { attribute("invoke_arn") }

  /// Invocations that ended in an error, every one of them, sampled or not.
  public var errors: Metric { metric("Errors") }
  /// Invocations refused for want of concurrency; they count neither as errors nor as invocations.
  public var throttles: Metric { metric("Throttles") }
  public var invocations: Metric { metric("Invocations") }
  /// Milliseconds. For a function that streams, the streaming counts (T14).
  public var duration: Metric { metric("Duration") }
}
