public import TerraformModel

/// Invokes a function with batches that Lambda reads from a queue or a stream (`aws_lambda_event_source_mapping`). Lambda
/// reads as the function's role, which needs `.receive(from:)` or `.readStream(_:)`.
///
/// A function that reads a stream starts a new trace, as a batch has many senders. With a queue X-Ray links the senders'
/// traces to the function's.
public struct EventSourceMapping: ResourceModel {
  public static let type = "aws_lambda_event_source_mapping"

  public let name: String
  public var source: Source
  /// `function_name`
  public var function: ARN<LambdaFunction>
  /// `function_response_types`: whether the function's response names the messages that failed. Otherwise one bad message
  /// returns the whole batch to the queue. There is no default, as the function's code has to match it.
  public var failures: FailureReport
  /// `filter_criteria.filter.pattern`: JSON patterns, at most ten; Lambda reads the messages that match one of them. It
  /// deletes a queue's other messages.
  public var filters: [Value]

  public enum FailureReport: Hashable, Sendable {
    /// An error of the function fails the whole batch.
    case wholeBatch
    /// `ReportBatchItemFailures`: the messages that the response lists under `batchItemFailures` failed.
    case items

    /// `function_response_types`
    var responseTypes: [String] {
      switch self {
      case .wholeBatch: []
      case .items: ["ReportBatchItemFailures"]
      }
    }
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

  public static let arguments = ArgumentTable<EventSourceMapping> { table in
    Source.declare(in: &table)
    table.add("function_name", \.function, .identifier)
    table.add("function_response_types", \.failures.responseTypes, .word(["ReportBatchItemFailures"]))
    table.derived(\.failures) { mapping throws(DecodingFailure) in
      try mapping[\.failures.responseTypes].contains("ReportBatchItemFailures") ? .items : .wholeBatch
    }
    table.written("filter_criteria") { mapping in
      guard !mapping.filters.isEmpty else { return nil }
      return .blocks([["filter": .blocks(mapping.filters.map { ["pattern": .json($0)] })]])
    }
    table.derived(\.filters) { mapping throws(DecodingFailure) in
      try mapping.blocks("filter_criteria.filter").map { filter throws(DecodingFailure) in
        try filter.document("pattern")
      }
    }
    table.unmodeled("tumbling_window_in_seconds", .range(0...900))
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateEventSourceMapping.html",
    iamPrefix: "lambda", namesOf: ["function_name": LambdaFunction.type])
}

extension Statement {
  /// Receives messages from queues, as an event source mapping does.
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

extension EventSourceMapping: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let mapping = BlockView<Self>(block)
    self.init(
      name, from: try mapping[\.source], to: try mapping[\.function], failures: try mapping[\.failures],
      filters: try mapping[\.filters])
  }
}
