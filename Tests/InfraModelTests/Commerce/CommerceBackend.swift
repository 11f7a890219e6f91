import InfraModel

/// The backend of a shop: users, an API, a service behind a load balancer, a database, a cache, a stream. Most of it has no
/// model in Swift.
struct CommerceBackend: Stack {
  enum Environment: String, StackEnvironment {
    case dev
    case prod

    var isProduction: Bool { self == .prod }
  }

  static let name = "commerce"
  let environment: Environment
  /// What is wrong with it.
  var mistakes: Set<Mistake> = []
  var region: Region { .euWest1 }

  init(environment: Environment) { self.environment = environment }

  init(environment: Environment, mistakes: Set<Mistake>) {
    self.environment = environment
    self.mistakes = mistakes
  }

  func declare(in stack: inout StackBuilder) {
    let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
    let watch = Watch(alerts: alerts.arn)
    stack.add(BillingAlarms(for: "AWSXRay", above: [10], subscribers: ["on-call": .email("on-call@example.com")]))
    let network = declareNetwork(in: &stack, watch)
    let front = declareFront(in: &stack, network, watch)
    declareService(in: &stack, network, front, watch)
    declareStores(in: &stack, network, watch)
    declareOrders(in: &stack, alerts.arn, watch)
    stack.add(OperationsDashboard("operations"))
  }

  func has(_ mistake: Mistake) -> Bool { mistakes.contains(mistake) }
}

extension CommerceBackend {
  /// A mistake that a team makes, with the rule that finds it.
  enum Mistake: String, CaseIterable, Sendable {
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
    let subnets: Value
    let serviceGroup: Text
    let databaseGroup: Text
  }

  struct Front {
    let balancer: Declared<RawResource>
    let targets: Declared<RawResource>
  }

  /// Declares alarms that notify the on-call engineer.
  struct Watch {
    let alerts: ARN<Topic>

    func high(
      _ name: String, _ metric: String, in namespace: String, by dimensions: [String: Text], _ statistic: Statistic,
      above limit: Double, meaning: MissingDataMeaning = .noEvents, in stack: inout StackBuilder
    ) {
      stack.add(
        MetricAlarm(
          name, when: Metric(metric, in: namespace, dimensions: dimensions, missingDataMeaning: meaning), statistic,
          threshold: .above(limit), evaluation: .once, missingData: .notBreaching, notify: [alerts]))
    }

    func low(
      _ name: String, _ metric: String, in namespace: String, by dimensions: [String: Text], below limit: Double,
      in stack: inout StackBuilder
    ) {
      stack.add(
        MetricAlarm(
          name, when: Metric(metric, in: namespace, dimensions: dimensions, missingDataMeaning: .stopped), .minimum,
          threshold: .below(limit), evaluation: .consecutive(3), missingData: .breaching, notify: [alerts]))
    }
  }
}
