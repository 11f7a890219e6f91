import StackImport

/// What became of a configuration, for people.
func importText(_ report: ImportReport) -> String {
  let resources = report.resources.values.reduce(0, +)
  var lines = report.notes.map { "\($0.place): \($0.text)" }
  lines += report.untyped.map { "\($0.place): \($0.text)" }
  lines += report.rawExpressions.map { "\($0.place): raw, \($0.reason): \(shortened($0.source))" }
  lines.append(
    "\(counted(resources, "resource")) of \(counted(report.resources.count, "type")), \(report.typedResources) with a "
      + "generated type; \(report.typedArguments) of \(counted(report.resourceArguments, "argument")) typed; "
      + "\(counted(report.otherBlocks, "other block")); \(report.rawArguments) of "
      + "\(counted(report.arguments, "argument")) with a raw expression")
  return lines.map { "\(inLine($0))\n" }.joined()
}

private func shortened(_ source: String) -> String {
  source.count <= 100 ? source : "\(source.prefix(99))…"
}

extension ImportError {
  /// In a sentence without a full stop.
  var sentence: String {
    switch self {
    case .syntax(let path, let line, let column, let reason): "\(path):\(line):\(column): \(reason)"
    case .unsupported(let place, let what): "\(place): a stack cannot have \(what)"
    case .duplicate(let place, let address): "\(place): \(address) is declared twice"
    case .empty: "its files have no block"
    }
  }
}
