/// Whom S3 calls when objects come and go (`aws_s3_bucket_notification`). A bucket has one, of all its listeners; another
/// would take its place without a word. `BucketTrigger` declares it with the permissions that S3 asks for first.
public struct BucketNotification: Resource {
  public static let type = "aws_s3_bucket_notification"

  public let name: String
  public var bucket: BucketName
  public var listeners: [Listener]

  /// A function, and what it hears of: a `lambda_function` block.
  public struct Listener: Hashable, Sendable {
    public var function: ARN<LambdaFunction>
    public var events: [Event]
    /// `filter_prefix`: of objects whose keys start so. Two listeners of one event must not overlap.
    public var prefix: String?
    /// `filter_suffix`, such as `.mp3`.
    public var suffix: String?

    public init(
      _ function: ARN<LambdaFunction>, on events: [Event], prefix: String? = nil, suffix: String? = nil
    ) {
      self.function = function
      self.events = events
      self.prefix = prefix
      self.suffix = suffix
    }
  }

  /// `events`
  public enum Event: String, Hashable, Sendable, CaseIterable, ArgumentValue {
    case created = "s3:ObjectCreated:*"
    case removed = "s3:ObjectRemoved:*"
    /// Deleted by the bucket's lifecycle.
    case expired = "s3:LifecycleExpiration:*"
  }

  public init(_ name: String, of bucket: BucketName, _ listeners: [Listener]) {
    self.name = name
    self.bucket = bucket
    self.listeners = listeners
  }

  public func encode(into block: inout Block) {
    block.set("bucket", bucket)
    for listener in listeners {
      block.nest("lambda_function") { function in
        function.set("lambda_function_arn", listener.function)
        function.set("events", listener.events)
        function.set("filter_prefix", listener.prefix)
        function.set("filter_suffix", listener.suffix)
      }
    }
  }
}

extension BucketNotification: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(
      name, of: BucketName(try block.text("bucket")),
      try block.blocks("lambda_function").map { function throws(Unreadable) in
        Listener(
          try function.arn("lambda_function_arn"),
          on: try function.strings("events").map { word throws(Unreadable) in
            guard let event = Event(rawValue: word) else { throw function.error("events", .unfit("'\(word)'")) }
            return event
          },
          prefix: try function.stringIfAny("filter_prefix"), suffix: try function.stringIfAny("filter_suffix"))
      })
  }
}
