import Foundation
import InfraModel
import Testing

/// The stack, if it has no errors. Every stack that a test writes or compares has passed the rules first.
func validated(
  _ stack: some Stack, by rules: [any Rule.Type], at sourceLocation: Testing.SourceLocation
) -> ValidatedStack? {
  let report = Policy(rules: rules, today: today()).report(on: DeclaredStack(stack))
  for error in report.findings where error.severity == .error {
    Issue.record("\(error.summary)", sourceLocation: sourceLocation)
  }
  return report.validated
}

/// Today in UTC, as `yyyy-mm-dd`.
func today() -> String {
  Date.now.formatted(.iso8601.year().month().day())
}
