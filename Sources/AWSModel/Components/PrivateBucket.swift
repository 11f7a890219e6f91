public import TerraformModel

/// A bucket that only the account's own roles can read: encrypted, not public, and accessible only over TLS.
public struct PrivateBucket: Component {
  public var name: String
  public var physicalName: PhysicalName
  public var forceDestroy: Bool
  public var encryption: BucketEncryption.Key
  /// Whether overwritten and deleted objects can be restored. No default: it depends on what the objects are.
  public var versioning: BucketVersioning.Status
  /// When objects expire. With versioning, at least the noncurrent versions should.
  public var lifecycle: [BucketLifecycle.Rule]

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, forceDestroy: Bool,
    encryption: BucketEncryption.Key = .managed, versioning: BucketVersioning.Status,
    lifecycle: [BucketLifecycle.Rule] = []
  ) {
    self.name = name
    self.physicalName = physicalName
    self.forceDestroy = forceDestroy
    self.encryption = encryption
    self.versioning = versioning
    self.lifecycle = lifecycle
  }

  public func declare(in stack: inout StackBuilder) -> Declared<Bucket> {
    let bucket = stack.add(Bucket(name, named: physicalName, forceDestroy: forceDestroy))
    let block = stack.add(PublicAccessBlock(name, of: bucket.bucketName))
    stack.add(BucketEncryption(name, of: bucket.bucketName, with: encryption))
    stack.add(BucketVersioning(name, of: bucket.bucketName, versioning))
    // S3 rejects two concurrent changes to a bucket's access settings.
    stack.add(
      BucketPolicy(name, of: bucket.bucketName, PolicyDocument([.denyPlainHTTP(to: bucket.arn)])),
      after: [block.address])
    if !lifecycle.isEmpty {
      stack.add(BucketLifecycle(name, of: bucket.bucketName, lifecycle))
    }
    return bucket
  }
}
