import HCLSyntax
import SwiftTypes
package import TerraformModel

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
  /// The types that the source needs besides those of InfraModel.
  package let usedTypes: Set<UsedType>
  /// The resources, data sources and modules of the configuration, and those that it declares to have moved or to be gone.
  package let addresses: Set<String>
  /// The version of the AWS provider that the stack is for.
  package let providerVersion: ProviderVersion

  /// Reads a configuration. All its resources become `RawResource`.
  ///
  /// - Parameters:
  ///   - files: Those of the root module, in the order in which their blocks are to be declared.
  ///   - name: The stack's name: lower-case words joined by hyphens.
  ///   - environment: The name of its only environment.
  ///   - origin: What the files are called together, for the stack's documentation.
  public init(
    _ files: [ImportedFile], named name: String, environment: String, from origin: String
  ) throws(ImportError) {
    try self.init(
      files, named: name, in: [ImportedEnvironment(environment)], from: origin, schemas: ImportedSchemas())
  }

  /// Reads a configuration. Its resources have generated types where `schemas` has theirs.
  ///
  /// - Parameters:
  ///   - files: Those of the root module, in the order in which their blocks are to be declared.
  ///   - name: The stack's name: lower-case words joined by hyphens.
  ///   - environments: Its environments, with the values of variables. One at least.
  ///   - origin: What the files are called together, for the stack's documentation.
  ///   - schemas: What the types are made from.
  package init(
    _ files: [ImportedFile], named name: String, in environments: [ImportedEnvironment], from origin: String,
    schemas: ImportedSchemas
  ) throws(ImportError) {
    let configuration = try ImportedConfiguration(files)
    var lowering = Lowering(configuration, schemas, try VariableValues(environments))
    addresses = configuration.stateAddresses
    try lowering.lowerSettings()
    try lowering.lowerAll()
    usedTypes = lowering.usedTypes
    providerVersion = lowering.providerVersion
    let taken = Set(lowering.usedTypes.map { TypeNames.swiftName(of: $0.type, $0.mode) })
    let wanted = SwiftNames.typeName(name)
    typeName = taken.contains(wanted) ? wanted + "Stack" : wanted
    source =
      StackSource(
        lowering: lowering, name: name, typeName: typeName, environments: environments.map(\.name), origin: origin
      ).text
    var report = lowering.wholeReport
    report.untyped.sort { ($0.place.path, $0.place.line) < ($1.place.path, $1.place.line) }
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
