/// Has Lambda read a queue or a stream and call a function with what it finds (`aws_lambda_event_source_mapping`). It
/// reads as the function's own role, which needs `.receive(from:)` or `.readStream(_:)`.
///
/// A function that reads a stream continues the trace of nobody: a batch has many senders. With a queue X-Ray links the
/// senders' traces to the function's.
public struct EventSourceMapping: Resource {
  public static let type = "aws_lambda_event_source_mapping"

  public let name: String
  public var source: Source
  public var function: ARN<LambdaFunction>
  /// `function_response_types`: whether the function names the messages it failed on. If not, one bad message brings
  /// the whole batch back. No default: the function's code has to go with it.
  public var failures: FailureReport
  /// `filter_criteria`: JSON patterns, any of which lets a message in; at most ten. A queue's other messages are deleted.
  public var filters: [Value]

  public enum FailureReport: Hashable, Sendable {
    /// The function throws, and all of the batch failed.
    case wholeBatch
    /// `ReportBatchItemFailures`: the function answers with `batchItemFailures`, and these failed.
    case items
  }

  public init(
    _ name: String, from source: Source, to function: ARN<LambdaFunction>, failures: FailureReport,
    filters: [Value] = []
  ) {
    self.name = name
    self.source = source
    self.function = function
    self.failures = failures
    self.filters = filters
  }

  public func encode(into block: inout Block) {
    block.set("function_name", function)
    source.encode(into: &block)
    if failures == .items { block.set("function_response_types", ["ReportBatchItemFailures"]) }
    guard !filters.isEmpty else { return }
    block.nest("filter_criteria") { criteria in
      for pattern in filters {
        criteria.nest("filter") { $0["pattern"] = .json(pattern) }
      }
    }
  }
}

extension Statement {
  /// Takes messages out of queues, as an event source mapping does.
  public static func receive(from queues: ARN<Queue>...) -> Statement {
    Statement(
      id: "Receive", ["sqs:DeleteMessage", "sqs:GetQueueAttributes", "sqs:ReceiveMessage"], on: queues.map(\.text))
  }

  /// Reads the stream of a table (`stream_arn`), as an event source mapping does.
  public static func readStream(_ stream: Text) -> Statement {
    Statement(
      id: "ReadStream", ["dynamodb:DescribeStream", "dynamodb:GetRecords", "dynamodb:GetShardIterator"], on: [stream])
  }
}

extension EventSourceMapping: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let filters = try block.nested("filter_criteria")?.blocks("filter") ?? []
    self.init(
      name, from: try Source(reading: block), to: try block.arn("function_name"),
      failures: try block.strings("function_response_types").contains("ReportBatchItemFailures") ? .items : .wholeBatch,
      filters: try filters.map { filter throws(Unreadable) in try filter.document("pattern") })
  }
}
