/// The functions of a stack by the custom metrics their code writes.
struct EmitterIndex {
  private struct Name: Hashable {
    let namespace: String
    let name: String
  }

  private var bySeries: [MetricSeries: Declared<LambdaFunction>] = [:]
  private var byName: [Name: Declared<LambdaFunction>] = [:]

  init(_ stack: DeclaredStack) {
    for function in stack.declared(LambdaFunction.self) {
      for metric in function.emits {
        bySeries[stack.series(metric, in: function.region)] = function
        byName[Name(namespace: metric.namespace, name: metric.name)] = function
      }
    }
  }

  /// Who emits exactly this.
  subscript(series: MetricSeries) -> Declared<LambdaFunction>? { bySeries[series] }

  /// Who emits a metric of that name, with whatever dimensions.
  func emitter(ofNameOf metric: Metric) -> Declared<LambdaFunction>? {
    byName[Name(namespace: metric.namespace, name: metric.name)]
  }
}
