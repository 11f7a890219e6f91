public import TerraformModel

/// `ip_protocol`, `from_port` and `to_port`.
public enum Traffic: Hashable, Sendable {
  case tcp(ClosedRange<Int>)
  case udp(ClosedRange<Int>)
  /// Every protocol, for which AWS takes no ports.
  case all

  public static func tcp(_ port: Int) -> Traffic { .tcp(port...port) }
  public static func udp(_ port: Int) -> Traffic { .udp(port...port) }
  /// The traffic of AWS's own interfaces.
  public static let https = Traffic.tcp(443)
}

extension Traffic: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.add(
      "ip_protocol", \.protocolName,
      .shape("a protocol's name or number, or '-1'") { name in
        ["tcp", "udp", "icmp", "icmpv6"].contains(name) || Int(name).map { (-1...255).contains($0) } ?? false
      })
    // -1 is every kind of ICMP and every protocol.
    table.add("from_port", \.firstPort, .range(-1...65_535))
    table.add("to_port", \.lastPort, .range(-1...65_535))
  }

  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    let name = try block[\.protocolName]
    switch name {
    case "-1": self = .all
    case "tcp", "6": self = .tcp(try Self.ports(of: block))
    case "udp", "17": self = .udp(try Self.ports(of: block))
    default: throw DecodingFailure(argument: "ip_protocol", reason: .unfit("'\(name)'"))
    }
  }

  private static func ports(of block: BlockView<Self>) throws(DecodingFailure) -> ClosedRange<Int> {
    guard let first = try block[\.firstPort] else { throw DecodingFailure(argument: "from_port", reason: .missing) }
    guard let last = try block[\.lastPort] else { throw DecodingFailure(argument: "to_port", reason: .missing) }
    guard first <= last else { throw DecodingFailure(argument: "to_port", reason: .unfit("\(last)")) }
    return first...last
  }

  private var protocolName: String {
    switch self {
    case .tcp: "tcp"
    case .udp: "udp"
    case .all: "-1"
    }
  }

  private var ports: ClosedRange<Int>? {
    switch self {
    case .tcp(let ports), .udp(let ports): ports
    case .all: nil
    }
  }

  private var firstPort: Int? { ports?.lowerBound }
  private var lastPort: Int? { ports?.upperBound }
}
