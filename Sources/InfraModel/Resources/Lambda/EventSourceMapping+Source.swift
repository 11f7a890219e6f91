extension EventSourceMapping {
  /// What is read, and how as far as that is of its kind: a queue has no position, and a stream no concurrency.
  public enum Source: Hashable, Sendable {
    /// - Parameter maximumConcurrency: `scaling_config`: 2 to 1,000 calls at a time; as many as the account has if not
    ///   said. Reserved concurrency instead would send messages to the dead letters unread.
    case queue(ARN<Queue>, Batch, maximumConcurrency: Int? = nil)
    /// The `stream_arn` of a DynamoDB table, which goes back a day.
    case tableStream(Text, Batch, from: TablePosition, Shards = Shards())
    /// The ARN of a Kinesis stream.
    case kinesisStream(Text, Batch, from: KinesisPosition, Shards = Shards())
  }

  /// How much is handed to one call: `batch_size` and `maximum_batching_window_in_seconds`.
  public struct Batch: Hashable, Sendable {
    /// 1 to 10,000.
    public var size: Int
    /// How long Lambda waits for a batch to fill, up to 300 seconds. More than ten messages take a second or more.
    public var window: Duration

    public init(_ size: Int, within window: Duration = .zero) {
      self.size = size
      self.window = window
    }
  }

  /// `starting_position` in a table's stream, which knows no time to start at.
  public enum TablePosition: String, Hashable, Sendable, ArgumentValue {
    /// The oldest record there is.
    case oldest = "TRIM_HORIZON"
    /// What comes from now on.
    case latest = "LATEST"
  }

  /// `starting_position` in a Kinesis stream.
  public enum KinesisPosition: Hashable, Sendable {
    case oldest
    case latest
    /// `starting_position_timestamp`, in RFC 3339 such as `2027-01-31T09:00:00Z`.
    case at(String)
  }

  /// How the shards of a stream are read. A batch that fails blocks its shard until it is given up on.
  public struct Shards: Hashable, Sendable {
    /// `maximum_retry_attempts`: 0 to 10,000; without it a bad record blocks its shard until it expires.
    public var retries: Int?
    /// `maximum_record_age_in_seconds`: one minute to seven days; records of any age if not said.
    public var maximumAge: Duration?
    /// `bisect_batch_on_function_error`: tries the halves of a batch that failed.
    public var bisects: Bool
    /// `parallelization_factor`: 1 to 10 batches of one shard at a time.
    public var parallelBatches: Int
    /// `destination_config.on_failure`: who is told where in the stream the batch was that was given up on.
    public var onFailure: ARN<Queue>?

    public init(
      retries: Int? = nil, maximumAge: Duration? = nil, bisects: Bool = true, parallelBatches: Int = 1,
      onFailure: ARN<Queue>? = nil
    ) {
      self.retries = retries
      self.maximumAge = maximumAge
      self.bisects = bisects
      self.parallelBatches = parallelBatches
      self.onFailure = onFailure
    }
  }
}

extension EventSourceMapping.Source {
  public var batch: EventSourceMapping.Batch {
    switch self {
    case .queue(_, let batch, _), .tableStream(_, let batch, _, _), .kinesisStream(_, let batch, _, _): batch
    }
  }

  func encode(into block: inout Block) {
    block.set("batch_size", batch.size)
    if batch.window > .zero { block.set("maximum_batching_window_in_seconds", batch.window) }
    switch self {
    case .queue(let queue, _, let maximumConcurrency):
      block.set("event_source_arn", queue)
      guard let maximumConcurrency else { return }
      block.nest("scaling_config") { $0.set("maximum_concurrency", maximumConcurrency) }
    case .tableStream(let stream, _, let position, let shards):
      block.set("event_source_arn", stream)
      block.set("starting_position", position)
      shards.encode(into: &block)
    case .kinesisStream(let stream, _, let position, let shards):
      block.set("event_source_arn", stream)
      position.encode(into: &block)
      shards.encode(into: &block)
    }
  }
}

extension EventSourceMapping.KinesisPosition {
  fileprivate func encode(into block: inout Block) {
    switch self {
    case .oldest: block.set("starting_position", "TRIM_HORIZON")
    case .latest: block.set("starting_position", "LATEST")
    case .at(let time):
      block.set("starting_position", "AT_TIMESTAMP")
      block.set("starting_position_timestamp", time)
    }
  }
}

extension EventSourceMapping.Shards {
  fileprivate func encode(into block: inout Block) {
    block.set("maximum_retry_attempts", retries)
    block.set("maximum_record_age_in_seconds", maximumAge)
    block.set("bisect_batch_on_function_error", bisects)
    block.set("parallelization_factor", parallelBatches)
    guard let onFailure else { return }
    block.nest("destination_config") { destination in
      destination.nest("on_failure") { $0.set("destination_arn", onFailure) }
    }
  }
}

extension EventSourceMapping.Source {
  init(reading block: BlockReader) throws(Unreadable) {
    let source = try block.text("event_source_arn")
    let window = try block.secondsIfAny("maximum_batching_window_in_seconds") ?? .zero
    let size = try block.integerIfAny("batch_size")
    guard let position = try block.stringIfAny("starting_position") else {
      let concurrency = try block.nested("scaling_config")?.integerIfAny("maximum_concurrency")
      self = .queue(ARN(source), EventSourceMapping.Batch(size ?? 10, within: window), maximumConcurrency: concurrency)
      return
    }
    let batch = EventSourceMapping.Batch(size ?? 100, within: window)
    let shards = try EventSourceMapping.Shards(reading: block)
    // A stream of a table and one of Kinesis look alike but for what they refer to.
    let isTable =
      source.references.first?.address.type == Table.type || source.literal?.contains(":dynamodb:") == true
    if isTable, let position = EventSourceMapping.TablePosition(rawValue: position) {
      self = .tableStream(source, batch, from: position, shards)
    } else {
      let time = try block.stringIfAny("starting_position_timestamp")
      guard let start = EventSourceMapping.KinesisPosition(position, at: time) else {
        throw block.error("starting_position", .unfit("'\(position)'"))
      }
      self = .kinesisStream(source, batch, from: start, shards)
    }
  }
}

extension EventSourceMapping.KinesisPosition {
  fileprivate init?(_ word: String, at time: String?) {
    switch word {
    case "TRIM_HORIZON": self = .oldest
    case "LATEST": self = .latest
    case "AT_TIMESTAMP": self = .at(time ?? "")
    default: return nil
    }
  }
}

extension EventSourceMapping.Shards {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    let destination = try block.nested("destination_config")?.nested("on_failure")
    // -1 is the provider's word for no limit.
    self.init(
      retries: try block.integerIfAny("maximum_retry_attempts").flatMap { $0 < 0 ? nil : $0 },
      maximumAge: try block.integerIfAny("maximum_record_age_in_seconds").flatMap { $0 < 0 ? nil : .seconds($0) },
      bisects: try block.boolIfAny("bisect_batch_on_function_error") ?? false,
      parallelBatches: try block.integerIfAny("parallelization_factor") ?? 1,
      onFailure: try destination?.arnIfAny("destination_arn"))
  }
}
