/// `ip_protocol`, `from_port` and `to_port`.
public enum Traffic: Hashable, Sendable {
  case tcp(ClosedRange<Int>)
  case udp(ClosedRange<Int>)
  /// Every protocol, for which AWS takes no ports.
  case all

  public static func tcp(_ port: Int) -> Traffic { .tcp(port...port) }
  public static func udp(_ port: Int) -> Traffic { .udp(port...port) }
  /// What AWS's own interfaces speak.
  public static let https = Traffic.tcp(443)

  func encode(into block: inout Block) {
    switch self {
    case .tcp(let ports): encode("tcp", ports, into: &block)
    case .udp(let ports): encode("udp", ports, into: &block)
    case .all: block.set("ip_protocol", "-1")
    }
  }

  private func encode(_ name: String, _ ports: ClosedRange<Int>, into block: inout Block) {
    block.set("ip_protocol", name)
    block.set("from_port", ports.lowerBound)
    block.set("to_port", ports.upperBound)
  }
}

extension Traffic {
  init(reading block: BlockReader) throws(Unreadable) {
    let protocolName = try block.string("ip_protocol")
    switch protocolName {
    case "-1": self = .all
    case "tcp", "6": self = .tcp(try Self.ports(reading: block))
    case "udp", "17": self = .udp(try Self.ports(reading: block))
    default: throw block.error("ip_protocol", .unfit("'\(protocolName)'"))
    }
  }

  private static func ports(reading block: BlockReader) throws(Unreadable) -> ClosedRange<Int> {
    let (first, last) = (try block.integer("from_port"), try block.integer("to_port"))
    guard first <= last else { throw block.error("to_port", .unfit("\(last)")) }
    return first...last
  }
}
