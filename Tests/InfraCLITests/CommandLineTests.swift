import InfraModel
import Testing

@testable import InfraCLI

@Suite struct CommandLineTests {
  @Test(arguments: [
    ([], "no command given"),
    (["snyth"], "did you mean 'synth'?"),
    (["check", "--env", "prud"], "did you mean 'prod'?"),
    (["check", "--env", "moon"], "there are dev, prod"),
    (["check", "--stack", "shopp"], "did you mean 'shop'?"),
    (["check", "--stack"], "'--stack' needs a value"),
    (["check", "--stack", "--env"], "'--stack' needs a value"),
    (["check", "--format", "xml"], "no format 'xml'"),
    (["check", "--verbose"], "`check` has no option '--verbose'; there are --stack"),
    (["check", "--srtict"], "did you mean '--strict'?"),
    (["check", "--strict=yes"], "'--strict' stands for itself"),
    (["check", "-x"], "`check` has no option '-x'"),
    (["check", "--", "--strict"], "'--strict' means nothing to `check`"),
    (["version", "--short"], "has no option '--short', and no other"),
    (["completions"], "needs a SHELL"),
    (["completions", "bsh"], "did you mean 'bash'?"),
    (["synth", "now"], "'now' means nothing to `synth`"),
    (["explain"], "needs the id of a rule"),
    (["explain", "nonsense"], "no rule 'nonsense'"),
    (["explain", "waiver-exp"], "did you mean 'waiver-expired'?"),
    (["explain", "waiver"], "there are waiver-expired, "),
    (["help", "nonsense"], "no command 'nonsense'"),
  ])
  func wrongCommandLineIsExplained(_ arguments: [String], _ message: String) {
    let outcome = program().run(arguments)
    #expect(outcome.code == .usage)
    #expect(outcome.output.isEmpty)
    #expect(outcome.log.contains(message))
    #expect(outcome.log.hasPrefix("error: "))
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
        _ = try Words(
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
    #expect(outcome.log.contains("two stacks are called 'shop'"))
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
    #expect(outcome.log.contains("'\(name)' cannot be the name of a stack"))
  }

  @Test func listNamesAddressNameRegionAndLine() {
    let outcome = program().run(["list", "--env=dev"])
    #expect(outcome.output.hasPrefix("shop/dev: 1 resource\n"))
    #expect(outcome.output.contains("aws_sns_topic.alerts  shop-dev-alerts  us-east-1"))
    #expect(outcome.output.contains("Shop.swift:"))
  }
}
