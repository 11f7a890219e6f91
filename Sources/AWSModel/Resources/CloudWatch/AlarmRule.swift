public import TerraformModel

/// When a composite alarm fires: a condition over the states of other alarms, such as
/// `.all([.inAlarm(errors.alarmName), .not(.inAlarm(deploying.alarmName))])`.
public indirect enum AlarmRule: Hashable, Sendable {
  /// The alarm is in ALARM. Take the name from the declared alarm: it makes Terraform create that alarm first.
  case inAlarm(Text)
  /// The alarm is in OK.
  case isOK(Text)
  /// The alarm is in INSUFFICIENT_DATA.
  case lacksData(Text)
  /// At least one of them holds; false for an empty list.
  case any([AlarmRule])
  /// All of them hold; true for an empty list.
  case all([AlarmRule])
  case not(AlarmRule)
  /// A condition in CloudWatch's language that was not written in Swift.
  case written(Text)
}

extension AlarmRule: ArgumentCodable {
  /// A plan's text is kept unchanged.
  public init(reading value: Value) throws(DecodingFailure.Reason) {
    self = .written(try Text(reading: value))
  }

  /// `alarm_rule`, at most 10,240 characters.
  public var value: Value { .text(text) }

  /// The condition in CloudWatch's language, such as `ALARM("a") OR NOT ALARM("b")`.
  public var text: Text {
    switch self {
    case .inAlarm(let name): "ALARM(\"\(name)\")"
    case .isOK(let name): "OK(\"\(name)\")"
    case .lacksData(let name): "INSUFFICIENT_DATA(\"\(name)\")"
    case .any(let rules): joined(rules, by: " OR ", orElse: "FALSE")
    case .all(let rules): joined(rules, by: " AND ", orElse: "TRUE")
    case .not(let rule): "NOT \(rule.operand)"
    case .written(let text): text
    }
  }

  /// The names of the alarms it refers to; AWS accepts at most a hundred.
  public var alarmNames: [Text] {
    switch self {
    case .inAlarm(let name), .isOK(let name), .lacksData(let name): [name]
    case .any(let rules), .all(let rules): rules.flatMap(\.alarmNames)
    case .not(let rule): rule.alarmNames
    case .written(let text): text.alarmNames
    }
  }

  private func joined(_ rules: [AlarmRule], by word: Text, orElse empty: Text) -> Text {
    guard let first = rules.first else { return empty }
    guard rules.count > 1 else { return first.text }
    return rules.dropFirst().reduce(first.operand) { "\($0)\(word)\($1.operand)" }
  }

  /// In parentheses unless it is a single term, so that the precedence is explicit.
  private var operand: Text {
    switch self {
    case .inAlarm, .isOK, .lacksData: text
    case .any(let rules) where rules.count == 1, .all(let rules) where rules.count == 1: rules[0].operand
    case .any, .all, .not, .written: "(\(text))"
    }
  }
}

extension Text {
  /// The content of the parentheses of `ALARM(…)` and similar terms, without the quotation marks.
  fileprivate var alarmNames: [Text] {
    var names: [Text] = []
    var name: Text?
    for part in parts {
      guard case .literal(let literal) = part else {
        if case .expression(let expression) = part { name?.append(Text(expression)) }
        continue
      }
      var piece = ""
      for character in literal {
        switch character {
        // Parentheses around a condition contain no name of their own: the next parenthesis starts over.
        case "(":
          (name, piece) = (Text(""), "")
        case ")":
          name?.append(literal: piece)
          if let name, !name.parts.isEmpty { names.append(name) }
          (name, piece) = (nil, "")
        case "\"": continue
        default: if name != nil { piece.append(character) }
        }
      }
      name?.append(literal: piece)
    }
    return names
  }
}
