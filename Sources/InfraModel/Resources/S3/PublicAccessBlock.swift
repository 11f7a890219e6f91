/// Keeps a bucket from being opened to the world by whatever its policy or an object says
/// (`aws_s3_bucket_public_access_block`). All four locks: a bucket with fewer is a `RawResource`.
public struct PublicAccessBlock: Resource {
  public static let type = "aws_s3_bucket_public_access_block"

  public let name: String
  public var bucket: BucketName

  public init(_ name: String, of bucket: BucketName) {
    self.name = name
    self.bucket = bucket
  }

  public func encode(into block: inout Block) {
    block.set("bucket", bucket)
    block.set("block_public_acls", true)
    block.set("block_public_policy", true)
    block.set("ignore_public_acls", true)
    block.set("restrict_public_buckets", true)
  }
}

extension PublicAccessBlock: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    for lock in ["block_public_acls", "block_public_policy", "ignore_public_acls", "restrict_public_buckets"]
    where try block.boolIfAny(lock) != true {
      throw block.error(lock, .unfit("false"))
    }
    self.init(name, of: BucketName(try block.text("bucket")))
  }
}
