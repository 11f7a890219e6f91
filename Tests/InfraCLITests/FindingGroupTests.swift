import InfraModel
import Testing

@testable import InfraCLI

/// A component whose topic no rule likes, added twice, and a topic beside it.
private struct Bells: Stack {
  enum Environment: String, StackEnvironment {
    case dev
    case prod
    var isProduction: Bool { self == .prod }
  }

  struct Bell: Component {
    let name: String
    func declare(in stack: inout StackBuilder) -> Declared<Topic> {
      stack.add(Topic(name))
    }
  }

  static let name = "bells"
  let environment: Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    stack.add(Bell(name: "front"))
    stack.add(Bell(name: "back"))
    stack.add(Topic("alone"))
  }
}

/// Objects to topics by a message that has the environment's name in it.
private struct NamesEnvironment: Rule {
  static let description = RuleDescription(
    id: "names-environment", title: "No topic has an environment", rationale: "A reason.", sources: [],
    severity: .warning, good: [], bad: [])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(Topic.self).map {
      finding(on: $0, "topic '\(stack.identity.environment)-\($0.name)' is wrong", fix: "rename it")
    }
  }
}

private struct OnlyNotes: Rule {
  static let description = RuleDescription(
    id: "only-notes", title: "A note", rationale: "A reason.", sources: [], severity: .note, good: [], bad: [])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(Topic.self).map { finding(on: $0, "topic '\($0.name)' is noted", fix: "ignore it") }
  }
}

private func bells() -> Program {
  Program(
    stacks: [Bells.self], rules: [NamesEnvironment.self, NoTopics.self, OnlyNotes.self], today: "2026-11-21",
    workingDirectory: "/")
}

@Suite struct FindingGroupTests {
  private func headers(_ output: String) -> [String] {
    output.split(separator: "\n").filter { $0.contains("[") && !$0.hasPrefix(" ") }
      .map { String($0.prefix(while: { $0 != ":" })) }
  }

  @Test("Each rule has one heading, and errors stand last, next to the prompt")
  func errorsStandLast() {
    #expect(
      headers(bells().run(["check"]).output) == ["warning[names-environment] not met", "error[no-topics] not met"])
    #expect(headers(bells().run(["check", "--notes"]).output).first == "note[only-notes] not met")
  }

  @Test("A finding whose message holds the environment's name is printed once for all environments")
  func environmentsShareAFinding() {
    let output = bells().run(["check", "--rules", "names-environment"]).output
    #expect(output.split(separator: "\n").count { $0.contains("-alone' is wrong") } == 1)
    #expect(output.contains("(bells dev, prod)"))
  }

  @Test("A line of a component that is added twice is one place, with both uses below it")
  func usesOfAComponentAreOnePlace() throws {
    let lines = bells().run(["check", "--rules", "names-environment"]).output.split(separator: "\n").map(String.init)
    let place = try #require(lines.firstIndex { $0.hasSuffix("2 uses of this line") })
    #expect(lines[place + 1].contains("front"))
    #expect(lines[place + 2].contains("back"))
    #expect(lines[place + 1].hasPrefix("    "))
  }

  @Test("Notes are hidden and counted unless they are asked for")
  func notesAreHidden() {
    let output = bells().run(["check"]).output
    #expect(!output.contains("only-notes"))
    #expect(output.contains("3 notes (hidden; `--notes` prints them)"))
    #expect(bells().run(["check", "--severity", "note"]).output.contains("is noted"))
    #expect(!bells().run(["check", "--severity", "error"]).output.contains("names-environment"))
  }

  @Test("The summary counts a finding that environments share once, and says how many there are in all of them")
  func summaryCountsFindingsAsPrinted() {
    let output = bells().run(["check"]).output
    #expect(output.contains(": 3 errors, 3 warnings (6 across environments), 3 notes (hidden;"))
    #expect(bells().run(["check", "--env", "prod"]).output.contains(": 3 errors, 3 warnings, 3 notes (hidden;"))
  }

  @Test("Hidden findings count for the exit code")
  func hiddenFindingsCount() {
    #expect(bells().run(["check", "--severity", "error", "--strict", "--skip", "no-topics"]).code == .findings)
  }

  @Test("--quiet prints findings and nothing else, and nothing if there are none")
  func quietPrintsFindingsOnly() {
    #expect(bells().run(["check", "--quiet", "--rules", "no-topics", "--env", "dev"]).output.isEmpty)
    let output = bells().run(["check", "--quiet"]).output
    #expect(output.contains("error[no-topics]"))
    #expect(!output.contains("next:"))
  }

  @Test("A rule that is left out or off is not evaluated, and its level can be changed")
  func rulesAreChosen() {
    #expect(bells().run(["check", "--skip", "no-topics"]).code == .success)
    #expect(bells().run(["check", "--level", "no-topics=warning"]).code == .success)
    #expect(bells().run(["check", "--rules", "only-notes"]).output.contains("1 rule: "))
  }

  @Test("synth --strict writes nothing while warnings remain")
  func strictSynthWritesNothing() {
    let outcome = bells().run(["synth", "--strict", "--env", "dev", "--out", "/nowhere/at/all"])
    #expect(outcome.code == .findings)
    #expect(outcome.log.contains("nothing was written"))
  }
}

@Suite struct ColorTests {
  @Test("Colors are for terminals, unless NO_COLOR is set or --color says otherwise")
  func colorsAreForTerminals() throws {
    #expect(ColorChoice.auto.isColored(isTerminal: true, noColor: nil))
    #expect(ColorChoice.auto.isColored(isTerminal: true, noColor: ""))
    #expect(!ColorChoice.auto.isColored(isTerminal: true, noColor: "1"))
    #expect(!ColorChoice.auto.isColored(isTerminal: false, noColor: nil))
    #expect(ColorChoice.always.isColored(isTerminal: false, noColor: "1"))
    #expect(!ColorChoice.never.isColored(isTerminal: true, noColor: nil))
    var arguments = ["check", "--color", "never", "--env=dev", "--", "--color"]
    #expect(try ColorChoice.take(from: &arguments) == .never)
    #expect(arguments == ["check", "--env=dev", "--", "--color"])
    #expect(throws: UsageError.self) {
      var arguments = ["check", "--color=red"]
      _ = try ColorChoice.take(from: &arguments)
    }
  }

  @Test("Without its colors, colored text is the text itself")
  func coloredTextIsTheText() {
    let text = bells().run(["check", "--notes"]).output
    let colored = colored(text)
    #expect(colored != text)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == text)
  }
}
