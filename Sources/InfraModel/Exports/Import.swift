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
  let declareExporter: @Sendable () -> DeclaredStack
}

/// A value that a stack gives to others.
public struct ExportMade: Sendable {
  /// The export's name.
  public let name: String
  public let transport: ExportTransport
  /// The name of the stack that the export was declared for, which should be the one that makes it.
  let owner: String
  /// The output or the parameter.
  public let address: Address
  public let location: SourceLocation
}
