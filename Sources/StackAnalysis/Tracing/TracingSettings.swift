package import AWSModel
package import TerraformModel

extension DeclaredStack {
  /// How the tracing of a function, a state machine, a REST API's stage or a topic is set; `nil` for a resource that
  /// cannot record segments, such as a queue or an HTTP API.
  ///
  /// Coverage, the request path and the rules all ask here.
  ///
  /// - Throws: Where the argument is known only after apply.
  package func tracing(of declaration: Declaration) throws(DecodingFailure) -> Input<TracingMode>? {
    if let function = Subject<LambdaFunction>(declaration, in: self) { return try function[\.tracing] }
    if let machine = Subject<StateMachine>(declaration, in: self) { return .fixed(try machine[\.tracing]) }
    if let stage = Subject<Stage>(declaration, in: self) { return try stage[\.tracing] }
    if let topic = Subject<Topic>(declaration, in: self) { return .fixed(try topic[\.tracing]) }
    return nil
  }

  /// The reason that the stack gives for a resource that records nothing; `nil` where it gives none, as in every plan.
  package func reasonNotTraced(_ declaration: Declaration) -> String? {
    let mode: TracingMode? =
      switch declaration.resource {
      case let function as LambdaFunction: function.tracing.known
      case let machine as StateMachine: machine.tracing
      case let stage as Stage: stage.tracing.known
      case let topic as Topic: topic.tracing
      default: nil
      }
    return mode?.reason
  }
}
