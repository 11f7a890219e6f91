/// What the objects of a bucket are encrypted with (`aws_s3_bucket_server_side_encryption_configuration`).
public struct BucketEncryption: Resource {
  public static let type = "aws_s3_bucket_server_side_encryption_configuration"

  public let name: String
  public var bucket: BucketName
  public var key: Key

  /// `sse_algorithm` and `kms_master_key_id`
  public enum Key: Hashable, Sendable {
    /// `AES256`: S3's own, and whoever may read an object can.
    case managed
    /// `aws:kms`: readers and writers also need leave to use this key, the ARN of one. With a bucket key, which spares
    /// nearly all of the calls to KMS.
    case kms(Text)
  }

  public init(_ name: String, of bucket: BucketName, with key: Key) {
    self.name = name
    self.bucket = bucket
    self.key = key
  }

  public func encode(into block: inout Block) {
    block.set("bucket", bucket)
    block.nest("rule") { rule in
      rule.nest("apply_server_side_encryption_by_default") { encryption in
        switch key {
        case .managed: encryption.set("sse_algorithm", "AES256")
        case .kms(let arn):
          encryption.set("sse_algorithm", "aws:kms")
          encryption.set("kms_master_key_id", arn)
        }
      }
      if key != .managed { rule.set("bucket_key_enabled", true) }
    }
  }
}

extension BucketEncryption: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    guard let standard = try block.nested("rule")?.nested("apply_server_side_encryption_by_default") else {
      throw block.error("rule", .missing)
    }
    let algorithm = try standard.string("sse_algorithm")
    let key: Key
    switch algorithm {
    case "AES256": key = .managed
    case "aws:kms": key = .kms(try standard.textIfAny("kms_master_key_id") ?? "alias/aws/s3")
    default: throw standard.error("sse_algorithm", .unfit("'\(algorithm)'"))
    }
    self.init(name, of: BucketName(try block.text("bucket")), with: key)
  }
}
