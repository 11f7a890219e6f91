import Foundation
import InfraModel
import Testing

@testable import InfraCLI

@Suite struct CommandLineTests {
  @Test(arguments: [
    ([], "no command given"),
    (["snyth"], "did you mean 'synth'?"),
    (["check", "--env", "prud"], "did you mean 'prod'?"),
    (["check", "--env", "moon"], "known: dev, prod"),
    (["check", "--stack", "shopp"], "did you mean 'shop'?"),
    (["check", "--stack"], "'--stack' needs a value"),
    (["check", "--stack", "--env"], "'--stack' needs a value"),
    (["check", "--format", "xml"], "unknown format 'xml'"),
    (["check", "--verbose"], "unknown option '--verbose' for `check`; known: --stack"),
    (["check", "--srtict"], "did you mean '--strict'?"),
    (["check", "--strict=yes"], "'--strict' takes no value"),
    (["check", "-x"], "unknown option '-x' for `check`"),
    (["check", "--", "--strict"], "unexpected argument '--strict' for `check`"),
    (["version", "--short"], "unknown option '--short': `version` takes no options"),
    (["completions"], "needs SHELL"),
    (["completions", "bsh"], "did you mean 'bash'?"),
    (["synth", "now"], "unexpected argument 'now' for `synth`"),
    (["explain"], "needs the id of a rule"),
    (["explain", "nonsense"], "unknown rule 'nonsense'"),
    (["explain", "wavier-expired"], "did you mean 'waiver-expired'?"),
    (["rules", "nonsense"], "no rule has 'nonsense' in its id, title or resource types"),
    (["help", "nonsense"], "unknown command 'nonsense'"),
    (["lint"], "did you mean `infra-gen check`?"),
    (["plan"], "did you mean `infra-gen diff`?"),
    (["check", "shop"], "did you mean `infra-gen check --stack shop`?"),
    (["check", "--severity", "loud"], "'loud' is not a severity; use error, warning, note"),
    (["check", "--rules", "nonsense"], "unknown rule 'nonsense'"),
    (["list", "--type", "aws_sns_topik"], "did you mean 'aws_sns_topic'?"),
  ])
  func wrongCommandLineIsExplained(_ arguments: [String], _ message: String) {
    let outcome = program().run(arguments)
    #expect(outcome.code == .usage)
    #expect(outcome.output.isEmpty)
    #expect(outcome.log.contains(message))
    #expect(outcome.log.hasPrefix("error: "))
  }

  @Test(
    "The help of each command with exit codes of its own lists them",
    arguments: [
      ("synth", [0, 1, 2, 3, 73]), ("check", [0, 1, 3, 65, 74]), ("diff", [0, 1, 2, 3, 65, 74]),
      ("audit", [0, 1, 3, 65, 74]), ("coverage", [0, 2, 3, 65, 74]), ("doctor", [0, 1]), ("init", [0, 73, 74]),
    ])
  func helpListsExitCodes(_ command: String, _ codes: [Int]) throws {
    let help = program().run(["help", command]).output
    let list = try #require(help.components(separatedBy: "Exit codes:\n").dropFirst().first)
    let listed = list.split(separator: "\n").compactMap {
      Int($0.prefix { $0 != "," }.split(separator: " ").first ?? "")
    }
    #expect(listed == codes)
  }

  @Test func aWordListsTheRulesAboutIt() {
    let explained = program().run(["explain", "waiver"])
    #expect(explained.code == .success)
    #expect(explained.output.contains("waiver-expired"))
    #expect(!explained.output.contains("baseline"))
    #expect(program().run(["rules", "waiver"]).output.contains("waiver-expired"))
    #expect(!program(rules: [NoTopics.self]).run(["rules", "waiver"]).output.contains("no-topics"))
  }

  @Test(arguments: [["blame", "aws_sns_topic.alerts"], ["drill", "--env", "dev"]])
  func formerNamesOfCommandsStillWork(_ arguments: [String]) {
    #expect(program().run(arguments).code == .success)
    #expect(!program().run(["--help"]).output.contains(" \(arguments[0]) "))
  }

  @Test func shortOptionsAreThoseOfStackAndEnvironment() {
    #expect(
      program().run(["list", "-s", "shop", "-e", "dev"]).output == program().run(["list", "--env", "dev"]).output)
  }

  @Test func reportIsNotPrintedToATerminal() {
    var program = program()
    program.printsToTerminal = true
    #expect(program.run(["report"]).code == .usage)
  }

  @Test func everyCommandHasHelp() {
    for command in commands {
      for words in [[command.name, "--help"], ["help", command.name]] {
        let outcome = program().run(words)
        #expect(outcome.code == .success)
        #expect(outcome.output.contains("usage: infra-gen \(command.name)"))
      }
    }
    #expect(program().run(["--help"]).code == .success)
  }

  @Test func versionIsSaid() {
    #expect(program().run(["--version"]).output == program().run(["version"]).output)
    #expect(program().run(["--version"]).output.hasPrefix("infra-gen "))
  }

  @Test func everyExampleOfHelpIsUnderstood() throws {
    for command in commands {
      #expect(!command.examples.isEmpty, "\(command.name) has none")
      for example in command.examples {
        let words = example.arguments.prefix { $0 != ">" && $0 != "|" }.split(separator: " ").map(String.init)
        _ = try Invocation(words)
      }
    }
  }

  @Test func everyOptionIsUnderstoodAndExplained() throws {
    for command in commands {
      for option in command.options {
        let value = option.argument.map { argument in
          if case .oneOf(let words) = argument.values { words[0] } else { "x" }
        }
        _ = try ArgumentParser(
          [option.name] + [value].compactMap(\.self), of: command.name, options: command.options)
        #expect(helpText(of: command, as: program().name).contains(option.usage))
      }
      #expect(Set(command.options.map(\.name)).count == command.options.count)
    }
  }

  @Test func programWithoutStacksIsToldSo() {
    let outcome = Program(stacks: [], rules: [], today: "2026-01-01", workingDirectory: "/").run(["check"])
    #expect(outcome.code == .usage)
    #expect(outcome.log.contains("no stacks"))
  }

  @Test func twoStacksOfOneNameAreRefused() {
    let outcome = Program(stacks: [Shop.self, Shop.self], rules: [], today: "2026-01-01", workingDirectory: "/")
      .run(["check"])
    #expect(outcome.code == .usage)
    #expect(outcome.log.contains("two stacks are named 'shop'"))
  }

  @Test(arguments: ["../x", "a/b", "", "My Stack", "9lives", "<script>"])
  func stackNamedLikeAPathIsRefused(_ name: String) {
    struct Odd: Stack {
      @TaskLocal static var name = ""
      let environment: Shop.Environment
      var region: Region { .usEast1 }
      func declare(in stack: inout StackBuilder) {}
    }
    let outcome = Odd.$name.withValue(name) {
      Program(stacks: [Odd.self], rules: [], today: "2026-01-01", workingDirectory: "/").run([
        "synth", "--out", "/dev/null",
      ])
    }
    #expect(outcome.code == .usage)
    #expect(outcome.log.contains("'\(name)' is not a valid name of a stack"))
  }

  @Test func listNamesAddressNameRegionAndLine() {
    let outcome = program().run(["list", "--env=dev"])
    #expect(outcome.output.hasPrefix("shop/dev: 1 resource\n"))
    #expect(outcome.output.contains("aws_sns_topic.alerts  shop-dev-alerts  us-east-1"))
    #expect(outcome.output.contains("Shop.swift:"))
  }
}
