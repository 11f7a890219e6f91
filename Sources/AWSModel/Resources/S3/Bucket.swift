public import TerraformModel

/// A bucket for objects (`aws_s3_bucket`). The other settings of a bucket are separate resources; `PrivateBucket`
/// declares those that nearly every bucket needs.
public struct Bucket: ResourceModel {
  public static let type = "aws_s3_bucket"

  public let name: String
  public var physicalName: PhysicalName
  /// `force_destroy`: whether Terraform deletes every object when it destroys the bucket; without it AWS does not
  /// delete a bucket that is not empty. No default: deleted data cannot be restored.
  public var forceDestroy: Bool

  public init(_ name: String, named physicalName: PhysicalName = .conventional, forceDestroy: Bool) {
    self.name = name
    self.physicalName = physicalName
    self.forceDestroy = forceDestroy
  }

  public static let arguments = ArgumentTable<Bucket> { table in
    table.add("force_destroy", \.forceDestroy, default: false)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AmazonS3/latest/API/API_CreateBucket.html",
    // Names are unique across all accounts.
    name: NamingRule(
      argument: "bucket", length: 3...63,
      characters: NameCharacters("lower-case letters, digits, - and .") { scalar in
        ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar) || scalar == "-" || scalar == "."
      }, isWorldwide: true),
    data: StatefulData("objects", in: "bucket", named: "bucket"), iamPrefix: "s3",
    dimension: NamedDimension("BucketName", attributes: ["bucket", "id"]), metrics: S3Metrics.namespace,
    safeguards: [
      Safeguard(.deletion, "force_destroy", .isFalse, isDefault: true, "is deleted with its objects")
    ])
}

extension DeclaredResource<Bucket> {
  public var arn: ARN<Bucket> { ARN(attribute("arn")) }
  /// The name by which the bucket's other resources refer to it.
  public var bucketName: BucketName { BucketName(attribute("id")) }
}

/// A bucket's name, which its other resources take; AWS rejects its ARN there.
public struct BucketName: Hashable, Sendable, ArgumentCodable {
  public let text: Text
  public var value: Value { .text(text) }

  public init(_ text: Text) {
    self.text = text
  }

  public init(reading value: Value) throws(DecodingFailure.Reason) {
    text = try Text(reading: value)
  }
}

extension Statement {
  /// Reads objects. Without permission to list, S3 answers 403 rather than 404 for an object that is not there.
  public static func readObjects(of buckets: ARN<Bucket>...) -> Statement {
    Statement(id: "ReadObjects", ["s3:GetObject"], on: buckets.map { "\($0)/*" })
  }

  public static func writeObjects(to buckets: ARN<Bucket>...) -> Statement {
    Statement(id: "WriteObjects", ["s3:PutObject"], on: buckets.map { "\($0)/*" })
  }

  public static func deleteObjects(of buckets: ARN<Bucket>...) -> Statement {
    Statement(id: "DeleteObjects", ["s3:DeleteObject"], on: buckets.map { "\($0)/*" })
  }

  public static func listObjects(of buckets: ARN<Bucket>...) -> Statement {
    Statement(id: "ListObjects", ["s3:ListBucket"], on: buckets.map(\.text))
  }

  /// Denies requests without TLS, for the bucket's own policy.
  public static func denyPlainHTTP(to bucket: ARN<Bucket>) -> Statement {
    Statement(
      .deny, id: "TLSOnly", to: .anyone, ["s3:*"], on: [bucket.text, "\(bucket)/*"],
      where: ["Bool": ["aws:SecureTransport": "false"]])
  }
}

extension Bucket: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(name, forceDestroy: try block.boolIfPresent("force_destroy") ?? false)
  }
}
