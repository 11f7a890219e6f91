public import TerraformModel

/// Something that Terraform does not create and that has to exist, or to be done, so that a stack can be applied or works
/// afterwards.
public struct Prerequisite: Sendable {
  public let kind: Kind
  public let name: OutsideName
  /// Where AWS has it; the stack's own region for what is not of a region.
  public let region: Region
  /// The declarations that need it: resources, data sources and variables.
  public let addresses: [Address]
  /// Where the first of them is declared.
  public let location: SourceLocation?
  /// How the AWS CLI checks it; `nil` for what only a person can check.
  public let check: Check?
  /// How to provide it, in a sentence or as a command.
  public let provision: String

  /// The kinds, in the order of their work.
  public enum Kind: String, CaseIterable, Sendable {
    /// Credentials of any account, for a stack that declares none (`Stack.account`).
    case credentials
    /// Credentials of the account that the stack declares.
    case account
    /// The bucket, table or service of the state (`Stack.backend`).
    case backend
    /// A `Variable` with an example, or a `RawVariable` without a default.
    case variable
    /// A stack whose exports this one imports.
    case otherStack
    /// A secret of Secrets Manager that is not declared here.
    case secret
    /// A VPC that is named by its id.
    case network
    /// A subnet that is named by its id.
    case subnet
    /// A security group that is named by its id.
    case securityGroup
    /// A prefix list that is named by its id, such as that of S3.
    case prefixList
    /// A bucket that is named by its ARN and not declared here.
    case bucket
    /// A user pool of Cognito that is named by its ARN.
    case userPool
    /// A domain of OpenSearch that is named by its ARN.
    case searchDomain
    /// A version of a Lambda layer that is named by its ARN.
    case layer
    /// A foundation model of Bedrock that a policy allows.
    case model
    /// Anything else that an argument names by its ARN.
    case resource
    /// What a data source reads.
    case dataSource
    /// A host in the environment of a function, or of pages that report to RUM.
    case host
    /// The project or client of an OpenID Connect provider.
    case identityProvider
    /// The account's quota of concurrent executions, for functions with reserved concurrency.
    case concurrency
    /// The role with which API Gateway writes logs (`aws_api_gateway_account`).
    case apiLogging
    /// The preference without which alarms on `AWS/Billing` have no data.
    case billingMetrics
    /// The confirmation of a subscription by mail.
    case mailConfirmation
  }
}

extension Prerequisite.Kind {
  /// What a person calls it.
  public var title: String {
    switch self {
    case .credentials: "AWS credentials"
    case .account: "AWS account"
    case .backend: "state backend"
    case .variable: "variable without a default"
    case .otherStack: "stack to apply first"
    case .secret: "secret"
    case .network: "VPC"
    case .subnet: "subnet"
    case .securityGroup: "security group"
    case .prefixList: "prefix list"
    case .bucket: "bucket"
    case .userPool: "user pool"
    case .searchDomain: "search domain"
    case .layer: "Lambda layer"
    case .model: "model access"
    case .resource: "existing resource"
    case .dataSource: "data source"
    case .host: "host"
    case .identityProvider: "identity provider"
    case .concurrency: "Lambda concurrency"
    case .apiLogging: "API Gateway's logging role"
    case .billingMetrics: "billing metrics"
    case .mailConfirmation: "mail to confirm"
    }
  }

  /// Why it is needed.
  public var reason: String {
    switch self {
    case .credentials: "Terraform calls AWS with them"
    case .account: "the provider refuses every other account (`allowed_account_ids`)"
    case .backend: "`terraform init` fails where the state's place does not exist"
    case .variable: "Terraform asks for its value, and fails where it cannot ask"
    case .otherStack: "this stack imports what the other one exports"
    case .secret: "a function reads it, and no stack creates it, so that Terraform's state does not contain it"
    case .network, .subnet, .securityGroup, .prefixList: "resources of this stack refer to it by its id"
    case .bucket: "this stack uses it, and does not create it"
    case .userPool: "an API accepts the tokens of its users"
    case .searchDomain: "functions query it"
    case .layer:
      "functions run with it; AWS refuses the function if it does not exist, or is not shared, in this region"
    case .model: "Amazon Bedrock refuses calls of a model that the account has not enabled"
    case .resource: "this stack refers to it by its ARN"
    case .dataSource: "Terraform reads it during the plan, and fails if it does not exist"
    case .host: "functions or browsers connect to it"
    case .identityProvider: "IAM trusts its tokens, and an account has only one provider for each issuer"
    case .concurrency:
      "Lambda refuses reserved concurrency that leaves fewer than 100 executions for all other functions"
    case .apiLogging:
      "an account has one logging role in each region, and each stack that sets it replaces the last one"
    case .billingMetrics:
      "AWS publishes EstimatedCharges only with 'Receive CloudWatch billing alerts' in its billing preferences"
    case .mailConfirmation:
      "SNS delivers nothing to an address before its owner follows the link in the confirmation mail"
    }
  }

  /// Whether it can only be done when the stack has been applied.
  public var isAfterApply: Bool {
    switch self {
    case .mailConfirmation: true
    case .credentials, .account, .backend, .variable, .otherStack, .secret, .network, .subnet, .securityGroup,
      .prefixList, .bucket, .userPool, .searchDomain, .layer, .model, .resource, .dataSource, .host,
      .identityProvider, .concurrency, .apiLogging, .billingMetrics:
      false
    }
  }
}

extension Prerequisite {
  /// A call of the AWS CLI, and the answer that is expected.
  public struct Check: Hashable, Sendable {
    /// The words after `aws`.
    public let words: [OutsideName]
    public let expectation: Expectation

    public enum Expectation: Hashable, Sendable {
      /// The call succeeds.
      case succeeds
      /// It prints something besides `None`, which stands for a missing value.
      case printsSomething
      /// It prints this.
      case prints(String)
      /// It prints a number of at least this.
      case printsAtLeast(Int)
      /// It prints nothing, `None`, or a text that contains this.
      case printsNothingBut(String)
    }

    init(_ words: [OutsideName], _ expectation: Expectation = .succeeds) {
      self.words = words
      self.expectation = expectation
    }

    init(_ words: [String], _ expectation: Expectation = .succeeds) {
      self.init(words.map { OutsideName($0) }, expectation)
    }
  }
}
