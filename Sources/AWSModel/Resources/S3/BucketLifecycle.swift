public import TerraformModel

/// When S3 deletes the objects of a bucket (`aws_s3_bucket_lifecycle_configuration`). A bucket has one; another would
/// silently replace it. Terraform waits nearly a minute for it.
public struct BucketLifecycle: ResourceModel {
  public static let type = "aws_s3_bucket_lifecycle_configuration"

  public let name: String
  public var bucket: BucketName
  public var rules: [Rule]

  public struct Rule: Hashable, Sendable {
    /// `id`: at most 255 characters.
    public var id: String
    /// `filter.prefix`: objects whose keys have this prefix; all objects if empty.
    public var prefix: String
    /// `expiration.days`: after how many days an object is deleted, or, with versioning, hidden by a delete marker.
    public var expiresAfterDays: Int?
    /// `noncurrent_version_expiration`: after how many days a noncurrent version is deleted.
    public var oldVersionsExpireAfterDays: Int?
    /// `abort_incomplete_multipart_upload`: incomplete uploads, which AWS bills and does not list.
    public var unfinishedUploadsExpireAfterDays: Int?

    public init(
      _ id: String, prefix: String = "", expiresAfterDays: Int? = nil, oldVersionsExpireAfterDays: Int? = nil,
      unfinishedUploadsExpireAfterDays: Int? = 7
    ) {
      self.id = id
      self.prefix = prefix
      self.expiresAfterDays = expiresAfterDays
      self.oldVersionsExpireAfterDays = oldVersionsExpireAfterDays
      self.unfinishedUploadsExpireAfterDays = unfinishedUploadsExpireAfterDays
    }
  }

  public init(_ name: String, of bucket: BucketName, _ rules: [Rule]) {
    self.name = name
    self.bucket = bucket
    self.rules = rules
  }

  public static let arguments = ArgumentTable<BucketLifecycle> { table in
    table.add("bucket", \.bucket, .identifier)
    table.blocks("rule", \.rules)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketLifecycleConfiguration.html",
    identifiedBy: [], iamPrefix: "s3", namesOf: ["bucket": "aws_s3_bucket"])
}

extension BucketLifecycle.Rule: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.add("id", \.id, .characters(1...255))
    table.constant("status", "Enabled", .word(["Enabled", "Disabled"]))
    table.add("filter.prefix", \.prefix, default: "")
    table.add("expiration.days", \.expiresAfterDays)
    table.add("noncurrent_version_expiration.noncurrent_days", \.oldVersionsExpireAfterDays)
    table.add("abort_incomplete_multipart_upload.days_after_initiation", \.unfinishedUploadsExpireAfterDays)
  }

  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    try self.init(reading: block.reader)
  }
}

extension BucketLifecycle: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    var rules: [Rule] = []
    // A disabled rule deletes nothing.
    for rule in try block.blocks("rule") where try rule.string("status") == "Enabled" {
      rules.append(try Rule(reading: rule))
    }
    self.init(name, of: BucketName(try block.text("bucket")), rules)
  }
}

extension BucketLifecycle.Rule {
  fileprivate init(reading block: BlockDecoder) throws(DecodingFailure) {
    let filter = try block.nested("filter")
    for argument in ["and", "tag", "object_size_greater_than", "object_size_less_than"]
    where filter?.has(argument) == true {
      throw block.error("filter", .unfit("with `\(argument)`"))
    }
    let oldPrefix = try block.stringIfPresent("prefix")
    self.init(
      try block.string("id"), prefix: try filter?.stringIfPresent("prefix") ?? oldPrefix ?? "",
      expiresAfterDays: try block.nested("expiration")?.integerIfPresent("days"),
      oldVersionsExpireAfterDays: try block.nested("noncurrent_version_expiration")?.integerIfPresent(
        "noncurrent_days"),
      unfinishedUploadsExpireAfterDays: try block.nested("abort_incomplete_multipart_upload")?
        .integerIfPresent("days_after_initiation"))
  }
}
