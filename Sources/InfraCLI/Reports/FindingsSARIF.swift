import InfraModel
import TFEmit

/// Findings in SARIF 2.1.0, for code scanning. What is waived or in the baseline is left out: GitHub shows suppressed
/// results as if they were not.
func findingsSARIF(_ reports: PolicyReports) -> String {
  let rules = reports.policy.descriptions
  let positions = Dictionary(rules.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
  let results = reports.reports.flatMap { report in
    report.findings.map { result(for: $0, of: report, positions, reports.workingDirectory) }
  }
  let driver: Value = [
    "name": .literal("infra-gen"),
    "version": .literal(infraGenVersion),
    "rules": .list(rules.map { descriptor(of: $0, inAudit: reports.isAudit, asShownBy: reports.policy.program) }),
  ]
  return json([
    "$schema": .literal("https://json.schemastore.org/sarif-2.1.0.json"),
    "version": .literal("2.1.0"),
    "runs": [
      [
        "tool": ["driver": driver],
        "columnKind": .literal("unicodeCodePoints"),
        "results": .list(results),
      ]
    ],
  ])
}

private func descriptor(of rule: RuleDescription, inAudit isAudit: Bool, asShownBy program: String) -> Value {
  let help = "\(rule.title). \(rule.rationale) Sources: \(rule.sources.joined(separator: ", "))."
  return [
    "id": .literal(rule.id.rawValue),
    "shortDescription": ["text": .literal(rule.title)],
    "fullDescription": ["text": .literal(rule.rationale)],
    "help": ["text": .literal("\(help) `\(program) explain \(rule.id)` shows examples.")],
    "defaultConfiguration": ["level": .literal(rule.severity(inAudit: isAudit).rawValue)],
  ]
}

private func result(
  for finding: Finding, of report: PolicyReport, _ positions: [RuleID: Int], _ directory: String
) -> Value {
  let identity = report.identity(of: finding)
  var result: [String: Value] = [
    "ruleId": .literal(finding.rule.rawValue),
    "level": .literal(finding.severity.rawValue),
    "message": ["text": .literal("\(finding.message) (in \(identity.stack)); \(finding.fix)")],
    "locations": [
      [
        "physicalLocation": place(finding.location, directory),
        "logicalLocations": [
          [
            "fullyQualifiedName": .literal("\(identity.stack)/\(finding.address)"),
            "kind": .literal("resource"),
          ]
        ],
      ]
    ],
    // GitHub uses only the first of these names; both have the same value and survive moved lines.
    "partialFingerprints": [
      "primaryLocationLineHash": .literal("\(identity)"), "infraGenFinding/v1": .literal("\(identity)"),
    ],
  ]
  if let position = positions[finding.rule] { result["ruleIndex"] = .integer(position) }
  if !finding.notes.isEmpty {
    result["relatedLocations"] = .list(
      finding.notes.enumerated().map { index, note in
        [
          "id": .integer(index + 1), "physicalLocation": place(note.location, directory),
          "message": ["text": .literal(note.message)],
        ]
      })
  }
  return .map(result)
}

private func place(_ location: SourceLocation, _ directory: String) -> Value {
  let file = location.file(relativeTo: directory)
  let uri = (file.hasPrefix("/") ? "file://" : "") + percentEncoded(file)
  return [
    "artifactLocation": ["uri": .literal(uri)],
    "region": ["startLine": .integer(max(1, location.line)), "startColumn": .integer(max(1, location.column))],
  ]
}

/// A path as a URI may hold it.
private func percentEncoded(_ path: String) -> String {
  path.utf8.map { byte in
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "/"), UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "@"):
      String(UnicodeScalar(byte))
    default:
      "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
    }
  }.joined()
}
