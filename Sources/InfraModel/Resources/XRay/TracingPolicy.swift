/// Lets SNS send the segments of topics to X-Ray (`aws_xray_resource_policy`). Without it a topic whose tracing is active
/// does not show on the map, and nothing says why (T8). `TopicTracing` adds it with all that belongs to it.
public struct TracingPolicy: ResourceModel {
  public static let type = "aws_xray_resource_policy"

  public let name: String
  public var physicalName: PhysicalName
  /// The topics whose segments X-Ray takes.
  public var topics: [ARN<Topic>]
  /// The twelve digits of the account that the topics are in.
  public var account: Text
  /// What replaces the policy when it changes. The provider cannot change a policy in place: it does so in AWS, and then
  /// stops with "Provider returned invalid result object after apply".
  public var revision: Address

  /// `revision`: A `TerraformData` that remembers `document(for:in:)` of the same topics.
  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, for topics: [ARN<Topic>], in account: Text,
    replacedBy revision: Declared<TerraformData>
  ) {
    self.name = name
    self.physicalName = physicalName
    self.topics = topics
    self.account = account
    self.revision = revision.address
  }

  public var lifecycle: Lifecycle { Lifecycle(replaceTriggeredBy: [revision]) }

  public static let arguments = ArgumentTable<TracingPolicy> { table in
    table.written("policy_document") { document(for: $0.topics, in: $0.account) }
    table.derived(\.topics) { policy throws(Unreadable) in try admitted(by: policy.reader).topics }
    table.derived(\.account) { policy throws(Unreadable) in try admitted(by: policy.reader).account }
    table.swiftOnly(\.revision, because: "a plan does not record what replaces the policy")
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/xray/latest/api/API_PutResourcePolicy.html",
    // AWS takes five of them in an account and region.
    name: NamingRule(argument: "policy_name", length: 1...128, characters: .alphanumerics(and: "_+=,.@-")),
    identifiedBy: [], iamPrefix: "xray")

  /// `policy_document`, at most 5 KB: what AWS's documentation of active tracing for SNS asks for.
  public static func document(for topics: [ARN<Topic>], in account: Text) -> Value {
    let statement: Value = [
      "Sid": "SNSAccess",
      "Effect": "Allow",
      "Principal": ["Service": "sns.amazonaws.com"],
      "Action": ["xray:PutTraceSegments", "xray:GetSamplingRules", "xray:GetSamplingTargets"],
      "Resource": "*",
      "Condition": [
        "StringEquals": ["aws:SourceAccount": account.value],
        "StringLike": ["aws:SourceArn": topics.value],
      ],
    ]
    return .json(["Version": "2012-10-17", "Statement": [statement]])
  }
}

extension TracingPolicy {
  /// Whom the policy lets in, where it is the one for topics that AWS's documentation has.
  private static func admitted(
    by block: BlockReader
  ) throws(Unreadable) -> (topics: [ARN<Topic>], account: Text) {
    let unfit = block.error("policy_document", .unfit("not the one for topics that AWS documents"))
    guard case .map(let document) = try block.document("policy_document"),
      case .list(let statements)? = document["Statement"], statements.count == 1,
      case .map(let statement) = statements[0],
      statement["Principal"] == ["Service": "sns.amazonaws.com"], case .map(let condition)? = statement["Condition"],
      case .map(let accounts)? = condition["StringEquals"], case .text(let account)? = accounts["aws:SourceAccount"],
      case .map(let sources)? = condition["StringLike"] ?? condition["ArnLike"], let topics = sources["aws:SourceArn"]
    else { throw unfit }
    let list = if case .list(let values) = topics { values } else { [topics] }
    let arns = try list.map { topic throws(Unreadable) -> ARN<Topic> in
      guard case .text(let arn) = topic else { throw unfit }
      return ARN(arn)
    }
    return (arns, account)
  }
}

extension TracingPolicy: ReadableResource {
  /// Only as AWS's documentation has it, for topics that are named. What replaces the policy Terraform does not tell.
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    (topics, account) = try Self.admitted(by: block)
    self.name = name
    physicalName = .conventional
    revision = Address(type: TerraformData.type, name: "")
  }
}
