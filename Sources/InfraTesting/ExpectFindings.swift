public import InfraModel
public import Testing

/// Expects exactly these findings in a stack, in any order; an empty list expects no findings.
///
/// ```swift
/// @Test(arguments: Website.Environment.allCases) func isFlawless(_ environment: Website.Environment) {
///   expectFindings([], in: Website(environment: environment))
/// }
/// ```
///
/// - Parameters:
///   - severity: Findings of a lower severity are not compared. Notes are AWS limitations that a stack cannot fix.
///   - rules: The rules of infra-gen, unless the program has others.
///   - standard: The numbers that the program holds its stacks to.
///   - day: The day on which waivers and support of runtimes are judged, `yyyy-mm-dd`; today where it is `nil`.
public func expectFindings(
  _ expected: [RuleID], in stack: some Stack, atLeast severity: Severity = .warning,
  rules: [any Rule.Type] = Policy.standardRules, standard: ObservabilityStandard? = nil, on day: String? = nil,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
  let report = Policy(rules: rules, today: day ?? today(), standard: standard).report(on: DeclaredStack(stack))
  let found = report.findings.filter { $0.severity >= severity }
  var missing = expected
  var unexpected: [Finding] = []
  for finding in found {
    if let index = missing.firstIndex(of: finding.rule) {
      missing.remove(at: index)
    } else {
      unexpected.append(finding)
    }
  }
  for rule in missing {
    Issue.record("'\(rule)' has no findings, or fewer than expected", sourceLocation: sourceLocation)
  }
  for finding in unexpected {
    Issue.record("\(finding.summary)", sourceLocation: sourceLocation)
  }
}

extension Finding {
  /// The message and the fix, with the location in the stack.
  var summary: String {
    "\(location.path):\(location.line): \(severity.rawValue)[\(rule)]: \(message); fix: \(fix)"
  }
}
