public import AWSModel
public import TerraformModel

/// A resource at which requests enter a stack.
public protocol EntryPoint: Resource {}

extension Stage: EntryPoint {}
extension HTTPStage: EntryPoint {}
/// Called by its URL, by an SDK, or by a service of which the stack declares nothing.
extension LambdaFunction: EntryPoint {}
extension StateMachine: EntryPoint {}

extension StackBuilder {
  /// Declares how many requests are expected at an entry point, for `infra-gen cost` and for rules about costs and
  /// throughput.
  ///
  /// ```swift
  /// stack.expect(.perMonth(900_000, peak: 20), at: stage, each: .init(segments: 3, logs: .kilobytes(2)))
  /// ```
  ///
  /// A request that continues to another entry point is the same request and is counted at the first one. The calls of
  /// a `Schedule` need no declaration.
  public mutating func expect<E: EntryPoint>(
    _ rate: RequestRate, at entryPoint: Declared<E>, each profile: Load.RequestProfile = Load.RequestProfile()
  ) {
    load.traffic.append(Load.Traffic(entryPoint: entryPoint.address, rate: rate, profile: profile))
  }

  /// Declares how much telemetry is read in a month to diagnose problems.
  public mutating func expect(_ telemetryQueries: Load.TelemetryQueries) {
    load.telemetryQueries = telemetryQueries
  }
}
