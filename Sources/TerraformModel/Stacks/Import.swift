/// A value that a stack takes from another one.
public struct Import: Sendable {
  /// The export's name.
  public let name: String
  public let transport: ExportTransport
  /// The stack, and its environment, that has to be applied first.
  public let exporter: StackIdentity
  /// The data source that reads it.
  public let address: Address
  /// Where the stack asked for it.
  public let location: SourceLocation
  /// Declares the exporter, to look at what it exports. Not done while the importer is declared: each may import from
  /// the other, and a rule should be able to say so.
  package let declareExporter: @Sendable () -> DeclaredStack
}

/// A value that a stack gives to others.
public struct ExportMade: Sendable {
  /// The export's name.
  public let name: String
  public let transport: ExportTransport
  /// The name of the stack that the export was declared for, which should be the one that makes it.
  package let owner: String
  /// The output or the parameter.
  public let address: Address
  public let location: SourceLocation
}

/// How a value gets from one stack to another.
public enum ExportTransport: String, Hashable, Sendable, CaseIterable {
  /// An `output`, read from the other stack's state (`terraform_remote_state`): an importing stack can read all of that
  /// state, secrets included.
  case remoteState = "remote-state"
  /// A Systems Manager parameter, `/<stack>/<environment>/exports/<name>`, in the exporter's region: an importing stack
  /// needs permission to read only that. It is plain text (`String`), so it must not hold a secret.
  case parameter
}
