/// What the things in a security group may be sent (`aws_vpc_security_group_ingress_rule`). Answers to what they sent
/// come in without one.
public struct IngressRule: Resource {
  public static let type = "aws_vpc_security_group_ingress_rule"

  public let name: String
  public var group: ID<SecurityGroup>
  public var peer: Peer
  public var traffic: Traffic

  public init(_ name: String, to group: ID<SecurityGroup>, from peer: Peer, _ traffic: Traffic) {
    self.name = name
    self.group = group
    self.peer = peer
    self.traffic = traffic
  }

  public func encode(into block: inout Block) {
    // What the console shows beside the addresses.
    block.set("description", name)
    block.set("security_group_id", group)
    peer.encode(into: &block)
    traffic.encode(into: &block)
  }
}

extension IngressRule: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(
      name, to: ID(try block.text("security_group_id")), from: try Peer(reading: block), try Traffic(reading: block))
  }
}
