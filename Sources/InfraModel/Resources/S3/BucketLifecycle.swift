/// When the objects of a bucket are deleted by S3 (`aws_s3_bucket_lifecycle_configuration`). A bucket has one; another
/// would take its place without a word. Terraform waits nearly a minute for it.
public struct BucketLifecycle: Resource {
  public static let type = "aws_s3_bucket_lifecycle_configuration"

  public let name: String
  public var bucket: BucketName
  public var rules: [Rule]

  public struct Rule: Hashable, Sendable {
    /// `id`: at most 255 characters.
    public var id: String
    /// `filter.prefix`: objects whose keys start so; all of them if empty.
    public var prefix: String
    /// `expiration.days`: after so many days an object is deleted, or, with versions, hidden.
    public var expiresAfterDays: Int?
    /// `noncurrent_version_expiration`: so many days after an object was overwritten or hidden, the old one goes.
    public var oldVersionsExpireAfterDays: Int?
    /// `abort_incomplete_multipart_upload`: uploads that nobody finished, which are paid for and not listed.
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

  public func encode(into block: inout Block) {
    block.set("bucket", bucket)
    for rule in rules {
      block.nest("rule") { rule.encode(into: &$0) }
    }
  }
}

extension BucketLifecycle.Rule {
  fileprivate func encode(into block: inout Block) {
    block.set("id", id)
    block.set("status", "Enabled")
    block.nest("filter") { $0.set("prefix", prefix) }
    if let expiresAfterDays {
      block.nest("expiration") { $0.set("days", expiresAfterDays) }
    }
    if let oldVersionsExpireAfterDays {
      block.nest("noncurrent_version_expiration") { $0.set("noncurrent_days", oldVersionsExpireAfterDays) }
    }
    if let unfinishedUploadsExpireAfterDays {
      block.nest("abort_incomplete_multipart_upload") {
        $0.set("days_after_initiation", unfinishedUploadsExpireAfterDays)
      }
    }
  }
}

extension BucketLifecycle: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    var rules: [Rule] = []
    // A rule that is switched off deletes nothing.
    for rule in try block.blocks("rule") where try rule.string("status") == "Enabled" {
      rules.append(try Rule(reading: rule))
    }
    self.init(name, of: BucketName(try block.text("bucket")), rules)
  }
}

extension BucketLifecycle.Rule {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    let filter = try block.nested("filter")
    for argument in ["and", "tag", "object_size_greater_than", "object_size_less_than"]
    where filter?.has(argument) == true {
      throw block.error("filter", .unfit("with `\(argument)`"))
    }
    let oldPrefix = try block.stringIfAny("prefix")
    self.init(
      try block.string("id"), prefix: try filter?.stringIfAny("prefix") ?? oldPrefix ?? "",
      expiresAfterDays: try block.nested("expiration")?.integerIfAny("days"),
      oldVersionsExpireAfterDays: try block.nested("noncurrent_version_expiration")?.integerIfAny("noncurrent_days"),
      unfinishedUploadsExpireAfterDays: try block.nested("abort_incomplete_multipart_upload")?
        .integerIfAny("days_after_initiation"))
  }
}
