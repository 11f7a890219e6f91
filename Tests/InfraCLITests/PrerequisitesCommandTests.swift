import InfraModel
import Testing

@testable import InfraCLI

@Suite struct PrerequisitesCommandTests {
  private struct Shop: Stack {
    enum Environment: String, StackEnvironment {
      case dev, prod
      var isProduction: Bool { self == .prod }
    }

    static let name = "shop"
    let environment: Environment
    var region: Region { .euWest1 }

    func declare(in stack: inout StackBuilder) {
      let mail = stack.add(Variable("mail", example: "a@example.com", description: "Who is on call"))
      stack.add(AlertTopic("alerts", subscribers: ["on-call": .email(mail.text)]))
    }
  }

  private func run(_ arguments: String...) -> Outcome {
    Program(stacks: [Shop.self], rules: [], today: "2026-11-28", workingDirectory: "/")
      .run(["prerequisites"] + arguments)
  }

  @Test("Text names each with its reason, its place, and the way to provide it") func text() {
    let output = run("--env", "dev").output
    #expect(output.hasPrefix("shop/dev: 3 prerequisites\n\n  AWS credentials: Terraform calls AWS with them\n"))
    #expect(
      output.contains(
        "  variable without a default: Terraform asks for its value, and fails where it cannot ask\n    mail\n"))
    #expect(output.contains("PrerequisitesCommandTests.swift:18:"))
    #expect(output.contains("  mail to confirm, after the apply: SNS delivers nothing"))
    #expect(output.contains("    a@example.com (var.mail)\n        for  aws_sns_topic_subscription.alerts_on_call\n"))
  }

  @Test("JSON has the same of every selected stack") func json() throws {
    let outcome = run("--format", "json")
    #expect(outcome.code == .success)
    for word in [
      #""kind": "credentials""#, #""name": "mail""#, #""name": "a@example.com""#, #""environment": "prod""#,
      #""afterApply": true"#, #""schemaVersion": 1"#,
    ] {
      #expect(outcome.output.contains(word), "\(word)")
    }
  }

  @Test("A script is for one stack in one environment") func script() {
    #expect(run("-e", "dev", "--format", "script").output.hasPrefix("#!/bin/sh\n# Checks what shop/dev needs"))
    let outcome = run("--format", "script")
    #expect(outcome.code == .usage)
    #expect(
      outcome.log.contains(
        "`prerequisites --format script` takes one stack in one environment, not shop/dev, shop/prod"))
  }
}
