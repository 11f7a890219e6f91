/// The functions of a stack by the custom metrics their code writes.
struct EmitterIndex {
  private struct Name: Hashable {
    let namespace: String
    let name: String
  }

  private var bySeries: [MetricSeries: Subject<LambdaFunction>] = [:]
  private var byName: [Name: Subject<LambdaFunction>] = [:]

  init(_ stack: DeclaredStack) {
    for function in stack.subjects(LambdaFunction.self) {
      // What a plan's functions emit is not recorded; the rules that ask are told so by the function itself.
      for metric in (try? function[\.emits]) ?? [] {
        bySeries[stack.series(metric, in: function.region)] = function
        byName[Name(namespace: metric.namespace, name: metric.name)] = function
      }
    }
  }

  /// Who emits exactly this.
  subscript(series: MetricSeries) -> Subject<LambdaFunction>? { bySeries[series] }

  /// Who emits a metric of that name, with whatever dimensions.
  func emitter(ofNameOf metric: Metric) -> Subject<LambdaFunction>? {
    byName[Name(namespace: metric.namespace, name: metric.name)]
  }
}
