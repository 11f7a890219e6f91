/// Something Terraform manages or reads. A custom type needs its Terraform type and how it is encoded as a block.
public protocol Resource: Sendable {
  /// The provider's name for the type, such as `aws_sns_topic`.
  static var type: String { get }
  /// Managed by Terraform by default.
  static var mode: Address.Mode { get }
  /// The Swift name of the type, such as `Topic`.
  static var swiftName: String { get }
  /// AWS's rules for the physical name; `nil` where AWS, not the configuration, chooses the name.
  static var namingRule: NamingRule? { get }

  /// The Terraform label (with `_` for every `-`), and the last part of the conventional physical name.
  var name: String { get }
  var physicalName: PhysicalName { get }
  /// How Terraform treats changes of this resource. Empty by default.
  var lifecycle: Lifecycle { get }
  /// Files to be written beside the configuration, such as a function's package.
  var files: [GeneratedFile] { get }

  /// Writes the arguments; the physical name is filled in already.
  func encode(into block: inout Block)
}

extension Resource {
  public static var mode: Address.Mode { .managed }
  public static var swiftName: String { String(describing: Self.self) }
  public static var namingRule: NamingRule? { nil }
  public var physicalName: PhysicalName { .conventional }
  public var lifecycle: Lifecycle { Lifecycle() }
  public var files: [GeneratedFile] { [] }
  /// The raw ones have a type for each value; all others have one for all.
  var address: Address {
    Address(mode: Self.mode, type: resourceType, name: exactLabel ?? Address.label(for: name))
  }

  /// The label of a raw one that keeps its hyphens.
  private var exactLabel: String? {
    if Self.self == RawResource.self, let raw = self as? RawResource, raw.keepsLabel { return name }
    if Self.self == RawDataSource.self, let raw = self as? RawDataSource, raw.keepsLabel { return name }
    if Self.self == RawEphemeralResource.self, let raw = self as? RawEphemeralResource, raw.keepsLabel { return name }
    return nil
  }

  /// Comparing types costs a hundredth of a cast that fails.
  private var resourceType: String {
    if Self.self == RawResource.self, let raw = self as? RawResource { return raw.resourceType }
    if Self.self == RawDataSource.self, let raw = self as? RawDataSource { return raw.dataType }
    if Self.self == RawEphemeralResource.self, let raw = self as? RawEphemeralResource { return raw.ephemeralType }
    return Self.type
  }
}

extension Address {
  /// The Terraform label for a name: hyphens are legal in one, but read as a minus sign.
  public static func label(for name: String) -> String {
    var name = name
    return name.withUTF8 { utf8 in
      String(unsafeUninitializedCapacity: utf8.count) { label in
        for (index, byte) in utf8.enumerated() {
          label[index] = byte == UInt8(ascii: "-") ? UInt8(ascii: "_") : byte
        }
        return utf8.count
      }
    }
  }
}

/// A file beside the configuration in out/.
public struct GeneratedFile: Hashable, Sendable {
  /// Relative to the directory of the configuration.
  public let path: String
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}
