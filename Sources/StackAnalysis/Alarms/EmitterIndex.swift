package import AWSModel
package import TerraformModel

/// The functions of a stack by the custom metrics their code writes.
package struct EmitterIndex {
  private struct Name: Hashable {
    let namespace: String
    let name: String
  }

  private var bySeries: [MetricSeries: Subject<LambdaFunction>] = [:]
  private var byName: [Name: Subject<LambdaFunction>] = [:]

  /// Functions of which it is unknown what they emit.
  private var unclear: DecodingFailure?

  package init(_ stack: DeclaredStack) {
    for function in stack.subjects(LambdaFunction.self) {
      do throws(DecodingFailure) {
        for metric in try function[\.emits] {
          bySeries[stack.series(metric, in: function.region)] = function
          byName[Name(namespace: metric.namespace, name: metric.name)] = function
        }
      } catch { unclear = unclear ?? error.asEvidence(function.declaration) }
    }
  }

  /// Whether a function emits exactly this.
  ///
  /// - Throws: Where none is known to, and of one it is unknown what it emits.
  package func emits(_ series: MetricSeries) throws(DecodingFailure) -> Bool {
    if bySeries[series] != nil { return true }
    if let unclear { throw unclear }
    return false
  }

  /// The function that emits exactly this.
  package subscript(series: MetricSeries) -> Subject<LambdaFunction>? { bySeries[series] }

  /// The function that emits a metric of that name, with any dimensions.
  package func emitter(ofNameOf metric: Metric) -> Subject<LambdaFunction>? {
    byName[Name(namespace: metric.namespace, name: metric.name)]
  }
}
