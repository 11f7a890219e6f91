/// One argument of a resource type or of a nested block, as its type declares it: what Terraform calls it, what AWS
/// takes, and what holds when it is left out. `ArgumentTable` has those of a type.
public struct Argument: Sendable {
  /// The argument's path in the provider's words: `timeout`, or `tracing_config.mode` inside a nested block.
  public let path: String
  /// What AWS takes. Several limits hold at once, each for the values at its own path.
  package let limits: [ArgumentLimit]
  /// What AWS uses when the argument is left out; `nil` where nothing, or nothing in particular.
  public let defaultValue: Value?
  /// The unit, where the argument is a time.
  public let unit: ArgumentTimeUnit?
  private let key: ArgumentKey?

  /// The Swift property, such as `visibilityTimeout`; `nil` where only raw arguments can set it.
  public var property: String? {
    key.flatMap { key in
      let name = propertyName(of: key.path)
      return name.isEmpty ? nil : name
    }
  }

  init(
    _ path: String, _ limits: [ValueLimit], default standard: Value?, unit: ArgumentTimeUnit?, key: ArgumentKey?
  ) {
    self.path = path
    self.limits = limits.map { ArgumentLimit(path, $0) }
    defaultValue = standard
    self.unit = unit
    self.key = key
  }

  /// The same argument inside a nested block.
  init(_ argument: Argument, in block: String) {
    path = "\(block).\(argument.path)"
    limits = argument.limits.map { ArgumentLimit("\(block).\($0.path)", $0.limit) }
    defaultValue = argument.defaultValue
    unit = argument.unit
    key = argument.key
  }
}

/// `visibilityTimeout` of `\Queue.visibilityTimeout`. A key path has no name for a computed property behind another one,
/// only its address, so the name ends before it.
func propertyName(of path: AnyKeyPath) -> String {
  String(describing: path).split(separator: ".").dropFirst().prefix { !$0.hasPrefix("<") }.joined(separator: ".")
}
