public import TerraformModel

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
}

extension Peer: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.add("referenced_security_group_id", \.group, .identifier)
    table.add("cidr_ipv4", \.addresses)
    table.add("cidr_ipv6", \.ipv6Addresses)
    table.add("prefix_list_id", \.prefixList)
  }

  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    if let group = try block[\.group] {
      self = .group(group)
    } else if let range = try block[\.addresses] {
      self = .addresses(range)
    } else if let range = try block[\.ipv6Addresses] {
      self = .ipv6Addresses(range)
    } else if let list = try block[\.prefixList] {
      self = .prefixList(list)
    } else {
      throw DecodingFailure(argument: "prefix_list_id", reason: .missing)
    }
  }

  private var group: ID<SecurityGroup>? {
    if case .group(let group) = self { group } else { nil }
  }

  private var addresses: Text? {
    if case .addresses(let range) = self { range } else { nil }
  }

  private var ipv6Addresses: Text? {
    if case .ipv6Addresses(let range) = self { range } else { nil }
  }

  private var prefixList: Text? {
    if case .prefixList(let list) = self { list } else { nil }
  }
}
