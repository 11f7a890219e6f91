/// A value that one stack exports and other stacks import, with a type that both agree on.
///
/// ```swift
/// struct Network: Stack {
///   enum Environment: String, StackEnvironment {
///     case prod
///     var isProduction: Bool { true }
///   }
///
///   static let name = "network"
///   static let alerts = Exported<ARN<Topic>>("alerts", through: .remoteState, description: "Where alarms go")
///   let environment: Environment
///   var region: Region { .usEast1 }
///
///   func declare(in stack: inout StackBuilder) {
///     stack.export(stack.add(Topic("alerts")).arn, as: Self.alerts)
///   }
/// }
/// // in another stack:
/// let alerts = stack.import(Network.alerts, from: .prod)
/// ```
///
/// Importing an export that does not exist does not compile; importing one that its stack never makes in the requested
/// environment is reported by `stack-import-exported`.
public struct Export<Exporter: Stack, Value: ExportedValue>: Sendable {
  /// Letters, digits, `_` and `-`; an output's name has `_` in place of `-`.
  public let name: String
  /// How other stacks read it.
  public let transport: ExportTransport
  /// The output's or the parameter's `description`.
  public let description: String

  public init(_ name: String, through transport: ExportTransport, description: String) {
    self.name = name
    self.transport = transport
    self.description = description
  }
}

extension Stack {
  /// An export of this stack.
  public typealias Exported<Value: ExportedValue> = Export<Self, Value>
}

/// A value that can be passed from one stack to another: text whose type states what it identifies.
public protocol ExportedValue: Sendable {
  var text: Text { get }
  init(importing text: Text)
}

extension ARN: ExportedValue {
  public init(importing text: Text) { self.init(text) }
}

extension ID: ExportedValue {
  public init(importing text: Text) { self.init(text) }
}

extension Text: ExportedValue {
  public var text: Text { self }
  public init(importing text: Text) { self = text }
}
