/// The load expected of a stack in one environment, declared with `StackBuilder.expect`. It is not part of the
/// Terraform configuration: `cost` bases its estimate on it, and rules about costs and throughput use it.
public struct Load: Sendable {
  /// Requests from outside, in the order of declaration. The calls of the stack's own schedules are known without it.
  public package(set) var traffic: [Traffic] = []
  /// The telemetry that people and programs read; nothing unless declared.
  public package(set) var telemetryQueries = TelemetryQueries()

  /// What is normal of functions, APIs and state machines, by address; of a stage, of its API.
  public package(set) var normalOperation: [Address: NormalOperation] = [:]

  package init(_ traffic: [Traffic] = [], normalOperation: [Address: NormalOperation] = [:]) {
    self.traffic = traffic
    self.normalOperation = normalOperation
  }

  /// Requests that arrive at one entry point.
  public struct Traffic: Sendable {
    public let entryPoint: Address
    public let rate: RequestRate
    public let profile: RequestProfile

    package init(entryPoint: Address, rate: RequestRate, profile: RequestProfile) {
      self.entryPoint = entryPoint
      self.rate = rate
      self.profile = profile
    }
  }

  /// What one request produces on its whole request path.
  public struct RequestProfile: Hashable, Sendable {
    /// X-Ray segments: one for the stage, two for each function, one for each topic. Together they are one trace. X-Ray
    /// bills traces (T35); its quota of 2,600 a second applies to segments.
    public var segments: Int
    /// Lambda invocations.
    public var invocations: Int
    /// The memory of the invocations multiplied by their duration, in total.
    public var megabyteSeconds: Int
    /// Events that are put on custom event buses.
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

  /// The telemetry that is read in a month, to diagnose problems.
  public struct TelemetryQueries: Hashable, Sendable {
    /// Traces opened, one by one or in a search's results.
    public var tracesRetrieved: Int
    /// Traces that searches scan.
    public var tracesScanned: Int
    /// The data that Logs Insights queries scan.
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

/// The product, or the largest `Int` on overflow.
package func product(_ left: Int, _ right: Int) -> Int {
  let (product, overflows) = left.multipliedReportingOverflow(by: right)
  return overflows ? .max : product
}

/// The sum, or the largest `Int` on overflow.
package func sum(_ left: Int, _ right: Int) -> Int {
  let (sum, overflows) = left.addingReportingOverflow(right)
  return overflows ? .max : sum
}
