import InfraModel

/// A coverage as tables of words: one for each kind, and a sentence for all of them.
struct CoverageTables {
  let coverage: Coverage

  struct KindTable {
    let kind: Coverage.Kind
    let rows: [Coverage.Row]

    var head: [String] { [kind.rawValue] + kind.watches.map(\.rawValue) }

    /// `2 of 3`: how many of those to which it applies.
    var counts: [String] {
      kind.watches.map { watch in
        let answers = rows.map { $0[watch] }.filter { $0 != .notApplicable }
        return answers.isEmpty ? "-" : "\(answers.count { $0 == .yes }) of \(answers.count)"
      }
    }
  }

  /// For the kinds that occur.
  var tables: [KindTable] {
    Coverage.Kind.allCases.map { KindTable(kind: $0, rows: coverage.rows(of: $0)) }.filter { !$0.rows.isEmpty }
  }

  var summary: String {
    let answers = coverage.rows.flatMap { row in row.kind.watches.map { row[$0] } }
    let counts = [Coverage.Answer.yes, .no, .unknown].map { answer in
      "\(answers.count { $0 == answer }) \(answer.rawValue)"
    }
    return "\(counted(coverage.rows.count, "resource")): \(counts.joined(separator: ", "))"
  }
}
