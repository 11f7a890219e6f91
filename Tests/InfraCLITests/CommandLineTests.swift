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
    (["check", "--verbose"], "'--verbose' means nothing to `check`"),
    (["synth", "now"], "'now' means nothing to `synth`"),
    (["explain"], "needs the id of a rule"),
    (["explain", "nonsense"], "no rule 'nonsense'"),
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
