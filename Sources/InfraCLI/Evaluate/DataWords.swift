import AlarmEvaluation
import InfraModel

/// The data of a command line: texts of words, some after a name and an equals sign.
struct DataWords {
  /// Without a name.
  private(set) var plain: [[String]] = []
  private(set) var named: [(name: String, words: [String])] = []

  init(_ texts: [String]) {
    for text in texts {
      guard let sign = text.lastIndex(of: "=") else {
        plain.append(Self.words(text))
        continue
      }
      named.append((Self.trimmed(text[..<sign]), Self.words(String(text[text.index(after: sign)...]))))
    }
  }

  private static func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace || $0 == "," }.map(String.init)
  }

  private static func trimmed(_ text: Substring) -> String {
    let start = text.drop(while: \.isWhitespace)
    return String(start.prefix(start.count - start.reversed().prefix(while: \.isWhitespace).count))
  }
}

extension DataWords {
  /// Datapoints without a threshold: `0`, `X` and `-`.
  func datapoints() throws -> [Datapoint] {
    if let first = named.first { throw EvaluationError.badDatapoint("\(first.name)=", .withoutThreshold) }
    return try onlyWords().map { word in
      switch word {
      case "0": .notBreaching
      case "X", "x": .breaching
      case "-": .missing
      default: throw EvaluationError.badDatapoint(word, .withoutThreshold)
      }
    }
  }

  /// Whether the data for an alarm with a threshold is in AWS's notation nevertheless.
  var areNotation: Bool {
    named.isEmpty && plain.contains { $0.contains { $0 == "X" || $0 == "x" } }
  }

  /// Values of a metric, or the results of an expression.
  func values() throws -> [Double?] {
    try Self.values(onlyWords(), .withThreshold)
  }

  /// Values of each metric of an expression.
  func metrics(of math: MetricAlarmSubject.Math) throws -> [MathInputs.Metric] {
    guard plain.isEmpty else { throw EvaluationError.missingID(known: math.metrics) }
    for (name, _) in named where !math.metrics.contains(name) {
      throw EvaluationError.unknownMetric(name, known: math.metrics)
    }
    return try math.metrics.map { id in
      MathInputs.Metric(id, try Self.values(named.last { $0.name == id }?.words ?? [], .withSeveralMetrics))
    }
  }

  /// The states of the alarms that a composite alarm reads.
  func states(of condition: AlarmCondition) throws -> [String: Set<AlarmState>] {
    if let words = plain.first { throw EvaluationError.unknownState(words.joined(separator: " ")) }
    var states: [String: Set<AlarmState>] = [:]
    for (name, words) in named {
      // By name, also where the rule has its ARN.
      guard let alarm = condition.alarms.first(where: { $0 == name || $0.hasSuffix(":alarm:\(name)") }) else {
        throw EvaluationError.unknownChild(name, known: condition.alarms)
      }
      guard words.count == 1, let state = AlarmState(rawValue: words[0].uppercased()) else {
        throw EvaluationError.unknownState("\(name)=\(words.joined(separator: " "))")
      }
      states[alarm] = [state]
    }
    return states
  }

  private func onlyWords() throws -> [String] {
    guard !plain.isEmpty else { throw EvaluationError.noData }
    return plain.flatMap(\.self)
  }

  private static func values(_ words: [String], _ place: EvaluationError.BadDatapoint) throws -> [Double?] {
    try words.map { word in
      if word == "-" { return nil }
      guard let value = Double(word), value.isFinite else {
        throw EvaluationError.badDatapoint(word, place)
      }
      return value
    }
  }
}
