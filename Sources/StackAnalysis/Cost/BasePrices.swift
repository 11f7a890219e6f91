package import AWSModel

/// AWS's list prices, in us-east-1, of what is charged by the hour or the month while it exists: those that agree with what
/// infracost's tests of August 2026 read from AWS's price list, or are in AWS's own pages. What is not here has no price.
extension Prices {
  /// When the prices of `--all` were looked at last, `yyyy-mm-dd`.
  public static let baseDay = "2026-11-29"

  /// - Parameters:
  ///   - product: What is charged for.
  ///   - size: The words that select the price; empty where there is one price.
  /// - Returns: `nil` for a size that is not in the list.
  static func base(_ product: BaseProduct, _ size: String) -> BasePrice? {
    let list = list(of: product)
    return list.prices[size].map {
      BasePrice(dollars: Dollars(billionths: $0), isHourly: list.isHourly, source: list.source)
    }
  }

  /// The page about the prices of a product.
  package static func source(of product: BaseProduct) -> String { list(of: product).source }

  private static func list(of product: BaseProduct) -> PriceList {
    switch product {
    case .natGateway: .hourly(45_000, vpc)
    case .loadBalancer:
      .hourly(
        ["application": 22_500, "network": 22_500, "gateway": 12_500, "classic": 25_000], page("elasticloadbalancing"))
    case .publicAddress: .hourly(5_000, vpc)
    case .interfaceEndpoint: .hourly(10_000, page("privatelink"))
    case .networkConnection: .hourly(50_000, page("vpn"))
    case .clientNetwork: .hourly(100_000, page("vpn"))
    case .transitAttachment: .hourly(50_000, page("transit-gateway"))
    case .accelerator: .hourly(25_000, page("global-accelerator"))
    case .firewallEndpoint: .hourly(395_000, page("network-firewall"))
    case .resolverAddress: .hourly(125_000, route53)
    case .hostedZone: .monthly(500_000, route53)
    case .webACL: .monthly(5_000_000, page("waf"))
    case .webACLRule: .monthly(1_000_000, page("waf"))
    case .key: .monthly(1_000_000, page("kms"))
    case .secret: .monthly(400_000, page("secrets-manager"))
    case .advancedParameter: .monthly(50_000, page("systems-manager"))
    case .certificateAuthority:
      .monthly(["GENERAL_PURPOSE": 400_000_000, "SHORT_LIVED_CERTIFICATE": 50_000_000], page("private-ca"))
    // Of each run.
    case .canaryRun: .monthly(1_200, page("cloudwatch"))
    case .taskCPU: .hourly(["FARGATE X86_64 LINUX": 40_480, "FARGATE ARM64 LINUX": 32_380], page("fargate"))
    case .taskMemory: .hourly(["FARGATE X86_64 LINUX": 4_445, "FARGATE ARM64 LINUX": 3_560], page("fargate"))
    case .cluster: .hourly(100_000, page("eks"))
    case .instance: .hourly(InstancePrices.instances, "https://aws.amazon.com/ec2/pricing/on-demand/")
    case .volume:
      .monthly(["gp3": 80_000, "gp2": 100_000, "st1": 45_000, "sc1": 15_000, "standard": 50_000], page("ebs"))
    // 0.0000041667 dollars for a gigabyte-second.
    case .preparedMemory: .hourly(15_000, page("lambda"))
    case .database: .hourly(InstancePrices.databases, page("rds"))
    case .databaseStorage: .monthly(["gp2": 115_000, "gp3": 115_000, "standard": 100_000], page("rds"))
    case .auroraInstance: .hourly(InstancePrices.aurora, "https://aws.amazon.com/rds/aurora/pricing/")
    case .auroraCapacity: .hourly(120_000, "https://aws.amazon.com/rds/aurora/pricing/")
    case .documentInstance: .hourly(["db.t3.medium": 78_000, "db.r5.large": 277_000], page("documentdb"))
    case .warehouseNode:
      .hourly(["dc2.large": 250_000, "ra3.4xlarge": 3_260_000, "ra3.16xlarge": 13_040_000], page("redshift"))
    case .cacheNode: .hourly(InstancePrices.caches, page("elasticache"))
    case .searchNode: .hourly(InstancePrices.search, page("opensearch-service"))
    case .searchStorage: .monthly(["gp2": 135_000, "gp3": 122_000], page("opensearch-service"))
    case .tableReads: .hourly(130, page("dynamodb"))
    case .tableWrites: .hourly(650, page("dynamodb"))
    case .shard: .hourly(15_000, page("kinesis/data-streams"))
    case .stream: .hourly(40_000, page("kinesis/data-streams"))
    case .broker: .hourly(["kafka.t3.small": 45_600, "kafka.m5.large": 210_000], page("msk"))
    case .brokerStorage: .monthly(100_000, page("msk"))
    case .messageBroker: .hourly(["mq.m5.large": 288_000, "mq.m5.xlarge": 576_000], page("amazon-mq"))
    }
  }

  private static let vpc = page("vpc")
  private static let route53 = page("route53")

  private static func page(_ service: String) -> String { "https://aws.amazon.com/\(service)/pricing/" }
}

/// What one of something costs in an hour, or in a month.
struct BasePrice {
  let dollars: Dollars
  let isHourly: Bool
  let source: String
}

/// Prices by size, in billionths of a dollar.
private struct PriceList {
  let prices: [String: Int]
  let isHourly: Bool
  let source: String

  /// - Parameter millionths: Of a dollar, for an hour.
  static func hourly(_ millionths: Int, _ source: String) -> PriceList { .hourly(["": millionths], source) }
  static func hourly(_ millionths: [String: Int], _ source: String) -> PriceList {
    PriceList(prices: millionths.mapValues { $0 * 1_000 }, isHourly: true, source: source)
  }

  /// - Parameter millionths: Of a dollar, for a month.
  static func monthly(_ millionths: Int, _ source: String) -> PriceList { .monthly(["": millionths], source) }
  static func monthly(_ millionths: [String: Int], _ source: String) -> PriceList {
    PriceList(prices: millionths.mapValues { $0 * 1_000 }, isHourly: false, source: source)
  }
}
