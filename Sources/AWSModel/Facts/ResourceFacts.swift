public import TerraformModel

/// What is true of a resource type whatever a stack says: the one place for it. Tables by type, such as those of names
/// and of data that a removal destroys, are derived from all types' facts.
public struct ResourceFacts: Sendable {
  /// The provider's name for the type, such as `aws_sqs_queue`.
  public var type: String
  /// AWS's own page about the resource.
  public var documentation: String
  /// What AWS asks of its name; `nil` where AWS makes the name up.
  public var name: NamingRule?
  /// The argument or attribute by which others name it where they do not use its ARN.
  public var nameAttribute: String?
  /// The argument whose value has names of its own, such as the bus of a rule; `nil` where the region or the account has.
  public var nameContainer: String?
  /// The attributes that no two resources have in common.
  public var identifiedBy: [String]
  /// Whether the provider's `id` of it is its ARN.
  public var isARNItsID: Bool
  /// What a removal destroys that cannot be created again; `nil` where nothing.
  public var data: StatefulData?
  /// The prefix of the IAM actions that its ARN fits, such as `sqs`; `nil` where there are several.
  public var iamPrefix: String?
  /// Whether policies name parts of it by ARNs that begin with its own, such as the objects of a bucket.
  public var hasParts: Bool
  /// The arguments that hold the name of another resource rather than its ARN, with that resource's type.
  public var namesOf: [String: String]
  /// The CloudWatch dimension whose value is this resource, and what spells it.
  public var dimension: NamedDimension?
  /// What its service publishes to CloudWatch about it.
  package var metrics: MetricNamespace?
  /// Other namespaces with metrics about it, by the same dimension.
  package var otherMetrics: [MetricNamespace]
  /// The arguments that hold policy documents.
  package var policies: [PolicyDocumentLocation]
  /// The action that a service needs to send something to it; `nil` where nothing is sent to it by its policy.
  package var sendAction: String?
  /// What code does with one that its environment names, any one of which is enough; empty where a name alone may be of
  /// use, or where code is given the names of all.
  package var useActions: [String]
  /// How a resource of the type makes its service call functions; `nil` where it does not.
  package var calls: FunctionCalling?
  /// How many of the type something can have; `nil` where no stack comes near it.
  package var quota: ResourceQuota?
  /// What people no longer have once a resource of the type is removed, besides data; `nil` where nothing that a reviewer
  /// has to see.
  public var removal: RemovalLoss?
  /// When it asks X-Ray which requests to record; `nil` where it does not, or has a model that tells.
  package var sampling: SamplingUse?
  /// How long it keeps the records of a stream; `nil` for other types.
  package var recordAge: RecordAge?
  /// What AWS takes for arguments of a type without a model, whose table would say it.
  var limits: [ArgumentLimit]
  var constraints: [ArgumentConstraint]
  /// The settings that keep what it holds: protection from deletion, backups, encryption.
  package var safeguards: [Safeguard]
  /// The alarms that a resource of the type needs.
  package var alarms: [NeededAlarm]
  /// The arguments that hold passwords, tokens or keys.
  package var secrets: [SecretArgument]
  /// The argument that names the cluster of which it is a part, whose alarms may be on its metrics; `nil` where none.
  package var memberOf: String?
  /// How it allows network traffic in; `nil` for other types.
  package var ingress: IngressArguments?
  /// What AWS charges for it while it exists; empty where it charges nothing, or by use.
  package var rates: [BaseRate]
  /// What it is in the path of requests; `nil` for what is no part of it, or has a model that tells.
  package var part: RequestPart?
  /// The argument with the topics whose messages it shows to people; `nil` for other types.
  package var showsTopics: String?

  init(
    _ type: String, documentation: String, name: NamingRule? = nil, nameAttribute: String? = nil,
    nameContainer: String? = nil, identifiedBy: [String] = ["arn"], isARNItsID: Bool = false, data: StatefulData? = nil,
    iamPrefix: String? = nil,
    hasParts: Bool = true, namesOf: [String: String] = [:], dimension: NamedDimension? = nil,
    metrics: MetricNamespace? = nil, otherMetrics: [MetricNamespace] = [], policies: [PolicyDocumentLocation] = [],
    sendAction: String? = nil,
    useActions: [String] = [], calls: FunctionCalling? = nil,
    quota: ResourceQuota? = nil, removal: RemovalLoss? = nil, sampling: SamplingUse? = nil, recordAge: RecordAge? = nil,
    limits: [ArgumentLimit] = [], constraints: [ArgumentConstraint] = [], safeguards: [Safeguard] = [],
    alarms: [NeededAlarm] = [], secrets: [SecretArgument] = [], memberOf: String? = nil,
    ingress: IngressArguments? = nil, rates: [BaseRate] = [], part: RequestPart? = nil, showsTopics: String? = nil
  ) {
    self.rates = rates
    self.part = part
    self.showsTopics = showsTopics
    self.safeguards = safeguards
    self.alarms = alarms
    self.secrets = secrets
    self.memberOf = memberOf
    self.ingress = ingress
    self.limits = limits
    self.constraints = constraints
    self.type = type
    self.documentation = documentation
    self.name = name
    self.nameAttribute = nameAttribute ?? name?.argument
    self.nameContainer = nameContainer
    self.identifiedBy = identifiedBy
    self.isARNItsID = isARNItsID
    self.data = data
    self.iamPrefix = iamPrefix
    self.hasParts = hasParts
    self.namesOf = namesOf
    self.dimension = dimension
    self.metrics = metrics
    self.otherMetrics = otherMetrics
    self.policies = policies
    self.sendAction = sendAction
    self.useActions = useActions
    self.calls = calls
    self.quota = quota
    self.removal = removal
    self.sampling = sampling
    self.recordAge = recordAge
  }
}

extension ResourceFacts {
  /// Every namespace with metrics about it.
  package var namespaces: [MetricNamespace] { [metrics].compactMap(\.self) + otherMetrics }
}

/// What a resource holds that a removal destroys.
public struct StatefulData: Sendable, Hashable {
  /// The kind of resource in a sentence: `table`.
  public let holder: String
  /// What it holds: `items`.
  public let content: String
  /// The argument that AWS knows it by, without which it is another resource; `nil` where AWS makes the name up.
  public let nameArgument: String?

  public init(_ content: String, in holder: String, named nameArgument: String? = "name") {
    self.holder = holder
    self.content = content
    self.nameArgument = nameArgument
  }
}

/// What a removal takes away that is not data.
public enum RemovalLoss: Sendable {
  case alarm
  /// One that is notified of what is sent to the topic in an argument. Another one of the same address has to confirm.
  case subscriber(argument: String)
  case tracing
  case permission
}

/// When a resource asks X-Ray which requests to record.
package enum SamplingUse: Sendable {
  /// It runs code that may have an X-Ray SDK.
  case byCode
  /// It asks where an argument is true.
  case whereTrue(String)
}

/// How long a stream keeps its records.
package enum RecordAge: Sendable {
  case seconds(Double)
  /// As many hours as an argument says, or as AWS takes where it is left out.
  case hours(argument: String, default: Int)
}
