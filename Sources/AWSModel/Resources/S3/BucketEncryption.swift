public import TerraformModel

/// What the objects of a bucket are encrypted with (`aws_s3_bucket_server_side_encryption_configuration`).
public struct BucketEncryption: ResourceModel {
  public static let type = "aws_s3_bucket_server_side_encryption_configuration"

  public let name: String
  public var bucket: BucketName
  public var key: Key

  /// `sse_algorithm` and `kms_master_key_id`
  public enum Key: Hashable, Sendable {
    /// `AES256`: S3's own key; reading an object needs no further permission.
    case managed
    /// `aws:kms`: readers and writers also need permission to use this key, given by its ARN. With a bucket key, which
    /// saves nearly all of the calls to KMS.
    case kms(Text)
  }

  public init(_ name: String, of bucket: BucketName, with key: Key) {
    self.name = name
    self.bucket = bucket
    self.key = key
  }

  public static let arguments = ArgumentTable<BucketEncryption> { table in
    table.add("bucket", \.bucket, .identifier)
    table.written(
      "rule.apply_server_side_encryption_by_default.sse_algorithm", .word(["AES256", "aws:kms", "aws:kms:dsse"])
    ) { $0.key.algorithm }
    table.add("rule.apply_server_side_encryption_by_default.kms_master_key_id", \.key.kmsKey)
    table.written("rule.bucket_key_enabled") { $0.key.kmsKey == nil ? nil : true }
    table.derived(\.key) { encryption throws(DecodingFailure) in
      guard let standard = try encryption.blocks("rule.apply_server_side_encryption_by_default").first else {
        throw encryption.reader.error("rule", .missing)
      }
      let algorithm = try standard.string("sse_algorithm")
      switch algorithm {
      case "AES256": return .managed
      case "aws:kms": return .kms(try standard.textIfPresent("kms_master_key_id") ?? "alias/aws/s3")
      default: throw standard.error("sse_algorithm", .unfit("'\(algorithm)'"))
      }
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketEncryption.html",
    identifiedBy: [], iamPrefix: "s3", namesOf: ["bucket": "aws_s3_bucket"])
}

extension BucketEncryption.Key {
  fileprivate var algorithm: Value {
    switch self {
    case .managed: "AES256"
    case .kms: "aws:kms"
    }
  }

  /// `kms_master_key_id`
  var kmsKey: Text? {
    switch self {
    case .managed: nil
    case .kms(let arn): arn
    }
  }
}

extension BucketEncryption: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    guard let standard = try block.nested("rule")?.nested("apply_server_side_encryption_by_default") else {
      throw block.error("rule", .missing)
    }
    let algorithm = try standard.string("sse_algorithm")
    let key: Key
    switch algorithm {
    case "AES256": key = .managed
    case "aws:kms": key = .kms(try standard.textIfPresent("kms_master_key_id") ?? "alias/aws/s3")
    default: throw standard.error("sse_algorithm", .unfit("'\(algorithm)'"))
    }
    self.init(name, of: BucketName(try block.text("bucket")), with: key)
  }
}
