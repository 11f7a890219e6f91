import InfraModel

/// The coverage that was lost and gained, losses first.
func coverageChangesReport(_ changes: [CoverageChanges], since revision: String, as format: Format) -> String {
  let shown = changes.filter { !$0.isEmpty }
  switch format {
  case .json:
    return json([
      "schemaVersion": 2, "against": .literal(revision), "stacks": .list(shown.map { stackJSON($0) }),
    ])
  case .markdown:
    guard !shown.isEmpty else { return "Nothing was lost or gained since \(markdownCode(revision)).\n" }
    return shown.map { changes in
      let rows = lines(of: changes).map { [$0.sign.word, markdownCode("\($0.address)"), $0.watches] }
      return "## \(markdownCode("\(changes.stack)")): \(summary(of: changes))\n\n"
        + markdownTable([["", "resource", "what"]] + rows)
    }.joined(separator: "\n")
  default:
    guard !shown.isEmpty else { return "nothing was lost or gained since \(inLine(revision))\n" }
    return shown.map { changes in
      "\(changes.stack): \(summary(of: changes))\n"
        + lines(of: changes).map {
          inLine("  \($0.sign.rawValue) \($0.sign.word): \($0.address): \($0.watches)") + "\n"
        }.joined()
    }.joined(separator: "\n")
  }
}

private enum Sign: String {
  case lost = "!"
  case gained = "+"
  case untold = "?"
  case new = "*"
  case gone = "-"

  var word: String {
    switch self {
    case .lost: "lost"
    case .gained: "gained"
    case .untold: "undetermined"
    case .new: "new"
    case .gone: "removed"
    }
  }
}

private struct Line {
  let sign: Sign
  let address: Address
  let watches: String
}

/// One line for each resource and its change.
private func lines(of changes: CoverageChanges) -> [Line] {
  func lines(_ sign: Sign, _ changes: [CoverageChanges.Change]) -> [Line] {
    unique(changes.map(\.address)).map { address in
      let watches = changes.filter { $0.address == address }.map(\.watch.rawValue)
      return Line(sign: sign, address: address, watches: watches.joined(separator: ", "))
    }
  }
  func lines(_ sign: Sign, _ rows: [Coverage.Row]) -> [Line] {
    rows.map { row in
      let has = row.kind.watches.filter { row[$0] == .yes }.map(\.rawValue)
      let watches = has.isEmpty ? "without coverage" : "with \(has.joined(separator: ", "))"
      return Line(sign: sign, address: row.address, watches: watches)
    }
  }
  return lines(.lost, changes.lost) + lines(.gone, changes.removed) + lines(.gained, changes.gained)
    + lines(.new, changes.added) + lines(.untold, changes.untold)
}

private func summary(of changes: CoverageChanges) -> String {
  // The types are spelled out because inferring them takes the compiler seconds.
  let counts: [(count: Int, what: String)] = [
    (changes.lost.count, "lost"), (changes.removed.count, "removed"), (changes.gained.count, "gained"),
    (changes.added.count, "new"), (changes.untold.count, "undetermined"),
  ]
  let texts: [String] = counts.filter { $0.count > 0 }.map { "\($0.count) \($0.what)" }
  return texts.joined(separator: ", ")
}

private func stackJSON(_ changes: CoverageChanges) -> Value {
  func list(_ changes: [CoverageChanges.Change]) -> Value {
    .list(
      changes.map { change in
        [
          "kind": .literal(change.kind.rawValue), "address": .literal("\(change.address)"),
          "watch": .literal(change.watch.rawValue),
        ]
      })
  }
  func list(_ rows: [Coverage.Row]) -> Value {
    .list(rows.map { ["kind": .literal($0.kind.rawValue), "address": .literal("\($0.address)")] })
  }
  return [
    "stack": .literal(changes.stack.stack), "environment": .literal(changes.stack.environment),
    "lost": list(changes.lost), "gained": list(changes.gained), "undetermined": list(changes.untold),
    "added": list(changes.added), "removed": list(changes.removed),
  ]
}
