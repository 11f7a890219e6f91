import InfraModel

/// One page that shows everything.
struct ReportCommand: Command {
  static let name = "report"
  static let summary = "write one HTML page that shows everything: graph, coverage, alarms, findings, cost"
  private static let file = Option.value("--write", "FILE", .file, "write FILE; standard output unless said otherwise")
  static let options = Selection.options + [file]
  static let details = """
    The page is one file that loads nothing, so it can be sent, kept and opened from a disk. Its numbers are those of the
    other commands.
    """
  static let examples = [
    Example("report --write report.html", "every stack in every environment"),
    Example("report --stack lego-api > lego-api.html", "one stack"),
  ]

  let selection: Selection
  let destination: String?

  init(_ words: inout Words) throws {
    selection = Selection(words)
    destination = words.value(of: Self.file)
  }

  func run(in program: Program) throws -> Outcome {
    let verdicts = try Verdicts(of: selection, in: program)
    let page = reportPage(verdicts, today: program.today, progress: program.progress)
    guard let destination else { return Outcome(output: page) }
    let changed = try write([GeneratedFile(path: destination, bytes: Array(page.utf8))])
    return Outcome(output: changed.map { "\($0)\n" }.joined())
  }
}
