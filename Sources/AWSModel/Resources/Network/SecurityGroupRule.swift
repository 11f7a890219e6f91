public import TerraformModel

/// Traffic that a security group allows in one direction. `EgressRule` and `IngressRule` are its two kinds.
public struct SecurityGroupRule<Direction: TrafficDirection>: ResourceModel {
  public static var type: String { Direction.type }
  public static var swiftName: String { "\(Direction.self)Rule" }

  /// The Terraform label, and `description`, which the console shows beside the addresses.
  public let name: String
  /// `security_group_id`
  public var group: ID<SecurityGroup>
  /// The other end: the destination of an egress rule, the source of an ingress rule.
  public var peer: Peer
  public var traffic: Traffic

  fileprivate init(_ name: String, of group: ID<SecurityGroup>, _ peer: Peer, _ traffic: Traffic) {
    self.name = name
    self.group = group
    self.peer = peer
    self.traffic = traffic
  }

  // A generic type stores nothing of its own: its direction has both.
  public static var arguments: ArgumentTable<Self> { Direction.arguments }
  public static var facts: ResourceFacts { Direction.facts }

  fileprivate static func declare(in table: inout ArgumentTable<Self>) {
    table.written("description") { $0.name.value }
    table.add("security_group_id", \.group, .identifier)
    table.inline(\.peer)
    table.inline(\.traffic)
  }
}

/// Whether traffic goes out of the interfaces of a security group, or comes in.
public protocol TrafficDirection: Sendable {
  /// The provider's name for a rule of this direction.
  static var type: String { get }
  static var facts: ResourceFacts { get }
  static var arguments: ArgumentTable<SecurityGroupRule<Self>> { get }
}

/// Out of the interfaces of a security group.
public enum Egress: TrafficDirection {
  public static let type = "aws_vpc_security_group_egress_rule"
  public static let facts = ResourceFacts(
    type,
    documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupEgress.html",
    iamPrefix: "ec2")
  public static let arguments = ArgumentTable<EgressRule> { table in EgressRule.declare(in: &table) }
}

/// Into the interfaces of a security group.
public enum Ingress: TrafficDirection {
  public static let type = "aws_vpc_security_group_ingress_rule"
  public static let facts = ResourceFacts(
    type,
    documentation: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html",
    iamPrefix: "ec2",
    ingress: IngressArguments(from: ["cidr_ipv4", "cidr_ipv6"], transport: "ip_protocol"))
  public static let arguments = ArgumentTable<IngressRule> { table in IngressRule.declare(in: &table) }
}

extension SecurityGroupRule: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let block = BlockView<Self>(block)
    self.init(name, of: try block[\.group], try block[\.peer], try block[\.traffic])
  }
}

extension SecurityGroupRule<Egress> {
  public init(_ name: String, from group: ID<SecurityGroup>, to peer: Peer, _ traffic: Traffic) {
    self.init(name, of: group, peer, traffic)
  }
}

extension SecurityGroupRule<Ingress> {
  public init(_ name: String, to group: ID<SecurityGroup>, from peer: Peer, _ traffic: Traffic) {
    self.init(name, of: group, peer, traffic)
  }
}
