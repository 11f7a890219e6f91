/// Who may do what in a bucket, besides what roles of the account may (`aws_s3_bucket_policy`).
public struct BucketPolicy: Resource {
  public static let type = "aws_s3_bucket_policy"

  public let name: String
  public var bucket: BucketName
  public var policy: PolicyDocument

  public init(_ name: String, of bucket: BucketName, _ policy: PolicyDocument) {
    self.name = name
    self.bucket = bucket
    self.policy = policy
  }

  public func encode(into block: inout Block) {
    block.set("bucket", bucket)
    block.set("policy", policy)
  }
}

extension BucketPolicy: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(name, of: BucketName(try block.text("bucket")), try block.policy("policy"))
  }
}
