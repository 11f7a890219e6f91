public import TerraformModel

/// Allows SNS to send the segments of topics to X-Ray (`aws_xray_resource_policy`). Without it a topic whose tracing is
/// active is missing from the trace map, without an error (T8). `TopicTracing` adds it with everything it needs.
public struct TracingPolicy: ResourceModel {
  public static let type = "aws_xray_resource_policy"

  public let name: String
  public var physicalName: PhysicalName
  /// The topics whose segments X-Ray accepts.
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
    table.derived(\.topics) { policy throws(DecodingFailure) in try admitted(by: policy.reader).topics }
    table.derived(\.account) { policy throws(DecodingFailure) in try admitted(by: policy.reader).account }
    table.swiftOnly(\.revision, because: "a plan does not record what replaces the policy")
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/xray/latest/api/API_PutResourcePolicy.html",
    name: NamingRule(argument: "policy_name", length: 1...128, characters: .alphanumerics(and: "_+=,.@-")),
    identifiedBy: [], iamPrefix: "xray",
    policies: [PolicyDocumentLocation("policy_document", .resource, upTo: 5_120)],
    // https://docs.aws.amazon.com/xray/latest/api/API_PutResourcePolicy.html
    quota: ResourceQuota(5, "X-Ray resource policies", of: nil, fix: { "merge '\($0)' into another policy" }))

  /// `policy_document`, at most 5 KB: what AWS's documentation of active tracing for SNS requires.
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
  /// The topics and the account that the policy allows, if it is the one for topics in AWS's documentation.
  private static func admitted(
    by block: BlockDecoder
  ) throws(DecodingFailure) -> (topics: [ARN<Topic>], account: Text) {
    let unfit = block.error("policy_document", .unfit("not the one for topics that AWS documents"))
    guard case .map(let document) = try block.document("policy_document"),
      case .list(let statements)? = document["Statement"], statements.count == 1,
      case .map(let statement) = statements[0],
      statement["Principal"] == ["Service": "sns.amazonaws.com"], case .map(let condition)? = statement["Condition"],
      case .map(let accounts)? = condition["StringEquals"], case .text(let account)? = accounts["aws:SourceAccount"],
      case .map(let sources)? = condition["StringLike"] ?? condition["ArnLike"], let topics = sources["aws:SourceArn"]
    else { throw unfit }
    let list = if case .list(let values) = topics { values } else { [topics] }
    let arns = try list.map { topic throws(DecodingFailure) -> ARN<Topic> in
      guard case .text(let arn) = topic else { throw unfit }
      return ARN(arn)
    }
    return (arns, account)
  }
}

extension TracingPolicy: DecodableResource {
  /// Reads only the policy in AWS's documentation, for named topics. A plan does not record what replaces the policy.
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    (topics, account) = try Self.admitted(by: block)
    self.name = name
    physicalName = .conventional
    revision = Address(type: TerraformData.type, name: "")
  }
}
