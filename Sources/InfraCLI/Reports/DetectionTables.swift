import InfraModel

/// A matrix of failures as tables of words: one for each kind of resource.
struct DetectionTables {
  let matrix: DetectionMatrix

  struct KindTable {
    let kind: DetectionMatrix.Kind
    let rows: [DetectionMatrix.Row]

    static let head = ["failure", "median", "95 %", "alarm", "notifies"]

    /// One row of words for each failure of a resource.
    func cells(of row: DetectionMatrix.Row) -> [[String]] {
      row.cells.map { cell in [cell.failure.rawValue] + cell.outcome.words }
    }
  }

  /// For the kinds that occur.
  var tables: [KindTable] {
    DetectionMatrix.Kind.allCases.map { kind in KindTable(kind: kind, rows: matrix.rows.filter { $0.kind == kind }) }
      .filter { !$0.rows.isEmpty }
  }

  var summary: String {
    let outcomes = matrix.rows.flatMap(\.cells).map(\.outcome)
    let noticed = outcomes.count { if case .noticed = $0 { true } else { false } }
    let unnoticed = outcomes.count { if case .unnoticed = $0 { true } else { false } }
    let undetermined = outcomes.count - noticed - unnoticed
    return "\(counted(outcomes.count, "failure")) of \(counted(matrix.rows.count, "resource")): \(noticed) noticed, "
      + "\(unnoticed) not noticed, \(undetermined) undetermined"
  }

  /// What the tables leave out.
  var remarks: [String] {
    let falseAlarms = matrix.rows.flatMap { row in
      row.falseAlarms.map { alarm in
        "'\(alarm.alarm)' fires \(rounded(alarm.perMonth)) times a month although nothing is broken"
      }
    }
    let withoutLoad = matrix.rows.filter { row in row.cells.contains { $0.outcome == .undetermined(.noLoad) } }.map(
      \.name)
    let withoutDuration = matrix.rows.filter { row in row.cells.contains { $0.outcome == .undetermined(.noDuration) } }
      .map(\.name)
    let unsimulated = unique(matrix.rows.flatMap(\.unsimulated))
    return falseAlarms
      + [
        withoutLoad.isEmpty ? nil : "no load is known for \(names(withoutLoad)); declare it with `stack.expect`",
        withoutDuration.isEmpty
          ? nil
          : "no usual duration is declared for \(names(withoutDuration)); "
            + "declare it with `stack.expect(.init(medianDuration: …), of: …)`",
        unsimulated.isEmpty ? nil : "not simulated: the alarms \(names(unsimulated))",
      ].compactMap(\.self)
  }

  static let footnote =
    "Times from the beginning of a failure to the first alarm that notifies a subscriber: simulated, "
    + "\(DetectionMatrix.runs) runs, at most \(DetectionMatrix.horizonHours) hours. Requests arrive at random, and each resource "
    + "passes on every request; only the functions of an API share its requests evenly."
}

private func names(_ names: [String]) -> String { names.map { "'\($0)'" }.joined(separator: ", ") }

/// `0.3`, `12`
private func rounded(_ number: Double) -> String {
  plainNumber(number < 10 ? (number * 10).rounded() / 10 : number.rounded())
}

extension DetectionMatrix.Outcome {
  /// Median, 95th percentile, alarm, and who is notified.
  var words: [String] {
    switch self {
    case .noticed(let notice):
      [
        notice.medianWords, notice.percentile95Words, notice.alarm,
        unique(notice.recipients.map(\.description)).joined(separator: ", "),
      ]
    case .unnoticed(nil): ["never", "never", "-", "no one"]
    case .unnoticed(let alarm?): ["never", "never", alarm, "no one: the alarm has no subscriber"]
    case .undetermined(let reason): ["?", "?", "-", reason.rawValue]
    }
  }

  /// `11 min by 'errors'`
  var summary: String {
    switch self {
    case .noticed(let notice): "\(notice.medianWords) by '\(notice.alarm)'"
    case .unnoticed: "not noticed"
    case .undetermined(let reason): reason.rawValue
    }
  }
}

extension DetectionMatrix.Notice {
  var medianWords: String { words(median) }
  var percentile95Words: String { words(percentile95) }

  private func words(_ time: Duration?) -> String {
    time.map(timeWords) ?? "over \(DetectionMatrix.horizonHours) h"
  }
}

/// `45 s`, `11 min`, `3 h 20 min`, `9 days`
func timeWords(_ time: Duration) -> String {
  let seconds = Int(time.components.seconds)
  let minutes = (seconds + 30) / 60
  switch seconds {
  case ..<60: return "\(seconds) s"
  case ..<7_200: return "\(minutes) min"
  case ..<172_800: return minutes % 60 == 0 ? "\(minutes / 60) h" : "\(minutes / 60) h \(minutes % 60) min"
  default: return "\((seconds + 43_200) / 86_400) days"
  }
}
