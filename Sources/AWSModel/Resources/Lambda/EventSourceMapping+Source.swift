public import TerraformModel

extension EventSourceMapping {
  /// What Lambda reads, with the settings of its kind: a queue has no starting position, and a stream no maximum
  /// concurrency.
  public enum Source: Hashable, Sendable {
    /// - Parameter maximumConcurrency: `scaling_config.maximum_concurrency`: 2 to 1,000 concurrent invocations; limited by
    ///   the account alone where `nil`. Reserved concurrency instead moves messages to the dead-letter queue unread.
    case queue(ARN<Queue>, Batch, maximumConcurrency: Int? = nil)
    /// The `stream_arn` of a DynamoDB table, which keeps records for a day.
    case tableStream(Text, Batch, from: TablePosition, Shards = Shards())
    /// The ARN of a Kinesis stream.
    case kinesisStream(Text, Batch, from: KinesisPosition, Shards = Shards())
  }

  /// How much Lambda passes to one invocation: `batch_size` and `maximum_batching_window_in_seconds`.
  public struct Batch: Hashable, Sendable {
    /// `batch_size`: 1 to 10,000.
    public var size: Int
    /// `maximum_batching_window_in_seconds`: how long Lambda waits for a batch to fill, 0 to 300 seconds. Batches of more
    /// than ten messages need at least one second.
    public var window: Duration

    public init(_ size: Int, within window: Duration = .zero) {
      self.size = size
      self.window = window
    }
  }

  /// `starting_position` in a table's stream, which cannot start at a timestamp.
  public enum TablePosition: String, Hashable, Sendable, ArgumentCodable {
    /// The oldest record of the stream.
    case oldest = "TRIM_HORIZON"
    /// New records only.
    case latest = "LATEST"
  }

  /// `starting_position` in a Kinesis stream.
  public enum KinesisPosition: Hashable, Sendable {
    case oldest
    case latest
    /// `starting_position_timestamp`, in RFC 3339 such as `2027-01-31T09:00:00Z`.
    case at(String)
  }

  /// How Lambda reads the shards of a stream. A batch that fails blocks its shard until Lambda discards it.
  public struct Shards: Hashable, Sendable {
    /// `maximum_retry_attempts`: 0 to 10,000. Without it a bad record blocks its shard until it expires.
    public var retries: Int?
    /// `maximum_record_age_in_seconds`: 60 to 604,800 seconds; records of any age where `nil`.
    public var maximumAge: Duration?
    /// `bisect_batch_on_function_error`: whether Lambda splits a failed batch in two and retries each half.
    public var bisects: Bool
    /// `parallelization_factor`: 1 to 10 concurrent batches per shard.
    public var parallelBatches: Int
    /// `destination_config.on_failure.destination_arn`: gets the position in the stream of a discarded batch.
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
  /// How many messages or records Lambda passes to one invocation.
  public var batch: EventSourceMapping.Batch {
    switch self {
    case .queue(_, let batch, _), .tableStream(_, let batch, _, _), .kinesisStream(_, let batch, _, _): batch
    }
  }

  static func declare(in table: inout ArgumentTable<EventSourceMapping>) {
    table.add("event_source_arn", \.source.arn, .arn)
    table.add("batch_size", \.source.batchSize, .range(1...10_000))
    table.duration(
      "maximum_batching_window_in_seconds", \.source.batch.window, in: .seconds, 0...300, default: .zero,
      omitsDefault: true)
    table.add("scaling_config.maximum_concurrency", \.source.maximumConcurrency, .range(2...1_000))
    table.add("starting_position", \.source.position, .word(["TRIM_HORIZON", "LATEST", "AT_TIMESTAMP"]))
    table.add("starting_position_timestamp", \.source.startTime)
    table.add("maximum_retry_attempts", \.source.shards?.retries, .range(-1...10_000))
    table.duration("maximum_record_age_in_seconds", \.source.shards?.maximumAge, in: .seconds, -1...604_800)
    table.add("bisect_batch_on_function_error", \.source.shards?.bisects)
    table.add("parallelization_factor", \.source.shards?.parallelBatches, .range(1...10))
    table.add("destination_config.on_failure.destination_arn", \.source.shards?.onFailure)
    table.derived(\.source) { mapping throws(DecodingFailure) in try Self(of: mapping) }
    table.constraint(
      "has batches of more than 10 messages without a batching window",
      fix: "set `maximum_batching_window_in_seconds` to 1 or more"
    ) { mapping in
      // Lambda asks it of queues alone: https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html
      guard mapping.sourceService == "sqs" else { return true }
      return (mapping.number("batch_size") ?? 0) <= 10
        || (mapping.number("maximum_batching_window_in_seconds") ?? 0) >= 1
    }
    table.constraint("has batches of more than 10 from a FIFO queue", fix: "set `batch_size` to 10 or less") {
      mapping in
      !mapping.readsFIFOQueue || (mapping.number("batch_size") ?? 0) <= 10
    }
    table.constraint("reads a stream without a starting position", fix: "set `starting_position`") { mapping in
      mapping.has("starting_position") || !["dynamodb", "kinesis"].contains(mapping.sourceService)
    }
    table.constraint(
      "starts to read a DynamoDB stream at a timestamp, which DynamoDB does not support",
      fix: "set `starting_position` to TRIM_HORIZON or LATEST"
    ) { mapping in
      mapping.text("starting_position") != "AT_TIMESTAMP" || mapping.sourceService != "dynamodb"
    }
  }

