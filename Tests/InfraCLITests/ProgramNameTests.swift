import InfraModel
import Testing

@testable import InfraCLI

/// What the program prints as commands can be pasted, whatever the program is called and however it was run.
@Suite struct ProgramNameTests {
  @Test(arguments: [
    ("/home/ada/acme/.build/x86_64-unknown-linux-gnu/debug/infra", "infra", "swift run infra"),
    (".build/x86_64-unknown-linux-gnu/debug/infra", "infra", "swift run infra"),
    (".build/arm64-apple-macosx/release/infra", "infra", "swift run -c release infra"),
    (".build/release/infra", "infra", ".build/release/infra"),
    ("infra-gen", "infra-gen", "infra-gen"),
    ("/opt/tools/infra-gen", "infra-gen", "/opt/tools/infra-gen"),
    // Built in another package than the one where it is run: `swift run` would not find it.
    ("/home/ada/tools/.build/linux/debug/infra", "infra", "/home/ada/tools/.build/linux/debug/infra"),
    ("/home/ada/my tools/ada's", "ada's", "'/home/ada/my tools/ada'\\''s'"),
    ("", "infra-gen", "infra-gen"),
  ])
  func nameAndInvocationAreThoseOfTheShell(_ path: String, _ name: String, _ invocation: String) {
    let program = ProgramName(runAs: path, in: "/home/ada/acme")
    #expect(program.name == name)
    #expect(program.invocation == invocation)
    #expect(program("check") == "\(invocation) check")
  }

  /// Every text that has a command in it, under a name that is nowhere in the sources.
  @Test(arguments: [
    ([], "`swift run zebra --help` lists the commands"),
    (["snyth"], "`swift run zebra --help` describes the commands"),
    (["check", "--srtict"], "see `swift run zebra check --help`"),
    (["explain", "nonsense"], "`swift run zebra rules` lists the rules"),
    (["explain"], "such as `swift run zebra explain lambda-error-alarm`"),
    (["origin", "aws_sns_topic.zzzzzzzzzzzzzzz"], "`swift run zebra list` lists what they declare"),
    (["--help"], "usage: swift run zebra COMMAND [options]"),
    (["check", "--help"], "  swift run zebra check --stack"),
    (
      ["completions", "--help"],
      "  swift run zebra completions bash > ~/.local/share/bash-completion/completions/zebra\n"
    ),
    (["completions", "bash"], "complete -F _zebra zebra\n"),
    (["completions", "zsh"], "#compdef zebra\n"),
    (["completions", "fish"], "complete -c zebra -f\n"),
    (["check"], "; next: fix them, then swift run zebra check\n"),
    (["check", "--env", "dev"], "; next: swift run zebra synth\n"),
    (["check", "--format", "sarif"], "`swift run zebra explain no-topics` shows examples."),
    (["synth", "--check", "--env", "dev", "--out", "/nowhere/out"], "run `swift run zebra synth` and commit"),
  ])
  func everyCommandThatIsPrintedIsOneOfThisProgram(_ arguments: [String], _ text: String) {
    let outcome = zebra.run(arguments)
    #expect((outcome.output + outcome.log).contains(text))
    for command in commands {
      for end in [" ", "`", ";", "\n"] {
        #expect(!(outcome.output + outcome.log).contains("infra-gen \(command.name)\(end)"))
      }
    }
  }

  @Test func findingsOfTheEngineNameTheProgramToo() {
    var stack = StackBuilder()
    stack.add(
      Topic("alerts"), waiving: [Waiver("nonsense", reason: "none", owner: "ada", until: "2026-12-01")])
    let findings = zebra.policy().report(on: DeclaredStack(stack)).findings
    #expect(findings.contains { $0.fix.contains("`swift run zebra rules`") })
  }

  @Test func helpNamesNoOtherProgram() {
    for command in commands {
      let help = helpText(of: command, as: zebra.name)
      #expect(help.contains("usage: swift run zebra \(command.name)"))
      for other in commands { #expect(!help.contains("infra-gen \(other.name) "), "\(command.name)") }
    }
  }

  private var zebra: Program {
    var zebra = program(rules: [NoTopics.self])
    zebra.name = ProgramName(runAs: "/home/ada/.build/x86_64-unknown-linux-gnu/debug/zebra", in: "/home/ada")
    return zebra
  }
}
