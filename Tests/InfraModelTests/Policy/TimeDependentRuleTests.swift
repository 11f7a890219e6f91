import InfraModel
import Testing

/// Rules that ask what day it is are told the policy's, and not the machine's or that of their examples.
@Suite struct TimeDependentRuleTests {
  @Test(arguments: [
    ("2025-12-15", []), ("2025-12-16", ["lambda-runtime-supported"]), ("2027-01-31", ["lambda-runtime-supported"]),
    ("2027-02-01", ["lambda-runtime-blocked", "lambda-runtime-supported"]),
  ])
  func aRuntimeAges(_ today: String, _ expected: [String]) {
    var stack = StackBuilder()
    stack.add(RawResource("aws_lambda_function", "order", ["runtime": "python3.9"]))
    let policy = Policy(rules: Policy.standardRules.filter { $0 is any TimeDependentRule.Type }, today: today)
    #expect(policy.report(on: DeclaredStack(stack)).findings.map(\.rule.rawValue).sorted() == expected)
  }
}
