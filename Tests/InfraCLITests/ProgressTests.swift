import InfraModel
import Testing

@testable import InfraCLI

/// What is said while people wait. That nothing is said to a pipe is tested with a terminal, by `Tests/TerminalTests`.
@Suite struct ProgressTests {
  @Test func whatIsQuickSaysNothing() {
    let terminal = Terminal()
    let progress = terminal.progress(columns: 80)
    for _ in 0..<29 {
      terminal.seconds += 0.01
      progress.step("declaring shop/dev")
    }
    progress.end()
    #expect(terminal.shown.isEmpty)
  }

  @Test func oneLineIsWrittenOverAndGoesAtTheEnd() {
    let terminal = Terminal()
    let progress = terminal.progress(columns: 80)
    for second in ["first", "second", "third"] {
      terminal.seconds += 1
      progress.step(second)
    }
    progress.end()
    progress.end()
    #expect(terminal.shown == ["\r\u{1B}[2Kfirst", "\r\u{1B}[2Ksecond", "\r\u{1B}[2Kthird", "\r\u{1B}[2K"])
  }

  @Test func nobodyReadsTenLinesInATenthOfASecond() {
    let terminal = Terminal()
    let progress = terminal.progress(columns: 80)
    terminal.seconds = 1
    for _ in 0..<10 {
      progress.step("declaring")
      terminal.seconds += 0.0099
    }
    #expect(terminal.shown.count == 1)
  }

  /// A line that the terminal breaks could not be taken back.
  @Test func lineIsNeverAsWideAsTheTerminal() {
    let terminal = Terminal()
    let progress = terminal.progress(columns: 12)
    terminal.seconds = 1
    progress.step("declaring sentiment-analyzer/prod")
    #expect(terminal.shown == ["\r\u{1B}[2Kdeclaring s"])
  }

  @Test func everyStackAndEveryRuleIsAStep() {
    let terminal = Terminal()
    var program = program(rules: [NoTopics.self])
    // A second goes by between any two looks at the clock.
    program.progress = terminal.progress(columns: 80, secondsEachLook: 1)
    _ = program.run(["check"])
    let steps = terminal.shown.map { $0.dropFirst("\r\u{1B}[2K".count) }
    #expect(
      steps == [
        "declaring shop/dev", "declaring shop/prod", "checking shop/dev: rule 1 of 1",
        "checking shop/prod: rule 1 of 1",
      ])
  }
}

/// A terminal whose clock is set by hand.
private final class Terminal {
  var seconds = 0.0
  var shown: [String] = []

  func progress(columns: Int, secondsEachLook: Double = 0) -> Progress {
    Progress(
      columns: columns,
      seconds: {
        self.seconds += secondsEachLook
        return self.seconds
      }, show: { self.shown.append($0) })
  }
}
