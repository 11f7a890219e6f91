import AlarmEvaluation
import InfraModel

/// The result of `evaluate`.
enum AlarmAnswer {
  case metric(MetricAnswer)
  case composite(name: String, outcomes: [AlarmOutcome], states: [(alarm: String, states: [AlarmState])])

  /// In the order `OK`, `ALARM`, `INSUFFICIENT_DATA`, `KEEP`.
  var outcomes: [AlarmOutcome] {
    switch self {
    case .metric(let answer): answer.verdict.outcomes
    case .composite(_, let outcomes, _): outcomes
    }
  }

  struct MetricAnswer {
    /// `nil` if a rule was given, and no alarm.
    let alarm: String?
    let rule: DatapointRule
    let verdict: AlarmVerdict
    /// The text for each datapoint, oldest first: a value, or AWS's notation.
    let shown: [String]
    let datapoints: [Datapoint]
    /// The samples that its percentile needs, if `--samples` is not given.
    let assumedSamples: PercentileSamples?
  }
}

extension AlarmAnswer {
  /// - Parameters:
  ///   - samples: How many samples each datapoint was made of; `nil` where that is not given.
  ///   - start: When the first period begins, in seconds since 1970.
  init(_ subject: AlarmSubject, _ data: DataWords, samples: [Int]?, start: Int?) throws {
    switch subject {
    case .datapoints(let rule):
      let datapoints = try data.datapoints()
      self = .metric(
        MetricAnswer(
          alarm: nil, rule: rule, verdict: rule.evaluate(datapoints), shown: datapoints.map(\.notation),
          datapoints: datapoints, assumedSamples: nil))
    case .metric(let alarm):
      self = .metric(try MetricAnswer(alarm, data, samples: samples, start: start))
    case .composite(let name, let condition):
      let states = try data.states(of: condition)
      self = .composite(
        name: name, outcomes: condition.outcomes(for: states),
        states: condition.alarms.map { alarm in
          (alarm, AlarmState.allCases.filter { (states[alarm] ?? Set(AlarmState.allCases)).contains($0) })
        })
    }
  }
}

extension AlarmAnswer.MetricAnswer {
  fileprivate init(_ alarm: MetricAlarmSubject, _ data: DataWords, samples: [Int]?, start: Int?) throws {
    self.alarm = alarm.name
    rule = alarm.rule
    if let math = alarm.math, !data.named.isEmpty, let threshold = alarm.threshold {
      let inputs = MathInputs(
        metrics: try data.metrics(of: math), expressions: math.expressions, period: alarm.period, start: start)
      let values: [Double?]
      do throws(MathError) {
        verdict = try threshold.evaluate(math.result, of: inputs, rule: rule)
        values = try math.result.values(of: inputs)
      } catch {
        throw EvaluationError.notComputable(alarm: alarm.name, error)
      }
      shown = values.map(\.shown)
      datapoints = values.map { threshold.datapoint($0) }
      assumedSamples = nil
      return
    }
    if let threshold = alarm.threshold, !data.areNotation {
      let values = try data.values()
      shown = values.map(\.shown)
      datapoints = values.map { threshold.datapoint($0) }
    } else {
      datapoints = try data.datapoints()
      shown = datapoints.map(\.notation)
    }
    if let needed = alarm.neededSamples, let samples {
      verdict = rule.evaluate(datapoints, samples: samples, needed: needed)
      assumedSamples = nil
    } else {
      verdict = rule.evaluate(datapoints)
      assumedSamples = alarm.neededSamples
    }
  }
}

extension Datapoint {
  /// AWS's notation.
  var notation: String {
    switch self {
    case .breaching: "X"
    case .notBreaching: "0"
    case .missing: "-"
    }
  }
}

extension Double? {
  /// With at most six decimals.
  fileprivate var shown: String {
    map { number in
      let rounded = (number * 1e6).rounded() / 1e6
      return plainNumber(rounded.isFinite ? rounded : number)
    } ?? "-"
  }
}
