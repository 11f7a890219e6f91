public import TerraformModel

/// A route from a network to an AWS service that does not use the internet: an interface in each subnet
/// (`aws_vpc_endpoint` of type `Interface`). It is billed by the hour and subnet.
public struct VPCEndpoint: ResourceModel {
  public static let type = "aws_vpc_endpoint"

  public let name: String
  /// The service's part of `service_name`, such as `xray` of `com.amazonaws.us-east-1.xray`.
  public var service: Service
  /// `service_name` names a region; an endpoint reaches its own.
  public var region: Region
  /// `vpc_id`
  public var network: ID<VPC>
  /// `subnet_ids`: at most one for each availability zone.
  public var subnets: [ID<Subnet>]
  /// `security_group_ids`: they must allow inbound HTTPS from the clients of the endpoint.
  public var securityGroups: [ID<SecurityGroup>]

  /// An AWS service with an interface endpoint.
  public struct Service: RawRepresentable, Hashable, Sendable {
    public let rawValue: String

    public init(rawValue: String) {
      self.rawValue = rawValue
    }

    public static let xray = Service(rawValue: "xray")
    public static let secretsManager = Service(rawValue: "secretsmanager")
    public static let logs = Service(rawValue: "logs")
    public static let monitoring = Service(rawValue: "monitoring")
    public static let sns = Service(rawValue: "sns")
    public static let sqs = Service(rawValue: "sqs")
    public static let sts = Service(rawValue: "sts")
  }

  public init(
    _ name: String, to service: Service, of region: Region, in network: ID<VPC>, subnets: [ID<Subnet>],
    securityGroups: [ID<SecurityGroup>]
  ) {
    self.name = name
    self.service = service
    self.region = region
    self.network = network
    self.subnets = subnets
    self.securityGroups = securityGroups
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.constant(
      "vpc_endpoint_type", "Interface",
      .word(["Gateway", "GatewayLoadBalancer", "Interface", "Resource", "ServiceNetwork"]))
    table.add("service_name", \.serviceName, .identifier)
    table.derived(\.service) { endpoint throws(DecodingFailure) in
      Service(rawValue: try endpoint.serviceNameParts.service)
    }
    table.derived(\.region) { endpoint throws(DecodingFailure) in Region(rawValue: try endpoint.serviceNameParts.region)
    }
    table.add("vpc_id", \.network, .identifier)
    table.add("subnet_ids", \.subnets, .identifier, writesEmpty: true)
    table.add("security_group_ids", \.securityGroups, .identifier, writesEmpty: true)
    // SDKs then find it under the service's usual name; the network must have DNS names and DNS resolution enabled.
    table.constant("private_dns_enabled", true)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVpcEndpoint.html",
    iamPrefix: "ec2",
    rates: [
      BaseRate(
        .interfaceEndpoint, times: [.count("subnet_ids", default: 1)],
        when: [.word("vpc_endpoint_type", of: ["Interface", "GatewayLoadBalancer"])])
    ])

  /// `service_name`, such as `com.amazonaws.us-east-1.xray`.
  var serviceName: String { "com.amazonaws.\(region.rawValue).\(service.rawValue)" }
}

extension DeclaredResource<VPCEndpoint> {
  public var id: ID<VPCEndpoint> { ID(attribute("id")) }
}

extension BlockView<VPCEndpoint> {
  fileprivate var serviceNameParts: (region: String, service: String) {
    get throws(DecodingFailure) {
      let name = try self[\.serviceName]
      let words = name.split(separator: ".", maxSplits: 3)
      guard words.count == 4 else { throw DecodingFailure(argument: "service_name", reason: .unfit("'\(name)'")) }
      return (String(words[2]), String(words[3]))
    }
  }
}

extension VPCEndpoint: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let service = try block.string("service_name")
    let words = service.split(separator: ".", maxSplits: 3)
    guard words.count == 4 else { throw block.error("service_name", .unfit("'\(service)'")) }
    self.init(
      name, to: Service(rawValue: String(words[3])), of: Region(rawValue: String(words[2])),
      in: ID(try block.text("vpc_id")), subnets: try block.texts("subnet_ids").map { ID($0) },
      securityGroups: try block.texts("security_group_ids").map { ID($0) })
  }
}
