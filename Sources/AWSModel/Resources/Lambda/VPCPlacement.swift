public import TerraformModel

/// Puts a function into a network (`vpc_config`), where it reaches databases and caches, and the rest of the world only
/// as far as the network lets it: a function in a VPC has no public address, whatever the subnet.
public struct VPCPlacement: Hashable, Sendable {
  /// `subnet_ids`: one to sixteen, in two availability zones or more.
  public var subnets: [ID<Subnet>]
  /// `security_group_ids`: one to five.
  public var securityGroups: [ID<SecurityGroup>]
  /// How AWS's own services are reached from there. Terraform does not learn of it; the rules do.
  public var serviceRoute: ServiceRoute

  /// The way from a network to AWS's services. No default: a function that cannot reach X-Ray loses its traces without
  /// a word.
  public enum ServiceRoute: Hashable, Sendable {
    /// The subnets' route to the internet leads through a NAT gateway.
    case throughNAT
    /// By endpoints that this stack declares.
    case throughEndpoints
    /// By endpoints that the network's own stack declares.
    case throughEndpointsOfTheNetwork
  }

  public init(
    subnets: [ID<Subnet>], securityGroups: [ID<SecurityGroup>], reachesServices serviceRoute: ServiceRoute
  ) {
    self.subnets = subnets
    self.securityGroups = securityGroups
    self.serviceRoute = serviceRoute
  }
}

extension VPCPlacement: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.add("subnet_ids", \.subnets, .count(0...16), .shape("a subnet's id") { $0.hasPrefix("subnet-") })
    table.add(
      "security_group_ids", \.securityGroups, .count(0...5), .shape("a security group's id") { $0.hasPrefix("sg-") })
    table.swiftOnly(\.serviceRoute, because: "Terraform does not record how a network reaches AWS's services")
  }

  /// Which way leads to AWS's services only the network's owner can say.
  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    self.init(
      subnets: try block[\.subnets], securityGroups: try block[\.securityGroups], reachesServices: .throughNAT)
  }
}
