import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let validName: RuleID = "valid-name"
}

struct ValidName: Rule {
  static let description = RuleDescription(
    id: .validName,
    title: "Every physical name has a length and characters that AWS accepts",
    rationale: "Terraform checks few names, so a name that is too long or has invalid characters fails during apply.",
    sources: [
      "T15",
      "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html",
      "https://docs.aws.amazon.com/sns/latest/api/API_CreateTopic.html",
      "https://docs.aws.amazon.com/IAM/latest/APIReference/API_CreateRole.html",
    ], isWaivable: false,
    terraformFix: "set the argument that names it to what AWS accepts, or remove it so that AWS generates a name",
    reads: [
      .arguments("name", of: Role.self),
      .arguments("name", of: Topic.self),
      .arguments("rule_name", of: SamplingRule.self),
    ],
    good: [
      Example("The whole name is short enough") { stack in
        stack.add(SamplingRule("default", priority: 9_000, fixedRate: .percent(5), reservoir: 1))
      }
    ],
    bad: [
      Counterexample("The stack's name makes it too long") { stack in
        let rule = stack.add(
          SamplingRule("authentication-requests", priority: 100, fixedRate: .percent(5), reservoir: 1))
        return [rule.address]
      },
      Counterexample("A topic has no dots in its name") { stack in
        [stack.add(Topic("alerts", named: "example.alerts")).address]
      },
      Counterexample("A name that AWS refuses, of a raw resource") { stack in
        [stack.add(RawResource("aws_iam_role", "ingest", ["name": "an ingest role"])).address]
      },
      Counterexample("An empty name") { stack in
        [stack.add(Topic("alerts", named: "")).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declarations.compactMap { declaration in
      guard let name = declaration.physicalName, let rule = declaration.namingRule else {
        return nil
      }
      let faults = rule.faults(of: declaration.isFIFO && name.hasSuffix(".fifo") ? String(name.dropLast(5)) : name)
      guard !faults.isEmpty else { return nil }
      return finding(
        on: declaration, "the name '\(name)' \(faults.joined(separator: ", and "))",
        fix: fix(declaration, called: name, by: rule),
        terraformFix: "set `\(rule.argument)` to a name that AWS accepts, or remove it so that AWS generates one")
    }
  }

  private func fix(_ declaration: Declaration, called name: String, by rule: NamingRule) -> String {
    let given = declaration.resource.name
    if declaration.isRaw { return "set `\(rule.argument)` of '\(given)' to `\(rule.fitted(name))`" }
    let over = name.unicodeScalars.count - rule.length.upperBound
    if name.unicodeScalars.count < rule.length.lowerBound {
      return "give '\(given)' a name of \(rule.length.lowerBound) characters or more with `named:`"
    }
    let fitting = "set `named: \"\(rule.fitted(name))\"` on it in this environment"
    guard case .convention = declaration.resource.physicalName, over > 0, given.count > over else { return fitting }
    return "shorten '\(given)' to \(given.count - over) characters, or \(fitting)"
  }
}

extension Declaration {
  /// Queues and topics that keep the order are called `….fifo`, where no other may have a full stop.
  fileprivate var isFIFO: Bool { block["fifo_queue"] == true || block["fifo_topic"] == true }
}

extension NamingRule {
  /// What AWS would say against a name.
  func faults(of name: String) -> [String] {
    let count = name.scalarCount
    var faults: [String] = []
    if count > length.upperBound {
      faults.append(
        "is \(count) characters long, \(count - length.upperBound) more than AWS accepts")
    }
    if count < length.lowerBound {
      faults.append("is \(count) characters long; AWS requires \(length.lowerBound)")
    }
    if !characters.spell(name) {
      let strangers = Set(name.unicodeScalars.filter { !characters.contains($0) }.map(String.init)).sorted()
      faults.append("contains \(quoted(strangers)), but AWS accepts \(characters.description)")
    }
    return faults
  }

  /// A name that fits: with a hyphen for each strange character, and cut with a bit of a hash where it is too long, so
  /// that two long names stay two.
  fileprivate func fitted(_ name: String) -> String {
    let hyphenated = String(
      String.UnicodeScalarView(name.unicodeScalars.map { characters.contains($0) ? $0 : "-" }))
    guard hyphenated.count > length.upperBound else { return hyphenated }
    let suffix = hyphenated.hasSuffix(".fifo") ? ".fifo" : ""
    let hash = sha256(Array(name.utf8)).prefix(3).map { hexadecimal($0) }.joined()
    let kept = hyphenated.prefix(length.upperBound - hash.count - 1 - suffix.count)
    return "\(kept)-\(hash)\(suffix)"
  }

  private func hexadecimal(_ byte: UInt8) -> String {
    (byte < 16 ? "0" : "") + String(byte, radix: 16)
  }
}
