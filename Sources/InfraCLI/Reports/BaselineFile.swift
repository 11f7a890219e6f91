import InfraModel
import TFEmit

/// The baseline that a file holds.
func readBaseline(_ path: String, in workingDirectory: String) throws -> Baseline {
  guard let bytes = try readFile(path) else { throw FileError.noSuchFile(path: path) }
  return try baseline(reading: bytes, from: path, in: workingDirectory)
}

func baseline(reading bytes: [UInt8], from path: String, in workingDirectory: String) throws -> Baseline {
  let absolute = path.hasPrefix("/") ? path : "\(workingDirectory)/\(path)"
  let location = SourceLocation(fileID: path, path: absolute, line: 1, column: 1)
  do {
    return Baseline(at: location, try entries(of: JSON(reading: bytes)))
  } catch let error as JSONError {
    throw InputError.badBaseline(path: path, reason: "\(error)")
  } catch let error as ShapeError {
    throw InputError.badBaseline(path: path, reason: error.reason)
  }
}

/// The file for a baseline: sorted, so that two of them differ only where they do.
func baselineFile(_ entries: Set<FindingIdentity>, at path: String) -> GeneratedFile {
  let list = entries.sorted().map { entry -> Value in
    [
      "rule": .literal(entry.rule.rawValue), "stack": .literal(entry.stack.stack),
      "environment": .literal(entry.stack.environment), "address": .literal(entry.address),
      "discriminator": .literal(entry.discriminator),
    ]
  }
  return GeneratedFile(
    path: path, bytes: Array(printable(json(["schemaVersion": 1, "findings": .list(list)])).utf8))
}

extension PolicyReports {
  /// The entries that a baseline needs for this check to pass without findings.
  var identities: Set<FindingIdentity> {
    let lasting = Set(policy.descriptions.filter { !$0.isWaivable }.map(\.id))
    return Set(
      reports.flatMap { report in
        report.findings.filter { $0.severity > .note && !lasting.contains($0.rule) }.map(report.identity)
      })
  }
}

private struct ShapeError: Error {
  let reason: String
}

private func entries(of document: JSON) throws -> Set<FindingIdentity> {
  guard case .object = document else { throw ShapeError(reason: "it is not an object") }
  guard document["schemaVersion"]?.integer == 1 else { throw ShapeError(reason: "its `schemaVersion` is not 1") }
  guard let findings = document["findings"]?.array else { throw ShapeError(reason: "its `findings` is not a list") }
  return Set(
    try findings.enumerated().map { index, finding in
      func word(_ key: String) throws -> String {
        guard let word = finding[key]?.string else {
          throw ShapeError(reason: "`\(key)` of finding \(index + 1) is not a string")
        }
        return word
      }
      return FindingIdentity(
        rule: RuleID(rawValue: try word("rule")),
        stack: StackIdentity(stack: try word("stack"), environment: try word("environment")),
        address: try word("address"), discriminator: try word("discriminator"))
    })
}
