/// Shows progress on a terminal once a run takes noticeably long: one line that is overwritten, and erased before the
/// results.
final class Progress {
  private let columns: Int
  private let seconds: () -> Double
  private let show: (String) -> Void
  private let began: Double
  private var shown: Double?

  /// `columns`: The width of the terminal; a line that wraps could not be erased.
  /// `seconds`: A monotonic clock.
  init(columns: Int, seconds: @escaping () -> Double, show: @escaping (String) -> Void) {
    self.columns = columns
    self.seconds = seconds
    self.show = show
    began = seconds()
  }

  /// If standard error is a terminal that can return to the start of a line.
  static func onTerminal() -> Progress? {
    guard let columns = columnsOfLog() else { return nil }
    return Progress(columns: columns, seconds: monotonicSeconds, show: draw)
  }

  /// Reports the next step. Prints nothing at first, and not more often than a person can read.
  func step(_ what: @autoclosure () -> String) {
    let now = seconds()
    guard now - (shown ?? began) >= (shown == nil ? 0.3 : 0.1) else { return }
    shown = now
    // A path may contain any character, and one that is wider than a column or moves the cursor could not be erased.
    let plain = what().unicodeScalars.map { (" "..."~").contains($0) ? Character($0) : "?" }
    show(Self.emptyLine + String(plain.prefix(columns - 1)))
  }

  /// Erases the line.
  func end() {
    if shown != nil { show(Self.emptyLine) }
    shown = nil
  }

  /// Returns to the start of the line and clears it.
  private static let emptyLine = "\r\u{1B}[2K"
}
