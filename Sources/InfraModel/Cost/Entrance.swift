/// Where requests come into a stack.
public protocol Entrance: Resource {}

extension Stage: Entrance {}
extension HTTPStage: Entrance {}
/// Called by its URL, by an SDK, or by a service of which the stack declares nothing.
extension LambdaFunction: Entrance {}
extension StateMachine: Entrance {}

extension StackBuilder {
  /// Says how many requests are expected at an entrance, for `infra-gen cost` and for rules about bills and throughput.
  ///
  /// ```swift
  /// stack.expect(.perMonth(900_000, peak: 20), at: stage, each: .init(segments: 3, logs: .kilobytes(2)))
  /// ```
  ///
  /// A request that goes on to another entrance is the same request, and is counted where it came in. What a `Schedule`
  /// calls need not be said.
  public mutating func expect<E: Entrance>(
    _ rate: RequestRate, at entrance: Declared<E>, each footprint: Load.Footprint = Load.Footprint()
  ) {
    load.arrivals.append(Load.Arrival(entrance: entrance.address, rate: rate, footprint: footprint))
  }

  /// Says how much is read in a month to find something out.
  public mutating func expect(_ reading: Load.Reading) {
    load.reading = reading
  }
}
