/// Where Terraform keeps a resource or a data source, such as `aws_sns_topic.alerts` or `data.aws_caller_identity.current`.
public struct Address: Sendable {
  /// What Terraform does with the thing behind an address.
  public enum Mode: Hashable, Sendable {
    /// Terraform creates, changes and destroys it: a `resource` block.
    case managed
    /// Terraform only reads it: a `data` block.
    case data
    /// It is no resource: a variable, an output and their like, for findings to point at.
    case configuration
  }

  public let mode: Mode
  /// The resource type in the provider's words, such as `aws_sns_topic`.
  public let type: String
  /// The label after the type: letters, digits, `_` and `-`, not starting with a digit.
  public let name: String
  /// The modules around it, such as `module.shop.module.queue[0]`; empty in the root module, where every stack of Swift
  /// declares.
  public let module: String
  /// Which one of several that `count` or `for_each` make, such as `[0]` or `["orders"]`; empty where there is one.
  public let index: String
  /// Worked out once, because every rule looks addresses up, and a declaration's goes into each reference to it.
  private let hash: Int

  public init(mode: Mode = .managed, type: String, name: String, module: String = "", index: String = "") {
    self.mode = mode
    self.type = type
    self.name = name
    self.module = module
    self.index = index
    var hasher = Hasher()
    hasher.combine(mode)
    hasher.combine(type)
    hasher.combine(name)
    hasher.combine(module)
    hasher.combine(index)
    hash = hasher.finalize()
  }
}

extension Address: Hashable {
  public static func == (left: Address, right: Address) -> Bool {
    left.hash == right.hash && left.name == right.name && left.type == right.type && left.mode == right.mode
      && left.module == right.module && left.index == right.index
  }

  public func hash(into hasher: inout Hasher) {
    hasher.combine(hash)
  }
}

extension Address: CustomStringConvertible {
  public var description: String {
    let path = module.isEmpty ? "" : "\(module)."
    return switch mode {
    case .managed: "\(path)\(type).\(name)\(index)"
    case .data: "\(path)data.\(type).\(name)\(index)"
    case .configuration: name.isEmpty ? type : "\(type).\(name)"
    }
  }
}

extension Address: Comparable {
  public static func < (left: Address, right: Address) -> Bool {
    (left.type, left.name, left.module, left.index) < (right.type, right.name, right.module, right.index)
  }
}
