public import TerraformModel

/// Who may do what in a bucket, besides what roles of the account may (`aws_s3_bucket_policy`).
public struct BucketPolicy: ResourceModel {
  public static let type = "aws_s3_bucket_policy"

  public let name: String
  public var bucket: BucketName
  public var policy: PolicyDocument

  public init(_ name: String, of bucket: BucketName, _ policy: PolicyDocument) {
    self.name = name
    self.bucket = bucket
    self.policy = policy
  }

  public static let arguments = ArgumentTable<BucketPolicy> { table in
    table.add("bucket", \.bucket, .identifier)
    table.add("policy", \.policy)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketPolicy.html", identifiedBy: [],
    iamPrefix: "s3", namesOf: ["bucket": Bucket.type],
    policies: [PolicyDocumentLocation("policy", .resource, upTo: 20_480, of: "bucket")], removal: .permission)
}

extension BucketPolicy: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(name, of: BucketName(try block.text("bucket")), try block.policy("policy"))
  }
}
