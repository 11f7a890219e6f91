extension HCLFile {
  /// The file as `terraform fmt` leaves it, with its comments.
  public var source: String {
    var printer = HCLPrinter()
    printer.print(body)
    return printer.source
  }
}

extension HCLExpression {
  /// The expression as Terraform reads it: on one line, unless it has heredocs, comments or is long.
  public var source: String {
    var printer = HCLPrinter()
    printer.print(self)
    return String(printer.source.dropLast())
  }

  /// The expression on one line; a heredoc is a quoted string there, and comments are left out.
  public var inlineSource: String {
    var printer = HCLPrinter(isInline: true)
    printer.print(self)
    return String(printer.source.dropLast())
  }
}

/// Writes a tree line by line. The lines are aligned when all are there.
struct HCLPrinter {
  struct Line {
    var indentation = 0
    var text = ""
    /// How many characters stand before the equals sign, if `terraform fmt` aligns it with its neighbors.
    var assignment: Int?
    var comment: String?
    /// A line of a heredoc, which stands as it is.
    var isVerbatim = false
  }

  var lines = [Line()]
  var indentation = 0
  /// Whether a heredoc has ended on this line, so that nothing else can stand on it.
  var hasEnded = false
  let isInline: Bool

  /// What `terraform fmt` would leave on one line can be longer; people break it before.
  static let longestLine = 100

  init(isInline: Bool = false) {
    self.isInline = isInline
  }

  var source: String {
    var lines = lines
    if lines.last?.text.isEmpty == true { lines.removeLast() }
    align(&lines)
    return lines.map(written).joined(separator: "\n") + "\n"
  }

  private func written(_ line: Line) -> String {
    if line.isVerbatim { return line.text }
    let text = line.text + (line.comment.map { (line.text.isEmpty ? "" : " ") + $0 } ?? "")
    return text.isEmpty ? "" : String(repeating: "  ", count: line.indentation) + text
  }

  /// Neighboring assignments have their equals signs in one column, and neighboring comments begin in one.
  private func align(_ lines: inout [Line]) {
    for run in runs(of: lines, where: { $0.assignment != nil }) {
      let width = run.compactMap { lines[$0].assignment }.max() ?? 0
      for index in run {
        let place = lines[index].assignment ?? width
        let spaces = String(repeating: " ", count: width - place)
        let text = lines[index].text
        lines[index].text.insert(contentsOf: spaces, at: text.index(text.startIndex, offsetBy: place))
      }
    }
    for run in runs(of: lines, where: { $0.comment != nil && !$0.text.isEmpty }) {
      let width = run.map { lines[$0].indentation * 2 + lines[$0].text.count }.max() ?? 0
      for index in run {
        let line = lines[index]
        lines[index].text += String(repeating: " ", count: width - line.indentation * 2 - line.text.count)
      }
    }
  }

  /// The lines that are neighbors. To `terraform fmt`, the lines of a heredoc are part of the line that it begins on.
  private func runs(of lines: [Line], where fits: (Line) -> Bool) -> [[Int]] {
    var runs: [[Int]] = [[]]
    for index in lines.indices where !lines[index].isVerbatim {
      if fits(lines[index]) {
        runs[runs.count - 1].append(index)
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    return runs
  }

  // MARK: Lines

  mutating func write(_ text: String) {
    if hasEnded { breakLine() }
    if lines[lines.count - 1].text.isEmpty { lines[lines.count - 1].indentation = indentation }
    lines[lines.count - 1].text += text
  }

  mutating func breakLine() {
    lines.append(Line())
    hasEnded = false
  }

  mutating func print(_ comments: [HCLComment]) {
    for line in comments.flatMap(\.lines) {
      if !lines[lines.count - 1].text.isEmpty { breakLine() }
      write(line.isEmpty ? "#" : "# \(line)")
      breakLine()
    }
  }

  mutating func end(with comment: HCLComment?) {
    let text = comment.map { $0.lines.filter { !$0.isEmpty }.joined(separator: " ") }
    if let text, hasEnded { write("# \(text)") } else if let text { lines[lines.count - 1].comment = "# \(text)" }
    breakLine()
  }
}
