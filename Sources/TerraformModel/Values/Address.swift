/// Where Terraform keeps a resource or a data source, such as `aws_sns_topic.alerts` or `data.aws_caller_identity.current`.
public struct Address: Sendable {
  /// What Terraform does with the thing behind an address.
  public enum Mode: Hashable, Sendable {
    /// Terraform creates, changes and destroys it: a `resource` block.
    case managed
    /// Terraform only reads it: a `data` block.
    case data
    /// Terraform opens it anew each time and keeps nothing of it: an `ephemeral` block.
    case ephemeral
    /// It is no resource: a variable, an output and their like, for findings to point at.
    case configuration
  }

  /// One object behind an address, for references and findings hand addresses around by the ten thousand.
  private final class Parts: Sendable {
    let mode: Mode
    let type: String
    let name: String
    let module: String
    let index: String
    let hash: Int

    init(mode: Mode, type: String, name: String, module: String, index: String) {
      self.mode = mode
      self.type = type
      self.name = name
      self.module = module
      self.index = index
      var hasher = Hasher()
      hasher.combine(type)
      hasher.combine(name)
      // What every address of a stack in Swift has in common tells none of them apart.
      if mode != .managed { hasher.combine(mode) }
      if !module.isEmpty { hasher.combine(module) }
      if !index.isEmpty { hasher.combine(index) }
      hash = hasher.finalize()
    }
  }

  private let parts: Parts

  public init(mode: Mode = .managed, type: String, name: String, module: String = "", index: String = "") {
    parts = Parts(mode: mode, type: type, name: name, module: module, index: index)
  }

  public var mode: Mode { parts.mode }
  /// The resource type in the provider's words, such as `aws_sns_topic`.
  public var type: String { parts.type }
  /// The label after the type: letters, digits, `_` and `-`, not starting with a digit.
  public var name: String { parts.name }
  /// The modules around it, such as `module.shop.module.queue[0]`; empty in the root module, where every stack of Swift
  /// declares.
  public var module: String { parts.module }
  /// Which one of several that `count` or `for_each` make, such as `[0]` or `["orders"]`; empty where there is one.
  public var index: String { parts.index }

  /// The address of all instances.
  package var withoutIndex: Address {
    index.isEmpty ? self : Address(mode: mode, type: type, name: name, module: module)
  }
}

extension Address: Hashable {
  public static func == (left: Address, right: Address) -> Bool {
    left.parts === right.parts
      || (left.parts.hash == right.parts.hash && left.name == right.name && left.type == right.type
        && left.mode == right.mode && left.module == right.module && left.index == right.index)
  }

  /// Worked out once, because every rule looks addresses up.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(parts.hash)
  }
}

extension Address: CustomStringConvertible {
  public var description: String {
    // Nearly all are these two words; to put them together as a text of parts would cost four times as much.
    if mode == .managed, module.isEmpty, index.isEmpty {
      var description = ""
      description.reserveCapacity(type.utf8.count + 1 + name.utf8.count)
      description += type
      description += "."
      description += name
      return description
    }
    let path = module.isEmpty ? "" : "\(module)."
    return switch mode {
    case .managed: "\(path)\(type).\(name)\(index)"
    case .data: "\(path)data.\(type).\(name)\(index)"
    case .ephemeral: "\(path)ephemeral.\(type).\(name)\(index)"
    case .configuration: name.isEmpty ? type : "\(type).\(name)"
    }
  }
}

extension Address: Comparable {
  public static func < (left: Address, right: Address) -> Bool {
    (left.type, left.name, left.module, left.index) < (right.type, right.name, right.module, right.index)
  }
}
