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
