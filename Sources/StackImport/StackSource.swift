/// The file with a stack.
struct StackSource {
  let lowering: Lowering
  let name: String
  let typeName: String
  let environment: String
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
        case \(environmentCase)

        var isProduction: Bool { true }
      }

      static let name = \(SwiftString([.literal(name)]).flat)
      let environment: Environment
    """
  }

  private var environmentCase: String {
    let name = SwiftNames.identifier(environment)
    let spelled = SwiftNames.keywords.contains(name) ? "`\(name)`" : name
    return name == environment ? spelled : "\(spelled) = \(SwiftString([.literal(environment)]).flat)"
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