  /// A queue has no starting position, and a stream has one.
  private init(of mapping: BlockView<EventSourceMapping>) throws(DecodingFailure) {
    let arn = try mapping[\.source.arn]
    let (size, window) = (try mapping[\.source.batchSize], try mapping[\.source.batch.window])
    guard let position = try mapping[\.source.position] else {
      self = .queue(
        ARN(arn), EventSourceMapping.Batch(size ?? 10, within: window),
        maximumConcurrency: try mapping[\.source.maximumConcurrency])
      return
    }
    let batch = EventSourceMapping.Batch(size ?? 100, within: window)
    let shards = try EventSourceMapping.Shards(of: mapping)
    let isTable = arn.serviceOfARN == "dynamodb" || arn.references.first?.address.type == Table.type
    if isTable, let start = EventSourceMapping.TablePosition(rawValue: position) {
      self = .tableStream(arn, batch, from: start, shards)
    } else if let start = EventSourceMapping.KinesisPosition(position, at: try mapping[\.source.startTime]) {
      self = .kinesisStream(arn, batch, from: start, shards)
    } else {
      throw DecodingFailure(argument: "starting_position", reason: .unfit("'\(position)'"))
    }
  }

  /// `event_source_arn`
  package var arn: Text {
    switch self {
    case .queue(let queue, _, _): queue.text
    case .tableStream(let stream, _, _, _), .kinesisStream(let stream, _, _, _): stream
    }
  }

  /// `batch_size`, whose default differs: 10 for a queue, 100 for a stream.
  var batchSize: Int? { batch.size }

  /// `scaling_config.maximum_concurrency`
  var maximumConcurrency: Int? {
    switch self {
    case .queue(_, _, let maximumConcurrency): maximumConcurrency
    case .tableStream, .kinesisStream: nil
    }
  }

  /// `starting_position`
  var position: String? {
    switch self {
    case .queue: nil
    case .tableStream(_, _, let position, _): position.rawValue
    case .kinesisStream(_, _, let position, _): position.word
    }
  }

  /// `starting_position_timestamp`
  var startTime: String? {
    if case .kinesisStream(_, _, .at(let time), _) = self { time } else { nil }
  }

  /// What only streams have.
  var shards: EventSourceMapping.Shards? {
    switch self {
    case .queue: nil
    case .tableStream(_, _, _, let shards), .kinesisStream(_, _, _, let shards): shards
    }
  }
}

extension EventSourceMapping.KinesisPosition {
  fileprivate var word: String {
    switch self {
    case .oldest: "TRIM_HORIZON"
    case .latest: "LATEST"
    case .at: "AT_TIMESTAMP"
    }
  }

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
  fileprivate init(of mapping: BlockView<EventSourceMapping>) throws(DecodingFailure) {
    // -1 stands for no limit.
    self.init(
      retries: try mapping[\.source.shards?.retries].flatMap { $0 < 0 ? nil : $0 },
      maximumAge: try mapping[\.source.shards?.maximumAge].flatMap { $0 < .zero ? nil : $0 },
      bisects: try mapping[\.source.shards?.bisects] ?? false,
      parallelBatches: try mapping[\.source.shards?.parallelBatches] ?? 1,
      onFailure: try mapping[\.source.shards?.onFailure])
  }
}

extension KnownArguments {
  private var source: Text? {
    guard case .text(let source)? = block["event_source_arn"] else { return nil }
    return source
  }

  /// The service of what is read, such as `sqs`; `nil` where it is known only after apply.
  fileprivate var sourceService: String? {
    source?.serviceOfARN ?? text("event_source_arn").flatMap { Text($0).serviceOfARN }
  }

  fileprivate var readsFIFOQueue: Bool {
    if let queue = source.flatMap({ stack.target(of: $0) }) {
      return queue.address.type == Queue.type && queue.block["fifo_queue"]?.word == "true"
    }
    return text("event_source_arn")?.hasSuffix(".fifo") == true
  }
}
