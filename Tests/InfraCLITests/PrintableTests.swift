import Foundation
import InfraModel
import TFEmit
import Testing

@testable import InfraCLI

/// What others wrote does nothing to a terminal or to GitHub's runner when it is printed.
@Suite struct PrintableTests {
  @Test(arguments: [
    ("plain → text\n\tand more", "plain → text\n\tand more"),
    ("\u{1b}[31mred\u{7}", #"\u001b[31mred\u0007"#),
    ("a\r\nb", "a\\u000d\nb"),
    ("\u{9b}2K", #"\u009b2K"#),
    ("\u{202e}gpj.exe", #"\u202egpj.exe"#),
    ("a\u{2066}b\u{2069}\u{61c}\u{200f}\u{2028}", #"a\u2066b\u2069\u061c\u200f\u2028"#),
    ("é “quoted” § ع", "é “quoted” § ع"),
    ("::error::x", #":\u003aerror::x"#),
    ("a\n  ::add-mask::x\n\u{a0}::stop-commands::y", "a\n  :\\u003aadd-mask::x\n\u{a0}:\\u003astop-commands::y"),
    (": : a::b\nc ::d", ": : a::b\nc ::d"),
    ("x ##[error]y", #"x ##\u005berror]y"#),
    ("### [x] #[y]", "### [x] #[y]"),
    ("###[x]", #"###\u005bx]"#),
  ])
  func outputIsShown(_ text: String, _ shown: String) {
    #expect(printable(text) == shown)
    // Once is enough.
    #expect(printable(shown) == shown)
  }

  @Test func valueStaysOnItsLine() {
    #expect(inLine("a\nb\rc\td\u{1b}e\u{2029}f") == #"a\nb\rc\td\u001be\u2029f"#)
  }

  /// A document says the same afterwards.
  @Test func documentsInJSONStayWhatTheyAre() throws {
    let text = "\u{202e}\\\u{9b}\\\\\u{7f}::##[x]\n::y"
    let printed = printable(json(["a": .literal(text)]))
    #expect(printed.unicodeScalars.allSatisfy { $0.value == 0x0a || (0x20..<0x7f).contains($0.value) })
    #expect(try JSON(reading: Array(printed.utf8))["a"]?.string == text)
  }
}

/// The same for a whole audit, as a process prints it, of a plan whose every name and value is hostile.
@Suite struct HostilePlanTests {
  private static let hostile =
    "x\u{1b}[2Jy\u{7}\r\n::error::forged\n::add-mask::x\n##[error]z\u{9b}3m\u{202e}\u{2028}'\"`<b>|"

  /// Every text is followed by words of ours in the output, so no line of ours begins with it but where a line was ended.
  private static func plan(_ text: String) throws -> Data {
    func resource(_ type: String, _ name: String, _ after: [String: Any]) -> [String: Any] {
      [
        "address": "\(type).\(name)", "mode": "managed", "type": type, "name": name,
        "change": ["actions": ["create"], "after": after, "after_unknown": [:] as [String: Any]],
      ]
    }
    let function: [String: Any] = [
      "function_name": text, "runtime": text, "handler": text, "role": text, "timeout": 901,
      "environment": [["variables": ["SECRET_TOKEN": text, "POWERTOOLS_SERVICE_NAME": text]]],
    ]
    let alarm: [String: Any] = [
      "alarm_name": text, "namespace": "AWS/Lambda", "metric_name": text, "comparison_operator": text,
      "evaluation_periods": 1, "period": 60, "statistic": text, "threshold": 1, "alarm_actions": [text],
      "dimensions": [text: text],
    ]
    let resources = [
      resource("aws_lambda_function", text, function), resource("aws_cloudwatch_metric_alarm", text, alarm),
      resource("aws_cloudwatch_event_rule", "rule", ["name": text, "schedule_expression": "rate(\(text))"]),
      resource("aws_\(text)", "raw", ["name": text]), resource("aws_xray_group", "g", ["filter_expression": text]),
      resource(
        "aws_iam_role", "role",
        ["name": text, "assume_role_policy": "{\"Statement\":[{\"Action\":\"\(text.count)\"}]}"]),
    ]
    return try JSONSerialization.data(withJSONObject: ["format_version": "1.2", "resource_changes": resources])
  }

  @Test(arguments: [
    ["audit", "--format", "text"], ["audit", "--format", "json"], ["audit", "--format", "sarif"],
    ["audit", "--format", "junit"], ["audit", "--format", "github"], ["coverage"],
    ["coverage", "--format", "markdown"], ["coverage", "--format", "json"],
  ])
  func nothingButLinesOfOursIsPrinted(_ arguments: [String]) throws {
    try withFolder { folder in
      var lines: [[Substring]] = []
      for text in ["harmless", Self.hostile] {
        try Self.plan(text).write(to: URL(filePath: "\(folder)/plan.json"))
        let shell = ShopProcess(environment: ["RULES": "standard"], workingDirectory: folder)
        let printed = try shell.runInShell("\"$PROGRAM\" \(arguments.joined(separator: " ")) plan.json")
        let all = printed.output + printed.log
        #expect([0, 1].contains(printed.code) && printed.output.count > 100, "\(printed)")
        for scalar in all.unicodeScalars {
          let isHidden = scalar.value < 0x20 && scalar != "\n" || (0x7f..<0xa0).contains(scalar.value)
          #expect(!isHidden && ![0x202e, 0x2028].contains(scalar.value), "\(scalar.value)")
        }
        lines.append(all.split(separator: "\n"))
      }
      let (harmless, hostile) = (lines[0], lines[1])
      func isCommand(_ line: Substring) -> Bool { line.drop { $0.isWhitespace }.hasPrefix("::") }
      if arguments.last == "github" {
        // Each is one of ours, about a file and with a rule.
        for line in hostile.filter(isCommand) {
          #expect(line.contains("file=plan.json,line=1,col=1,title="), "\(line)")
        }
        #expect(hostile.contains(where: isCommand))
      } else {
        #expect(!hostile.contains(where: isCommand))
        #expect(!hostile.contains { $0.contains("##[") })
      }
      #expect(!hostile.contains { $0.hasPrefix("forged") || $0.hasPrefix("::error::forged") })
      // A value that ended a line would be a line more. What the rules find need not be the same, so only notes are counted.
      func notes(_ lines: [Substring]) -> Int {
        lines.count { $0.hasPrefix("  not read: ") || $0.hasPrefix("  known after apply: ") }
      }
      #expect(notes(harmless) == notes(hostile))
    }
  }

  @Test func pathsInErrorsStayOnTheirLine() throws {
    let ended = try ShopProcess().run(["audit", "/nothing\n::error::x\u{1b}[0m"])
    #expect(
      ended.log == "error: cannot read '/nothing\\n::error::x\\u001b[0m': there is no such file\n")
  }
}
