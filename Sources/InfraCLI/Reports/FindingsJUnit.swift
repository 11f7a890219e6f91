import InfraModel

/// Findings as test results, one suite for each environment: a rule without findings is a test that passes, a rule that
/// is not applicable is a test that was skipped, and each finding is a test that fails.
func findingsJUnit(_ reports: PolicyReports) -> String {
  let suites = reports.reports.map { suite(for: $0, reports.workingDirectory) }
  return """
    <?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="infra-gen">
    \(suites.joined())</testsuites>

    """
}

private func suite(for report: PolicyReport, _ directory: String) -> String {
  let found = Set(report.findings.map(\.rule))
  var cases = report.results.filter { !found.contains($0.rule) }.map { result -> TestCase in
    let name = "\(result.rule)"
    return switch result.state {
    case .pass: TestCase(name: name, outcome: .passed)
    case .fail: TestCase(name: name, outcome: .skipped("all findings are waived or in the baseline"))
    case .notApplicable: TestCase(name: name, outcome: .skipped("not applicable"))
    case .unknown: TestCase(name: name, outcome: .skipped(result.undetermined.map(\.reason).joined(separator: "; ")))
    case .off: TestCase(name: name, outcome: .skipped("off"))
    case .undeclared: TestCase(name: name, outcome: .skipped("the repository declares no number to judge by"))
    }
  }
  cases += report.findings.map { finding in
    TestCase(
      name: "\(finding.rule): \(finding.address)\(finding.discriminator.isEmpty ? "" : " \(finding.discriminator)")",
      outcome: .found(finding, place: finding.location.text(relativeTo: directory)))
  }
  let failures = cases.count { $0.isFailure }
  let skipped = cases.count { $0.isSkipped }
  let name = xml("\(report.stack.identity)")
  let head =
    "  <testsuite name=\"\(name)\" tests=\"\(cases.count)\" failures=\"\(failures)\" errors=\"0\" skipped=\"\(skipped)\">\n"
  return head + cases.map { $0.element(in: name) }.joined() + "  </testsuite>\n"
}

private struct TestCase {
  enum Outcome {
    case passed
    case skipped(String)
    case found(Finding, place: String)
  }

  let name: String
  let outcome: Outcome

  var isSkipped: Bool { if case .skipped = outcome { true } else { false } }
  /// Warnings and notes do not fail a check, so they do not fail a test.
  var isFailure: Bool { if case .found(let finding, _) = outcome { finding.severity == .error } else { false } }

  func element(in suite: String) -> String {
    let start = "    <testcase classname=\"\(suite)\" name=\"\(xml(name))\""
    let content: String
    switch outcome {
    case .passed: return "\(start)/>\n"
    case .skipped(let reason): content = "<skipped message=\"\(xml(reason))\"/>"
    case .found(let finding, let place):
      let text = """
        \(place): \(finding.severity.rawValue): \(finding.message)
        why: \(finding.rationale)
        fix: \(finding.fix)
        """
      content =
        isFailure
        ? "<failure message=\"\(xml(finding.message))\" type=\"\(finding.rule)\">\(xml(text))</failure>"
        : "<system-out>\(xml(text))</system-out>"
    }
    return "\(start)>\n      \(content)\n    </testcase>\n"
  }
}

/// Text as XML 1.0 may hold it, in an element or an attribute. It has no way at all to write most control characters, so
/// they are escapes as in any other output.
private func xml(_ text: String) -> String {
  printable(text).unicodeScalars.map { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\"": "&quot;"
    case "\n", "\t", "\r": "&#\(scalar.value);"
    case _ where scalar.value == 0xfffe || scalar.value == 0xffff: "\u{fffd}"
    default: String(scalar)
    }
  }.joined()
}
