import AlarmEvaluation
import InfraModel

/// The answer of `evaluate` as text: the states, and why.
func evaluationText(_ answer: AlarmAnswer) -> String {
  let states = answer.outcomes.map(\.rawValue).joined(separator: " or ")
  switch answer {
  case .metric(let answer):
    let rule = answer.rule
    var text = "\(states)\n\n"
    if let alarm = answer.alarm {
      text += "alarm '\(alarm)' needs \(counted(rule.datapointsToAlarm, "breaching datapoint")) of \(rule.periods)\n"
    }
    let evaluations = answer.verdict.evaluations
    for evaluation in evaluations {
      text += evaluations.count > 1 ? "\(evaluation.outcome.rawValue): " : ""
      text += evaluation.reason(rule) + "\n"
    }
    if evaluations.count > 1 { text += "AWS's documentation does not specify which of these applies\n" }
    if let needed = answer.assumedSamples {
      text += "assuming that the newest period has the \(grouped(needed.minimum)) samples that its percentile needs; "
      text += "with fewer the alarm keeps its state, and '--samples' gives the counts\n"
    }
    return text + "\n" + answer.table
  case .composite(let name, let outcomes, let children):
    let rows = children.map { alarm, states in
      ["  \(alarm)", states.count == 1 ? states[0].rawValue : "not given"]
    }
    let reason =
      outcomes.count > 1
      ? "it depends on alarms whose state is not given"
      : outcomes == [.alarm] ? "its rule holds" : "its rule does not hold"
    return "\(states)\n\ncomposite alarm '\(name)': \(reason)\n\n"
      + table(rows)
  }
}

/// `{"states": ["ALARM"]}`
func evaluationJSON(_ answer: AlarmAnswer) -> String {
  json(["states": .list(answer.outcomes.map { .literal($0.rawValue) })])
}

extension DatapointEvaluation {
  /// Why the evaluation comes out as it does.
  fileprivate func reason(_ rule: DatapointRule) -> String {
    let needed = "\(rule.datapointsToAlarm) \(rule.datapointsToAlarm == 1 ? "makes" : "make") the alarm fire"
    let existing = "\(counted(countedAges.count, "datapoint")) in the evaluation range of \(rangeLength) periods"
    return switch basis {
    case .enoughDatapoints where rule.periods == 1:
      "the most recent datapoint is \(breaching == 1 ? "" : "not ")breaching"
    case .enoughDatapoints:
      "\(breaching) of the \(rule.periods) most recent datapoints \(breaching == 1 ? "is" : "are") breaching, and \(needed)"
    case .filledDatapoints:
      switch missingData {
      case .breaching:
        "\(existing), \(breaching) breaching; \(counted(filled, "missing datapoint")) \(filled == 1 ? "counts" : "count") as "
          + "breaching, which makes \(breaching + filled), and \(needed)"
      case .notBreaching:
        "\(existing), \(breaching) breaching; missing ones count as not breaching, and \(needed)"
      case .missing, .ignore:
        "\(existing), \(breaching) breaching; missing ones do not count, and \(needed)"
      }
    case .noDatapoints:
      missingData == .ignore
        ? "no datapoint in the evaluation range of \(rangeLength) periods, and missing data leaves the state unchanged"
        : "no datapoint in the evaluation range of \(rangeLength) periods"
    case .prematureAlarm:
      "\(existing), all breaching, and the oldest of them is \(rule.datapointsToAlarm) periods old or older; "
        + (missingData == .ignore
          ? "missing data leaves the state unchanged" : "the alarm fires with fewer datapoints than it needs")
    case .tooFewDatapoints:
      "\(existing), all breaching, but \(needed) and they are too recent to fire without the rest"
    case .tooFewSamples:
      "the newest period has too few samples for its percentile, so the state is unchanged"
    }
  }
}

extension AlarmAnswer.MetricAnswer {
  /// The datapoints of the longest evaluation range that was used, oldest first, and which were counted.
  fileprivate var table: String {
    guard let evaluation = verdict.evaluations.first else { return "" }
    let length = verdict.evaluations.map(\.rangeLength).max() ?? 0
    let range = datapoints.indices.suffix(length)
    let counted = Set(evaluation.countedAges.map { datapoints.count - $0 })
    let left = datapoints.count - range.count
    let rows = [
      ["datapoints"] + range.map { shown[$0] },
      ["breaching"] + range.map { datapoints[$0] == .breaching ? "X" : "" },
      ["counted"] + range.map { counted.contains($0) ? "*" : "" },
    ]
    let note = left > 0 ? "\(InfraCLI.counted(left, "older datapoint")) outside the evaluation range\n" : ""
    return InfraCLI.table(rows) + note
  }
}
