/// An AWS region.
public struct Region: RawRepresentable, Hashable, Sendable, ArgumentValue {
  public let rawValue: String

  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  public static let usEast1 = Region(rawValue: "us-east-1")
  public static let usEast2 = Region(rawValue: "us-east-2")
  public static let usWest1 = Region(rawValue: "us-west-1")
  public static let usWest2 = Region(rawValue: "us-west-2")
  public static let caCentral1 = Region(rawValue: "ca-central-1")
  public static let euWest1 = Region(rawValue: "eu-west-1")
  public static let euWest2 = Region(rawValue: "eu-west-2")
  public static let euCentral1 = Region(rawValue: "eu-central-1")
  public static let euNorth1 = Region(rawValue: "eu-north-1")
  public static let apSoutheast1 = Region(rawValue: "ap-southeast-1")
  public static let apSoutheast2 = Region(rawValue: "ap-southeast-2")
  public static let apNortheast1 = Region(rawValue: "ap-northeast-1")
  public static let apSouth1 = Region(rawValue: "ap-south-1")
}

extension Region {
  /// What stands where a plan does not tell which region a provider works in: the environment decides it. A stack in it has
  /// a provider without `region`.
  public static let unknown = Region(rawValue: "unknown")

  /// Why a rule about the region of a resource cannot tell.
  package static let reasonForDoubt = "the plan does not contain its region"
}

extension Region: CustomStringConvertible {
  public var description: String { rawValue }
}
