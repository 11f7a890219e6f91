public import TerraformModel

/// Functions that a bucket calls when objects come and go: the permissions and, after them, the bucket's notification.
/// One for all listeners of a bucket.
public struct BucketTrigger: Component {
  public var bucket: Declared<Bucket>
  public var listeners: [Listener]

  public struct Listener: Sendable {
    public var function: Declared<LambdaFunction>
    public var events: [BucketNotification.Event]
    public var prefix: String?
    public var suffix: String?

    public init(
      _ function: Declared<LambdaFunction>, on events: [BucketNotification.Event], prefix: String? = nil,
      suffix: String? = nil
    ) {
      self.function = function
      self.events = events
      self.prefix = prefix
      self.suffix = suffix
    }
  }

  public init(_ bucket: Declared<Bucket>, calls listeners: [Listener]) {
    self.bucket = bucket
    self.listeners = listeners
  }

  public func declare(in stack: inout StackBuilder) {
    let account = stack.callerIdentity().accountID
    var permitted: Set<Address> = []
    var permissions: [Address] = []
    for function in listeners.map(\.function) where permitted.insert(function.address).inserted {
      let permission = LambdaPermission(
        "\(bucket.name)-to-\(function.name)", of: function.functionName, to: .bucket(bucket.arn, account: account))
      permissions.append(stack.add(permission).address)
    }
    stack.add(
      BucketNotification(
        bucket.name, of: bucket.bucketName,
        listeners.map { .init($0.function.arn, on: $0.events, prefix: $0.prefix, suffix: $0.suffix) }),
      after: permissions)
  }
}
