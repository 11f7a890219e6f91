import InfraModel

@testable import InfraCLI

/// A stack small enough to see through.
struct Shop: Stack {
  enum Environment: String, StackEnvironment {
    case dev
    case prod
    var isProduction: Bool { self == .prod }
  }

  static let name = "shop"
  let environment: Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    stack.add(Topic("alerts"))
  }
}

/// Objects to every topic in production.
struct NoTopics: Rule {
  static let description = RuleDescription(
    id: "no-topics", title: "There are no topics", rationale: "They ring at night.", sources: ["US10"], good: [],
    bad: [])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.isProduction
      ? stack.declared(Topic.self).map { finding(on: $0, "topic '\($0.name)' rings at night", fix: "take it out") } : []
  }
}

func program(rules: [any Rule.Type] = []) -> Program {
  Program(stacks: [Shop.self], rules: rules, today: "2026-11-21", workingDirectory: "/")
}
