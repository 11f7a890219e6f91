/// What is expected of a stack in one environment, said with `StackBuilder.expect`. Nothing of it reaches Terraform: it is
/// what `cost` reckons with, and what rules about bills and throughput hold the stack to.
public struct Load: Sendable {
  /// What comes from outside, in the order in which it was said. What the stack's own schedules call is known without.
  public internal(set) var arrivals: [Arrival] = []
  /// What people and programs read; nothing unless said.
  public internal(set) var reading = Reading()

  /// Requests that come in one way.
  public struct Arrival: Sendable {
    public let entrance: Address
    public let rate: RequestRate
    public let footprint: Footprint
  }

  /// What one request leaves behind, in all that it passes through.
  public struct Footprint: Hashable, Sendable {
    /// X-Ray segments: one for the stage, two for each function, one for each topic. However many, it is one trace, and
    /// traces are what costs (T35); segments are what X-Ray takes 2,600 of in a second.
    public var segments: Int
    /// Functions that run.
    public var invocations: Int
    /// What they take in memory and time, together.
    public var megabyteSeconds: Int
    /// Events that are put on a bus of one's own.
    public var events: Int
    /// What is written to log groups.
    public var logs: DataSize

    public init(
      segments: Int = 3, invocations: Int = 1, megabyteSeconds: Int = 0, events: Int = 0, logs: DataSize = .bytes(0)
    ) {
      self.segments = segments
      self.invocations = invocations
      self.megabyteSeconds = megabyteSeconds
      self.events = events
      self.logs = logs
    }
  }

  /// What is read in a month to find something out.
  public struct Reading: Hashable, Sendable {
    /// Traces opened, one by one or in a search's results.
    public var tracesRetrieved: Int
    /// Traces that searches look through, on the way to what they find.
    public var tracesScanned: Int
    /// What queries of Logs Insights look through.
    public var logsQueried: DataSize
    /// Events that browsers report to RUM.
    public var browserEvents: Int

    public init(
      tracesRetrieved: Int = 0, tracesScanned: Int = 0, logsQueried: DataSize = .bytes(0), browserEvents: Int = 0
    ) {
      self.tracesRetrieved = tracesRetrieved
      self.tracesScanned = tracesScanned
      self.logsQueried = logsQueried
      self.browserEvents = browserEvents
    }
  }
}

/// An amount of data, in the decimal units of AWS's bills.
public struct DataSize: Hashable, Sendable {
  public let bytes: Int

  public static func bytes(_ bytes: Int) -> DataSize { DataSize(bytes: max(0, bytes)) }
  public static func kilobytes(_ kilobytes: Int) -> DataSize { .bytes(product(kilobytes, 1_000)) }
  public static func megabytes(_ megabytes: Int) -> DataSize { .bytes(product(megabytes, 1_000_000)) }
  public static func gigabytes(_ gigabytes: Int) -> DataSize { .bytes(product(gigabytes, 1_000_000_000)) }
}

/// The product, or the largest number there is.
func product(_ left: Int, _ right: Int) -> Int {
  let (product, overflows) = left.multipliedReportingOverflow(by: right)
  return overflows ? .max : product
}

/// The sum, or the largest number there is.
func sum(_ left: Int, _ right: Int) -> Int {
  let (sum, overflows) = left.addingReportingOverflow(right)
  return overflows ? .max : sum
}
