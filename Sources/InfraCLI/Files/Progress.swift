/// Says on a terminal what is being done, once that takes longer than people wait without wondering: one line that is
/// written over and over, and gone before there is a result.
final class Progress {
  private let columns: Int
  private let seconds: () -> Double
  private let show: (String) -> Void
  private let began: Double
  private var shown: Double?

  /// `columns`: How wide the terminal is, for a line that breaks cannot be taken back.
  /// `seconds`: A clock that nobody sets.
  init(columns: Int, seconds: @escaping () -> Double, show: @escaping (String) -> Void) {
    self.columns = columns
    self.seconds = seconds
    self.show = show
    began = seconds()
  }

  /// Where somebody watches standard error, on a terminal that can go back in a line.
  static func onTerminal() -> Progress? {
    guard let columns = columnsOfLog() else { return nil }
    return Progress(columns: columns, seconds: monotonicSeconds, show: draw)
  }

  /// What comes next. Nothing is said at first, nor oftener than anybody reads.
  func step(_ what: @autoclosure () -> String) {
    let now = seconds()
    guard now - (shown ?? began) >= (shown == nil ? 0.3 : 0.1) else { return }
    shown = now
    // A path may have anything in it, and what is wider than a column or moves the cursor could not be taken back.
    let plain = what().unicodeScalars.map { (" "..."~").contains($0) ? Character($0) : "?" }
    show(Self.emptyLine + String(plain.prefix(columns - 1)))
  }

  /// Takes the line back.
  func end() {
    if shown != nil { show(Self.emptyLine) }
    shown = nil
  }

  /// To the line's start, and all of it away.
  private static let emptyLine = "\r\u{1B}[2K"
}
