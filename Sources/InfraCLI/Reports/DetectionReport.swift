import InfraModel
import TFEmit

/// Which failures of several stacks are noticed, with a table for each kind of resource.
func detectionReport(_ matrices: [DetectionMatrix], as format: Format) -> String {
  switch format {
  case .json: return detectionJSON(matrices)
  case .markdown:
    let parts = matrices.map { matrix in
      let tables = DetectionTables(matrix: matrix)
      let parts = tables.tables.map { kind in
        markdownTable(
          [[kind.kind.rawValue] + DetectionTables.KindTable.head] + rows(of: kind) { markdownCode("\($0.address)") })
      }
      let remarks = tables.remarks.map { "- \($0)\n" }.joined()
      return "## \(markdownCode("\(matrix.stack)"))\n\n"
        + (parts + ["\(tables.summary)\n"] + (remarks.isEmpty ? [] : [remarks])).joined(separator: "\n")
    }
    return parts.joined(separator: "\n") + "\n\(DetectionTables.footnote)\n"
  default:
    let parts = matrices.map { matrix in
      let tables = DetectionTables(matrix: matrix)
      let parts = tables.tables.map { kind in
        table([[kind.kind.rawValue] + DetectionTables.KindTable.head] + rows(of: kind) { $0.name })
      }
      let remarks = tables.remarks.map { "  \(inLine($0))\n" }.joined()
      return (parts + ["\(inLine("\(matrix.stack)")): \(tables.summary)\n\(remarks)"]).joined(separator: "\n")
    }
    return parts.joined(separator: "\n") + "\n\(DetectionTables.footnote)\n"
  }
}

/// The resource is named in the first of its rows.
private func rows(of kind: DetectionTables.KindTable, name: (DetectionMatrix.Row) -> String) -> [[String]] {
  kind.rows.flatMap { row in
    kind.cells(of: row).enumerated().map { index, cells in [index == 0 ? name(row) : ""] + cells }
  }
}

/// What is noticed no longer, only now, later and earlier, losses first.
func detectionChangesReport(_ changes: [DetectionChanges], since revision: String, as format: Format) -> String {
  let shown = changes.filter { !$0.isEmpty }
  switch format {
  case .json:
    return json([
      "schemaVersion": 1, "against": .literal(revision),
      "stacks": .list(
        shown.map { changes in
          [
            "stack": .literal(changes.stack.stack), "environment": .literal(changes.stack.environment),
            "lost": list(changes.lost), "gained": list(changes.gained), "later": list(changes.later),
            "earlier": list(changes.earlier),
          ]
        }),
    ])
  case .markdown:
    guard !shown.isEmpty else { return "No failure is noticed earlier or later than at \(markdownCode(revision)).\n" }
    return shown.map { changes in
      "## \(markdownCode("\(changes.stack)"))\n\n"
        + markdownTable(
          [["", "resource", "failure", "before", "now"]]
            + lines(of: changes).map { sign, change in
              [
                sign, markdownCode("\(change.address)"), change.failure.rawValue, change.old.summary,
                change.new.summary,
              ]
            })
    }.joined(separator: "\n")
  default:
    guard !shown.isEmpty else { return "no failure is noticed earlier or later than at \(inLine(revision))\n" }
    return shown.map { changes in
      "\(inLine("\(changes.stack)")):\n"
        + lines(of: changes).map { sign, change in
          inLine(
            "  \(sign): \(change.address), \(change.failure.rawValue): \(change.old.summary) → \(change.new.summary)")
            + "\n"
        }.joined()
    }.joined(separator: "\n")
  }
}

private func lines(of changes: DetectionChanges) -> [(sign: String, change: DetectionChanges.Change)] {
  changes.lost.map { ("lost", $0) } + changes.later.map { ("later", $0) } + changes.gained.map { ("gained", $0) }
    + changes.earlier.map { ("earlier", $0) }
}

private func list(_ changes: [DetectionChanges.Change]) -> Value {
  .list(
    changes.map { change in
      [
        "address": .literal("\(change.address)"), "failure": .literal(change.failure.rawValue),
        "before": value(of: change.old), "now": value(of: change.new),
      ]
    })
}

private func detectionJSON(_ matrices: [DetectionMatrix]) -> String {
  json([
    "schemaVersion": 1, "runs": .integer(DetectionMatrix.runs), "horizonHours": .integer(DetectionMatrix.horizonHours),
    "resources": .list(matrices.flatMap { matrix in matrix.rows.map { resource($0, of: matrix.stack) } }),
  ])
}

private func resource(_ row: DetectionMatrix.Row, of stack: StackIdentity) -> Value {
  var resource: [String: Value] = [
    "stack": .literal(stack.stack), "environment": .literal(stack.environment), "kind": .literal(row.kind.rawValue),
    "address": .literal("\(row.address)"), "name": .literal(row.name),
    "failures": .list(
      row.cells.map { cell in ["failure": .literal(cell.failure.rawValue), "outcome": value(of: cell.outcome)] }),
    "falseAlarms": .list(
      row.falseAlarms.map { ["alarm": .literal($0.alarm), "perMonth": .number($0.perMonth)] }),
    "notSimulated": .list(row.unsimulated.map { .literal($0) }),
  ]
  if let perMinute = row.perMinute { resource["perMinute"] = .number(perMinute) }
  return .map(resource)
}

private func value(of outcome: DetectionMatrix.Outcome) -> Value {
  switch outcome {
  case .noticed(let notice):
    var value: [String: Value] = [
      "state": "noticed", "alarm": .literal(notice.alarm), "noticedRuns": .integer(notice.noticed),
      "notifies": .list(unique(notice.recipients.map(\.description)).map { .literal($0) }),
    ]
    if let median = notice.median { value["medianSeconds"] = .number(median.milliseconds / 1_000) }
    if let percentile = notice.percentile95 { value["p95Seconds"] = .number(percentile.milliseconds / 1_000) }
    return .map(value)
  case .unnoticed(nil): return ["state": "unnoticed"]
  case .unnoticed(let alarm?): return ["state": "unnoticed", "alarm": .literal(alarm)]
  case .undetermined(let reason): return ["state": "undetermined", "reason": .literal(reason.rawValue)]
  }
}
