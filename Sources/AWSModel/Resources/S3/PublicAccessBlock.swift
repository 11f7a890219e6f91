public import TerraformModel

/// Keeps a bucket from being opened to the world by whatever its policy or an object says
/// (`aws_s3_bucket_public_access_block`). All four locks: a bucket with fewer is a `RawResource`.
public struct PublicAccessBlock: ResourceModel {
  public static let type = "aws_s3_bucket_public_access_block"

  public let name: String
  public var bucket: BucketName

  public init(_ name: String, of bucket: BucketName) {
    self.name = name
    self.bucket = bucket
  }

  public static let arguments = ArgumentTable<PublicAccessBlock> { table in
    table.add("bucket", \.bucket, .identifier)
    table.constant("block_public_acls", true)
    table.constant("block_public_policy", true)
    table.constant("ignore_public_acls", true)
    table.constant("restrict_public_buckets", true)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutPublicAccessBlock.html",
    identifiedBy: [], iamPrefix: "s3", namesOf: ["bucket": "aws_s3_bucket"])
}

extension PublicAccessBlock: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    for lock in ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]
    where try block.boolIfPresent(lock) != true {
      throw block.error(lock, .unfit("false"))
    }
    self.init(name, of: BucketName(try block.text("bucket")))
  }
}
