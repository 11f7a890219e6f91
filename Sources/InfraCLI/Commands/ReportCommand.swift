import InfraModel

/// Writes one HTML page with the results of the other commands.
struct ReportCommand: Command {
  static let name = "report"
  static let summary = "write one HTML page with graph, coverage, alarms, findings and cost"
  private static let file = Option.value("--write", "FILE", .file, "write FILE instead of standard output")
  static let options = Selection.options + [file]
  static let details = """
    The page is a single file that loads nothing else. Its numbers are those of the other commands.
    """
  static let examples = [
    Example("report --write report.html", "every stack in every environment"),
    Example("report --stack lego-api > lego-api.html", "one stack"),
  ]

  let selection: Selection
  let destination: String?

  init(_ words: inout ArgumentParser) throws {
    selection = Selection(words)
    destination = words.value(of: Self.file)
  }

  func run(in program: Program) throws -> Outcome {
    if destination == nil, program.printsToTerminal { throw UsageError.htmlOnTerminal }
    let reports = try PolicyReports(of: selection, in: program)
    let page = reportPage(reports, today: program.today, progress: program.progress)
    let log = Unexamined(reports.reports.map(\.stack)).text
    guard let destination else { return Outcome(output: page, log: log) }
    let changed = try write([GeneratedFile(path: destination, bytes: Array(page.utf8))])
    return Outcome(output: changed.map { "\($0)\n" }.joined(), log: log)
  }
}
