public import InfraModel

/// The backend of a shop: users, an API with functions, a service behind a load balancer, a database, a cache, a stream. What
/// has no model in Swift has generated types.
public struct CommerceBackend: Stack {
  public enum Environment: String, StackEnvironment {
    case dev
    case prod

    public var isProduction: Bool { self == .prod }
  }

  public static let name = "commerce"
  public let environment: Environment
  /// What is wrong with it.
  public var mistakes: Set<Mistake> = []
  public var region: Region { .euWest1 }

  public init(environment: Environment) { self.environment = environment }

  public init(environment: Environment, mistakes: Set<Mistake>) {
    self.environment = environment
    self.mistakes = mistakes
  }

  public func declare(in stack: inout StackBuilder) {
    let alerts = stack.add(
      AlertTopic(
        "alerts",
        subscribers: [
          "on-call": .email("on-call@example.com"), "pager": .pagerDuty(integrationKey: "0123456789abcdef"),
        ],
        chat: ["shop": .slack(workspace: "T07EA123LEP", channel: "C07EZ1ABC23")]))
    let watch = Watch(alerts: alerts.arn)
    stack.add(BillingAlarms(for: "AWSXRay", above: [10], subscribers: ["on-call": .email("on-call@example.com")]))
    let network = declareNetwork(in: &stack, watch)
    let stores = declareStores(in: &stack, network, watch)
    let users = declareUsers(in: &stack)
    declareFunctions(in: &stack, stores, users, alerts.arn, watch)
    let front = declareFront(in: &stack, network, watch)
    declareService(in: &stack, network, front, stores, watch)
    declareOperations(in: &stack, front, alerts.arn)
    stack.add(OperationsDashboard("operations"))
  }

  func has(_ mistake: Mistake) -> Bool { mistakes.contains(mistake) }
}

extension CommerceBackend {
  /// A mistake that a team makes, with the rule that finds it.
  public enum Mistake: String, CaseIterable, Sendable {
    case databaseWithoutProtection = "deletion-protection"
    case databaseWithoutBackups = "data-recoverable"
    case unencryptedFiles = "encrypted-at-rest"
    case publicDatabase = "database-not-public"
    case databasePortForAll = "port-open-to-internet"
    case passwordInConfiguration = "password-in-clear"
    case unhealthyTargetsByBalancer = "aws-metric-exists"
    case balancerByARN = "dimension-reference-fits"
    case distributionElsewhere = "metric-published-in-region"
    case streamWithoutAlarm = "resource-alarmed"
    case averageOfCount = "statistic-fits-metric"
  }

  struct Network {
    let vpc: Text
    let subnets: List<Text>
    let subnetIDs: [ID<Subnet>]
    let serviceGroup: ID<SecurityGroup>
    let databaseGroup: ID<SecurityGroup>
  }

  struct Stores {
    let key: AWSKMSKey.Declared
    let orders: AWSRDSCluster.Declared
    let sessions: AWSElastiCacheReplicationGroup.Declared
    let payment: AWSSecretsmanagerSecret.Declared
    let stream: AWSKinesisStream.Declared
    let carts: Declared<Table>
    let media: Declared<Bucket>
  }

  struct Front {
    let balancer: AWSLB.Declared
    let targets: AWSLBTargetGroup.Declared
    let distribution: AWSCloudFrontDistribution.Declared
    let serverErrors: Declared<MetricAlarm>
    let unhealthyTargets: Declared<MetricAlarm>
  }

  /// Declares alarms that notify the on-call engineer.
  struct Watch {
    let alerts: ARN<Topic>

    @discardableResult
    func high(
      _ name: String, _ metric: String, in namespace: String, by dimensions: [String: Text], _ statistic: Statistic,
      above limit: Double, meaning: MissingDataMeaning = .noEvents, in stack: inout StackBuilder
    ) -> Declared<MetricAlarm> {
      stack.add(
        MetricAlarm(
          name, when: Metric(metric, in: namespace, dimensions: dimensions, missingDataMeaning: meaning), statistic,
          threshold: .above(limit), evaluation: .once, missingData: .notBreaching, notify: [alerts]))
    }
  }
}
