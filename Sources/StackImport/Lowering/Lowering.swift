import HCLSyntax
import SwiftTypes
import TerraformModel

/// Writes the blocks of a configuration as statements in Swift, each after those that it refers to.
struct Lowering {
  let configuration: ImportedConfiguration
  let schemas: ImportedSchemas
  let values: VariableValues
  /// That of the AWS provider which the stack is for.
  let providerVersion: ProviderVersion
  /// By type; `nil` for what no schema has.
  var generatedTypes: [UsedType: GeneratedType?] = [:]
  /// The types that the source needs.
  private(set) var usedTypes: Set<UsedType> = []
  /// The resources that have one of those types.
  private(set) var typedEntities: [Entity.Key: GeneratedType] = [:]
  var names = SwiftNames()
  /// Of the thing at hand.
  var report = ImportReport()
  /// Of all that has been declared.
  var wholeReport = ImportReport()
  /// In their order.
  private(set) var statements: [Statement] = []
  /// Comments that stood where Swift has no place for one. The next argument or statement takes them.
  var looseComments: [String] = []
  /// Comments of what needs no statement. The next statement takes them.
  private(set) var pendingComments: [String] = []
  /// The raw expressions of the argument at hand.
  var rawReasons: [ImportReport.RawExpression] = []
  /// Whether raw expressions are of no interest, as in a place where Terraform evaluates nothing.
  var isUncounted = false
  /// How deep the expression at hand is nested.
  var depth = 0
  /// What the stack's properties are made of.
  var settings = StackSettings()

  private var states: [Entity.Key: State] = [:]
  private var swiftNames: [Entity.Key: String] = [:]
  private var uses = 0

  private enum State { case inProgress, done }

  /// A statement of `declare(in:)`.
  struct Statement {
    /// `nil` for what returns nothing to refer to.
    var key: Entity.Key?
    var comments: [String]
    var startsParagraph: Bool
    var code: SwiftCode
    /// Whether Swift warns where the result is not used.
    var hasNeededResult = false
  }

  /// References that follow each other deeper than this are written as text.
  private static let deepest = 80

  init(_ configuration: ImportedConfiguration, _ schemas: ImportedSchemas, _ values: VariableValues) {
    self.configuration = configuration
    self.schemas = schemas
    self.values = values
    providerVersion = configuration.providerVersion
    wholeReport.notes = configuration.notes
  }

  var entities: [Entity.Key: Entity] { configuration.entities }

  /// What a resource that turns out not to fit its type leaves as it was.
  typealias Snapshot = (
    report: ImportReport, looseComments: [String], rawReasons: [ImportReport.RawExpression]
  )

  var snapshot: Snapshot { (report, looseComments, rawReasons) }

  mutating func restore(_ snapshot: Snapshot) {
    (report, looseComments, rawReasons) = snapshot
  }

  /// A resource that has a generated type.
  mutating func note(_ type: GeneratedType, used: UsedType, for key: Entity.Key) {
    usedTypes.insert(used)
    typedEntities[key] = type
    report.typedResources += 1
  }

  mutating func lowerAll() throws(ImportError) {
    for key in configuration.order { declare(key) }
    if let error { throw error }
  }

  /// The name of a declared thing in Swift; declares it first where that is possible.
  mutating func use(_ key: Entity.Key) -> String? {
    guard entities[key] != nil else { return nil }
    if states[key] == nil, uses < Self.deepest { declare(key) }
    guard states[key] == .done else { return nil }
    if let name = swiftNames[key] { return name }
    let name = names.name(key.candidates)
    swiftNames[key] = name
    return name
  }

  func isInProgress(_ key: Entity.Key) -> Bool { states[key] == .inProgress }

  /// Whether a name at the start of a reference is neither Terraform's own nor that of a resource's type.
  func isUnknown(_ root: String) -> Bool {
    !["var", "local", "module", "each", "count", "path", "terraform", "self", "data", "ephemeral"].contains(root)
      && !configuration.managedTypes.contains(root)
  }

  /// The first thing that cannot be said in Swift.
  private(set) var error: ImportError?

  mutating func fail(_ error: ImportError) { self.error = self.error ?? error }

  private mutating func declare(_ key: Entity.Key) {
    guard states[key] == nil, let entity = entities[key] else { return }
    states[key] = .inProgress
    uses += 1
    // What this one needs is written while it is being written itself.
    let outer = (report, looseComments, rawReasons, depth, isUncounted)
    (report, looseComments, rawReasons, depth, isUncounted) = (ImportReport(), [], [], 0, false)
    do throws(ImportError) {
      if var statement = try statement(for: entity) {
        statement.comments = pendingComments + entity.comments + looseComments + statement.comments
        pendingComments = []
        statement.startsParagraph = entity.startsParagraph
        statements.append(statement)
      } else {
        pendingComments += entity.comments + looseComments
      }
    } catch {
      fail(error)
    }
    wholeReport.add(report)
    (report, looseComments, rawReasons, depth, isUncounted) = outer
    uses -= 1
    states[key] = .done
  }

  /// The names that occur in any statement.
  var usedNames: Set<String> {
    var used: Set<String> = []
    for statement in statements { statement.code.collectNames(into: &used) }
    return used
  }

  /// A statement with the name of its value, if anything refers to it.
  func code(of statement: Statement, used: Set<String>) -> SwiftCode {
    if let key = statement.key, let name = swiftNames[key], used.contains(name.filter { $0 != "`" }) {
      return .sequence([.text("let \(name) = "), statement.code])
    }
    return statement.hasNeededResult ? .sequence([.text("_ = "), statement.code]) : statement.code
  }
}

extension Entity.Key {
  /// What a Swift programmer would call it, the best first.
  fileprivate var candidates: [String] {
    switch self {
    case .variable(let name): return [name, "\(name)_variable"]
    case .local(let name): return [name, "\(name)_local"]
    case .module(let name): return [name, "\(name)_module"]
    case .provider(let name, let alias): return [alias ?? name, "\(alias ?? name)_provider", "\(name)_\(alias ?? "")"]
    case .resource(_, let type, let label):
      let words = type.split(separator: "_").dropFirst().map(String.init)
      let short = words.last ?? type
      let long = words.joined(separator: "_")
      return ["this", "main", "default", "example", "current", "self"].contains(label)
        ? [short, long, "\(long)_\(label)"] : [label.withoutHash, label, "\(label)_\(short)", "\(label)_\(long)"]
    case .other: return []
    }
  }
}

extension String {
  /// `billing_dead` of `billing_dead_11592835`: CDKTF ends labels so.
  fileprivate var withoutHash: String {
    let words = split(separator: "_")
    guard words.count > 1, let last = words.last, last.count == 8,
      last.allSatisfy({ $0.isHexDigit && !$0.isLowercase })
    else { return self }
    return words.dropLast().joined(separator: "_")
  }
}
