import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// What was not examined or could not be decided is named, and nothing is recommended on the strength of it.
@Suite struct UnexaminedTests {
  /// A stack with two resources of a type without a model, and one of a type with a model.
  struct Guests: Stack {
    enum Environment: String, StackEnvironment {
      case prod
      var isProduction: Bool { true }
    }

    static let name = "guests"
    let environment: Environment
    var region: Region { .usEast1 }

    func declare(in stack: inout StackBuilder) {
      stack.add(RawResource("aws_cognito_identity_pool", "one", ["identity_pool_name": "one"]))
      stack.add(RawResource("aws_cognito_identity_pool", "two", ["identity_pool_name": "two"]))
      stack.add(RawResource("aws_sns_topic", "alerts", ["name": "alerts"]))
    }
  }

  /// Cannot decide anything about topics, and would report an error.
  struct Undecided: Rule {
    static let description = RuleDescription(
      id: "undecided", title: "Nothing can be decided", rationale: "A reason.", sources: [], good: [], bad: [])

    func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
      RuleEvaluation(
        undetermined: stack.subjects(Topic.self).map {
          Undetermined(on: $0.declaration, "a value is unknown", isDecidedByApply: true)
        })
    }
  }

  /// Cannot decide anything about topics either, whatever is applied.
  struct Unknowable: Rule {
    static let description = RuleDescription(
      id: "unknowable", title: "Nothing can be known", rationale: "A reason.", sources: [], good: [], bad: [])

    func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
      RuleEvaluation(
        undetermined: stack.subjects(Topic.self).map {
          Undetermined(on: $0.declaration, "no argument says it", isDecidedByApply: false)
        })
    }
  }

  private let line = "not examined, without a model: 2 resources: aws_cognito_identity_pool (2)\n"

  private func run(_ arguments: [String], rules: [any Rule.Type] = []) -> Outcome {
    Program(stacks: [Guests.self], rules: rules, today: "2026-11-21", workingDirectory: "/").run(arguments)
  }

  @Test("check prints the resources without a model in its summary")
  func checkNamesThem() {
    #expect(run(["check"]).output.contains(line))
  }

  @Test(
    "Reports print them to the log, so that the report itself can be piped",
    arguments: ["coverage", "cost", "graph", "report"])
  func reportsNameThem(_ command: String) {
    let outcome = run([command])
    #expect(outcome.code == .success)
    #expect(outcome.log == line)
  }

  @Test("A rule that could not be decided is named, and fails a strict check if its findings are errors")
  func strictCountsUndetermined() {
    let outcome = run(["check"], rules: [Undecided.self])
    #expect(outcome.code == .success)
    #expect(outcome.output.contains("undetermined before apply: undecided;"))
    #expect(run(["check", "--strict"], rules: [Undecided.self]).code == .findings)
    #expect(run(["check", "--strict", "--level", "undecided=warning"], rules: [Undecided.self]).code == .success)
  }

  @Test("What an apply decides is told apart from what it does not")
  func undeterminedByApplyOrNot() {
    let output = run(["check"], rules: [Undecided.self, Unknowable.self]).output
    #expect(output.contains("undetermined: unknowable; `--format json` lists the reasons\n"))
    #expect(output.contains("undetermined before apply: undecided; `--format json` lists the reasons\n"))
  }

  @Test("An audit recommends terraform apply only if every rule could be decided", arguments: [true, false])
  func auditRecommendsNothing(isDecided: Bool) throws {
    try withFolder { folder in
      let plan = """
        {"format_version": "1.2", "complete": true, "resource_changes": [{"address": "aws_sns_topic.alerts", \
        "mode": "managed", "type": "aws_sns_topic", "name": "alerts", "provider_name": "hashicorp/aws", \
        "change": {"actions": ["create"], "after": {"name": "alerts"}, "after_unknown": {}}}]}
        """
      try Data(plan.utf8).write(to: URL(filePath: "\(folder)/plan.json"))
      let outcome = run(["audit", "\(folder)/plan.json"], rules: isDecided ? [] : [Undecided.self])
      #expect(outcome.code == .success)
      #expect(outcome.output.contains("next: terraform apply") == isDecided)
      #expect(outcome.output.contains("audit the state") != isDecided)
    }
  }
}
