import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// What the shells themselves make of our scripts.
@Suite struct CompletionsTests {
  @Test(arguments: [
    (["infra-gen", "sy"], ["synth"]),
    (["infra-gen", "check", "--st"], ["--stack", "--strict"]),
    (["infra-gen", "check", "--env", "p"], ["prod"]),
    (["infra-gen", "check", "--format", "s"], ["sarif"]),
    (["infra-gen", "explain", "no-adot"], ["no-adot-exec-wrapper"]),
    (["infra-gen", "completions", "z"], ["zsh"]),
  ])
  func bashOffers(_ words: [String], _ offered: [String]) throws {
    let script = program(rules: Policy.standardRules).run(["completions", "bash"]).output
    let line = words.map { "'\($0)'" }.joined(separator: " ")
    let asking = "COMP_WORDS=(\(line)); COMP_CWORD=\(words.count - 1); _infra_gen; printf '%s\\n' \"${COMPREPLY[@]}\""
    let answer = try output(of: "bash", reading: script + asking)
    #expect(answer.split(separator: "\n").map(String.init) == offered)
  }

  @Test(arguments: Shell.allCases) func everyCommandIsOfferedInProperSyntax(_ shell: Shell) throws {
    let script = program().run(["completions", shell.rawValue]).output
    for command in commands { #expect(script.contains(command.name)) }
    guard try output(of: "sh", reading: "command -v \(shell.rawValue) || true") != "" else { return }
    #expect(try output(of: shell.rawValue, "-n", reading: script) == "")
  }
}

/// A program's name is whatever its file is called.
@Suite struct HostileNameTests {
  private let name = "a'b\"$(touch ran)`touch ran`\ntouch ran;c\\"

  @Test(arguments: Shell.allCases) func nameOfTheProgramIsAWord(_ shell: Shell) throws {
    guard try output(of: "sh", reading: "command -v \(shell.rawValue) || true") != "" else { return }
    try withFolder { folder in
      var program = program()
      program.name = ProgramName(runAs: "/usr/bin/\(name)", in: "/")
      let script = program.run(["completions", shell.rawValue]).output
      let enter = "cd \(folder)\n"
      _ = try output(of: shell.rawValue, reading: enter + (shell == .zsh ? "compdef() { :; }\n" : "") + script)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
      #expect(try output(of: shell.rawValue, "-n", reading: script) == "")
    }
  }

  @Test func nameOfAnAlarmIsAWordInADrill() throws {
    try withFolder { folder in
      let outcome = run(["test-alarms"]) { stack in
        stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "a",
            [
              "alarm_name": .literal("x'$(touch ran)\ntouch ran\n"),
              "alarm_actions": .list([.literal("';touch ran;'")]),
            ]))
      }
      _ = try output(of: "sh", reading: "cd \(folder)\n" + outcome.output)
      #expect(outcome.code == .success)
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == [])
    }
  }
}

/// What a program prints, standard error included, when it reads `script`.
func output(of program: String, _ arguments: String..., reading script: String) throws -> String {
  let process = Process()
  let (input, output) = (Pipe(), Pipe())
  process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.standardInput = input
  process.standardOutput = output
  process.standardError = output
  try process.run()
  try input.fileHandleForWriting.write(contentsOf: Data(script.utf8))
  try input.fileHandleForWriting.close()
  let printed = output.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return String(decoding: printed, as: UTF8.self)
}
