import AWSModel
package import TerraformModel

extension DeclaredStack {
  /// A resource that makes X-Ray keep traces: the first of the functions, state machines and stages of which that is
  /// known, else the first of which it cannot be told, with the reason.
  package var traceSource: (declaration: Declaration, unclear: DecodingFailure?)? {
    var unclear: (Declaration, DecodingFailure)?
    func first<Model>(
      _ subjects: [Subject<Model>], where traces: (Subject<Model>) throws(DecodingFailure) -> Bool
    ) -> Declaration? {
      for subject in subjects {
        do throws(DecodingFailure) {
          if try traces(subject) { return subject.declaration }
        } catch { unclear = unclear ?? (subject.declaration, error) }
      }
      return nil
    }
    let known =
      first(subjects(LambdaFunction.self)) { function throws(DecodingFailure) in try function[\.tracing].canBe(.active)
      }
      ?? first(subjects(StateMachine.self)) { machine throws(DecodingFailure) in try machine[\.tracing] == .active }
      ?? first(subjects(Stage.self)) { stage throws(DecodingFailure) in try stage[\.tracing].canBe(.active) }
    return known.map { ($0, nil) } ?? unclear.map { ($0.0, $0.1) }
  }

  /// Whether something of the stack makes or passes on traces: X-Ray, a browser's monitor or an instrumentation of the
  /// code. A failure where nothing is known to, and something may.
  package var isTraced: Result<Bool, DecodingFailure> {
    var possible: DecodingFailure?
    func isAny<Model>(
      _ subjects: [Subject<Model>], where isMeant: (Subject<Model>) throws(DecodingFailure) -> Bool
    ) -> Bool {
      do throws(DecodingFailure) { return try subjects.firstKnown(where: isMeant) != nil } catch {
        possible = possible ?? error
        return false
      }
    }
    if let source = traceSource {
      guard let unclear = source.unclear else { return .success(true) }
      possible = unclear.asEvidence(source.declaration)
    }
    let isKnown =
      isAny(subjects(AppMonitor.self)) { monitor throws(DecodingFailure) in try monitor[\.http] == .traced }
      || isAny(subjects(LambdaFunction.self)) { function throws(DecodingFailure) in
        try function[\.environment].keys.contains { $0 == "AWS_LAMBDA_EXEC_WRAPPER" || $0.hasPrefix("OTEL_") }
      }
    if isKnown { return .success(true) }
    return possible.map { .failure($0) } ?? .success(false)
  }

  /// The APIs, by `rest_api_id`, with a method that anyone may call. Preflight requests do not count: they reach nothing.
  package var openAPIs: Evidence<Text, Void> {
    var open = Evidence<Text, Void>()
    for method in subjects(Method.self) {
      let known = (try? method[\.api].id).flatMap { $0.isUndecided ? nil : $0 }
      open.record(
        method.declaration, mayConcern: { known == nil || known == $0 },
        { () throws(DecodingFailure) in
          guard try both(method[\.authorization.kind] == "NONE", method[\.method] != .options) else { return [] }
          let api = try method[\.api].id
          try api.expectDecided(in: "rest_api_id")
          return [(api, ())]
        })
    }
    return open
  }
}
