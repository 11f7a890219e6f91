/// One stack in one environment.
public struct StackIdentity: Hashable, Sendable {
  public let stack: String
  public let environment: String

  public init(stack: String, environment: String) {
    self.stack = stack
    self.environment = environment
  }
}

extension StackIdentity: CustomStringConvertible {
  public var description: String { "\(stack)/\(environment)" }
}
