import InfraModel

/// Lists the waivers, with owner and end date.
struct WaiversCommand: Command {
  static let name = "waivers"
  static let summary = "list the waivers, with owner and end date"
  static let options = Selection.options + [Format.option([.text, .json])]
  static let details = """
    The state of a waiver is holds, expired, unused, malformed, too-long, refused or unknown-rule. Unused waivers are
    detected only if every stack and environment is selected.
    """
  static let examples = [Example("waivers", "every waiver of every stack")]

  let selection: Selection
  let format: Format

  init(_ words: inout ArgumentParser) throws {
    selection = Selection(words)
    format = try Format(words, among: [.text, .json])
  }

  func run(in program: Program) throws -> Outcome {
    let reports = try PolicyReports(of: selection, in: program).reports
    let waivers = reports.flatMap { report in report.waivers.map { (report.stack.identity, $0) } }
    switch format {
    case .json:
      return Outcome(
        output: json([
          "schemaVersion": 1, "waivers": .list(waivers.map { entry(for: $1, in: $0, program.workingDirectory) }),
        ]))
    default:
      guard !waivers.isEmpty else { return Outcome(output: "no waivers\n") }
      let rows = waivers.map { stack, declared in
        [
          declared.state.name, declared.waiver.until, "\(declared.waiver.rule)",
          "\(stack) \(declared.declaration.address)", declared.waiver.owner, declared.waiver.reason,
        ]
      }
      return Outcome(output: table([["state", "until", "rule", "on", "owner", "reason"]] + rows))
    }
  }

  private func entry(for declared: DeclaredWaiver, in stack: StackIdentity, _ directory: String) -> Value {
    var members = waiverMembers(declared.waiver)
    members["rule"] = .literal(declared.waiver.rule.rawValue)
    members["state"] = .literal(declared.state.name)
    members["findings"] = .integer(declared.state.findings)
    members["stack"] = .literal(stack.stack)
    members["environment"] = .literal(stack.environment)
    members["address"] = .literal(declared.declaration.address.description)
    members["file"] = .literal(declared.declaration.location.file(relativeTo: directory))
    members["line"] = .integer(declared.declaration.location.line)
    return .map(members)
  }
}

extension DeclaredWaiver.State {
  fileprivate var findings: Int {
    if case .holds(let findings) = self { findings } else { 0 }
  }
}
