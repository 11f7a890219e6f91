/// The file with a stack.
struct StackSource {
  let lowering: Lowering
  let name: String
  let typeName: String
  let environments: [String]
  let origin: String

  var text: String {
    var layout = SwiftLayout()
    for line in head.split(separator: "\n", omittingEmptySubsequences: false) {
      layout.print(.text(String(line)), indentation: 0)
      layout.endLine()
    }
    let settings = lowering.settings
    property("region", "Region", .text(settings.region), &layout)
    if let backend = settings.backend { property("backend", "Backend", backend, &layout) }
    if let versions = settings.versions { property("versions", "ToolVersions", versions, &layout) }
    layout.print(.text("/// The configuration has its own."), indentation: 2)
    layout.endLine()
    property("tags", "[String: String]", .text("[:]"), &layout)
    layout.print(
      .text("/// Findings do not keep `synth` from writing what Terraform had; delete this when they are fixed."),
      indentation: 2)
    layout.endLine()
    property("ruleLevels", "[RuleID: RuleLevel]", .text(".warnings"), &layout)
    printValues(&layout)
    layout.endLine()
    layout.print(.text("func declare(in stack: inout StackBuilder) {"), indentation: 2)
    layout.endLine()
    printStatements(&layout)
    layout.print(.text("}"), indentation: 2)
    layout.endLine()
    layout.print(.text("}"), indentation: 0)
    return layout.lines.map { $0.allSatisfy { $0 == " " } ? "" : $0 }.joined(separator: "\n") + "\n"
  }

  private var head: String {
    """
    import InfraModel

    /// Imported from \(origin).
    struct \(typeName): Stack {
      enum Environment: String, StackEnvironment {
        case \(environments.map(environmentCase).joined(separator: ", "))

        var isProduction: Bool { \(production) }
      }

      static let name = \(SwiftString([.literal(name)]).flat)
      let environment: Environment
    """
  }

  private func environmentCase(_ environment: String) -> String {
    let name = environmentName(environment)
    return SwiftNames.identifier(environment) == environment
      ? name : "\(name) = \(SwiftString([.literal(environment)]).flat)"
  }

  private func environmentName(_ environment: String) -> String {
    let name = SwiftNames.identifier(environment)
    return SwiftNames.keywords.contains(name) ? "`\(name)`" : name
  }

  /// Whether an environment is production, as far as its name tells.
  private var production: String {
    if environments.count == 1 { return "true" }
    let names = environments.filter { ["prod", "production", "prd", "live"].contains($0) }.map(environmentName)
    return names.isEmpty ? "false" : names.map { "self == .\($0)" }.joined(separator: " || ")
  }

  /// The values that variables have in some environments, or other ones in each.
  private func printValues(_ layout: inout SwiftLayout) {
    let values = lowering.settings.values
    guard !values.isEmpty else { return }
    layout.endLine()
    for line in [
      "/// What the .tfvars files had.", "private var variableValues: [String: Value] {", "  switch environment {",
    ] {
      layout.print(.text(line), indentation: 2)
      layout.endLine()
    }
    for environment in environments {
      layout.print(.text("case .\(environmentName(environment)):"), indentation: 4)
      layout.endLine()
      layout.print(.collection(values[environment] ?? [], isDictionary: true), indentation: 6)
      layout.endLine()
    }
    for line in ["  }", "}"] {
      layout.print(.text(line), indentation: 2)
      layout.endLine()
    }
  }

  private func property(_ name: String, _ type: String, _ code: SwiftCode, _ layout: inout SwiftLayout) {
    if let flat = code.flat, flat.count + name.count + type.count < 84 {
      layout.print(.text("var \(name): \(type) { \(flat) }"), indentation: 2)
    } else {
      layout.print(.text("var \(name): \(type) {"), indentation: 2)
      layout.endLine()
      layout.print(code, indentation: 4)
      layout.endLine()
      layout.print(.text("}"), indentation: 2)
    }
    layout.endLine()
  }

  private func printStatements(_ layout: inout SwiftLayout) {
    let used = lowering.usedNames
    for (index, statement) in lowering.statements.enumerated() {
      if index > 0, statement.startsParagraph || !statement.comments.isEmpty { layout.endLine() }
      for comment in statement.comments { layout.print(comment: comment, indentation: 4) }
      layout.print(lowering.code(of: statement, used: used), indentation: 4)
      layout.endLine()
    }
    let comments = lowering.pendingComments + lowering.looseComments + lowering.configuration.closingComments
    if !comments.isEmpty { layout.endLine() }
    for comment in comments { layout.print(comment: comment, indentation: 4) }
  }
}
