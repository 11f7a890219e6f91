import HCLSyntax

/// A Terraform configuration as Swift source.
///
/// Nothing is left out: what Swift has no form for is Terraform's own text in a raw expression, which the report lists, and
/// what cannot be said at all is an error with its line.
public struct StackImport: Sendable {
  /// The source of a file with the stack.
  public let source: String
  /// The stack's type in Swift.
  public let typeName: String
  /// What became of the configuration.
  public let report: ImportReport

  /// Reads a configuration.
  ///
  /// - Parameters:
  ///   - files: Those of the root module, in the order in which their blocks are to be declared.
  ///   - name: The stack's name: lower-case words joined by hyphens.
  ///   - environment: The name of its only environment.
  ///   - origin: What the files are called together, for the stack's documentation.
  public init(
    _ files: [ImportedFile], named name: String, environment: String, from origin: String
  ) throws(ImportError) {
    var lowering = Lowering(try ImportedConfiguration(files))
    try lowering.lowerSettings()
    try lowering.lowerAll()
    typeName = SwiftNames.typeName(name)
    source =
      StackSource(
        lowering: lowering, name: name, typeName: typeName, environment: environment, origin: origin
      ).text
    var report = lowering.report
    report.rawExpressions.sort { ($0.place.path, $0.place.line) < ($1.place.path, $1.place.line) }
    report.notes = report.notes.removingRepeats()
    self.report = report
  }
}

extension [ImportReport.Note] {
  fileprivate func removingRepeats() -> [ImportReport.Note] {
    var seen: Set<ImportReport.Note> = []
    return filter { seen.insert($0).inserted }
  }
}
