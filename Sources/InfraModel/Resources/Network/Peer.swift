/// The other end of a rule. AWS takes exactly one.
public enum Peer: Hashable, Sendable {
  /// Whatever is in this group: `referenced_security_group_id`.
  case group(ID<SecurityGroup>)
  /// Addresses such as `10.0.0.0/16`: `cidr_ipv4`.
  case addresses(Text)
  /// Addresses such as `2001:db8::/32`: `cidr_ipv6`.
  case ipv6Addresses(Text)
  /// The addresses of an AWS service, such as of the gateway endpoint of S3: `prefix_list_id`.
  case prefixList(Text)

  func encode(into block: inout Block) {
    switch self {
    case .group(let group): block.set("referenced_security_group_id", group)
    case .addresses(let range): block.set("cidr_ipv4", range)
    case .ipv6Addresses(let range): block.set("cidr_ipv6", range)
    case .prefixList(let list): block.set("prefix_list_id", list)
    }
  }
}

extension Peer {
  init(reading block: BlockReader) throws(Unreadable) {
    if let group = try block.textIfAny("referenced_security_group_id") {
      self = .group(ID(group))
    } else if let range = try block.textIfAny("cidr_ipv4") {
      self = .addresses(range)
    } else if let range = try block.textIfAny("cidr_ipv6") {
      self = .ipv6Addresses(range)
    } else {
      self = .prefixList(try block.text("prefix_list_id"))
    }
  }
}
