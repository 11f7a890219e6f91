public import TerraformModel

/// The functions that S3 invokes when objects are created and removed (`aws_s3_bucket_notification`). A bucket has one,
/// for all its listeners; another would silently replace it. `BucketTrigger` adds it with the permissions S3 needs.
public struct BucketNotification: ResourceModel {
  public static let type = "aws_s3_bucket_notification"

  public let name: String
  public var bucket: BucketName
  public var listeners: [Listener]

  /// A function and the events that invoke it: a `lambda_function` block.
  public struct Listener: Hashable, Sendable {
    public var function: ARN<LambdaFunction>
    public var events: [Event]
    /// `filter_prefix`: only objects whose keys have this prefix. Two listeners of one event must not overlap.
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
  public enum Event: String, Hashable, Sendable, CaseIterable, ArgumentCodable {
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

  public static let arguments = ArgumentTable<BucketNotification> { table in
    table.add("bucket", \.bucket, .identifier)
    table.blocks("lambda_function", \.listeners)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html",
    identifiedBy: [], iamPrefix: "s3",
    namesOf: ["bucket": Bucket.type],
    // https://docs.aws.amazon.com/AmazonS3/latest/userguide/grant-destinations-permissions-to-s3.html
    calls: FunctionCalling(
      ["lambda_function.lambda_function_arn"], by: "s3.amazonaws.com", for: .argument("bucket"), triesAtOnce: true))
}

extension BucketNotification.Listener: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.add("lambda_function_arn", \.function, .arn)
    table.add("events", \.events, .shape("an event that starts with 's3:'") { $0.hasPrefix("s3:") })
    table.add("filter_prefix", \.prefix)
    table.add("filter_suffix", \.suffix)
  }

  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    self.init(
      try block[\.function], on: try block[\.events], prefix: try block[\.prefix], suffix: try block[\.suffix])
  }
}

extension BucketNotification: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(
      name, of: BucketName(try block.text("bucket")),
      try block.blocks("lambda_function").map { function throws(DecodingFailure) in
        Listener(
          try function.arn("lambda_function_arn"),
          on: try function.strings("events").map { word throws(DecodingFailure) in
            guard let event = Event(rawValue: word) else { throw function.error("events", .unfit("'\(word)'")) }
            return event
          },
          prefix: try function.stringIfPresent("filter_prefix"), suffix: try function.stringIfPresent("filter_suffix"))
      })
  }
}
