public import TerraformModel

/// Whether a bucket keeps what objects were before they were overwritten or deleted (`aws_s3_bucket_versioning`). They
/// are paid for until a lifecycle expires them.
public struct BucketVersioning: ResourceModel {
  public static let type = "aws_s3_bucket_versioning"

  public let name: String
  public var bucket: BucketName
  public var status: Status

  /// `status`. A bucket that had versions cannot be without, only stop making new ones.
  public enum Status: String, Hashable, Sendable, CaseIterable, ArgumentCodable {
    case enabled = "Enabled"
    case suspended = "Suspended"
  }

  public init(_ name: String, of bucket: BucketName, _ status: Status) {
    self.name = name
    self.bucket = bucket
    self.status = status
  }

  public static let arguments = ArgumentTable<BucketVersioning> { table in
    table.add("bucket", \.bucket, .identifier)
    table.add("versioning_configuration.status", \.status, .word(["Disabled", "Enabled", "Suspended"]))
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketVersioning.html",
    identifiedBy: [], iamPrefix: "s3", namesOf: ["bucket": "aws_s3_bucket"])
}

extension BucketVersioning: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    guard let configuration = try block.nested("versioning_configuration") else {
      throw block.error("versioning_configuration", .missing)
    }
    self.init(name, of: BucketName(try block.text("bucket")), try configuration.word("status"))
  }
}
