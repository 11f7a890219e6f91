/// One evaluation of an alarm: what it does to the state, and which datapoints it counts.
public struct DatapointEvaluation: Hashable, Sendable {
  /// What it does to the alarm's state.
  public let outcome: AlarmOutcome
  /// Why.
  public let basis: Basis
  /// How old the datapoints are that it counts, in periods, oldest first; 1 is the newest. At most N, the most recent ones
  /// that exist.
  public let countedAges: [Int]
  /// How many of them are breaching.
  public let breaching: Int
  /// How many of the N datapoints had to be filled because too few exist.
  public let filled: Int
  /// How many periods it looks back.
  public let rangeLength: Int
  /// What it makes of missing data.
  public let missingData: MissingDataTreatment

  /// What decides an evaluation.
  public enum Basis: Hashable, Sendable {
    /// N datapoints exist in the range; missing data does not matter.
    case enoughDatapoints
    /// Fewer than N exist, and the rest is filled as `treat_missing_data` says.
    case filledDatapoints
    /// No datapoint exists in the range.
    case noDatapoints
    /// All that exist are breaching, the oldest is at least M periods old, and they are fewer than M.
    case prematureAlarm
    /// All that exist are breaching, and they are too few and too recent.
    case tooFewDatapoints
    /// The newest period has too few samples for its percentile, and the alarm ignores such periods.
    case tooFewSamples
  }
}

extension DatapointRule {
  /// Evaluates datapoints, oldest first. Periods before the first one count as missing.
  ///
  /// - Returns: One evaluation for each answer that AWS's documents allow for; never none.
  public func evaluate(_ datapoints: [Datapoint]) -> AlarmVerdict {
    var evaluations: [DatapointEvaluation] = []
    for length in rangeLengths {
      for treatment in treatments {
        let evaluation = evaluate(datapoints, rangeLength: length, treatment)
        if !evaluations.contains(where: { $0.outcome == evaluation.outcome }) { evaluations.append(evaluation) }
      }
    }
    return AlarmVerdict(evaluations)
  }

  /// One answer: for one length of the evaluation range, and one treatment of missing data.
  ///
  /// Where datapoints are missing and the alarm fills none (`missing`, `ignore`), AWS's tables decide: datapoints that exist
  /// are counted, so M breaching ones make `ALARM`, and one that is not breaching makes `OK`. Where all that exist are
  /// breaching and fewer than M, their age decides. The guide of today has no row for the last case, such as `- - - - X`;
  /// that of 2018 to 2020 has.
  ///
  /// Sources: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html,
  /// https://github.com/awsdocs/amazon-cloudwatch-user-guide/blob/05fd32f/doc_source/AlarmThatSendsEmail.md
  func evaluate(
    _ datapoints: [Datapoint], rangeLength: Int, _ treatment: MissingDataTreatment
  ) -> DatapointEvaluation {
    let range = datapoints.indices.suffix(rangeLength)
    let existing = range.filter { datapoints[$0] != .missing }
    let counted = existing.suffix(periods)
    let breaching = counted.count { datapoints[$0] == .breaching }
    let filled = periods - counted.count

    func evaluation(_ outcome: AlarmOutcome, _ basis: DatapointEvaluation.Basis) -> DatapointEvaluation {
      DatapointEvaluation(
        outcome: outcome, basis: basis, countedAges: counted.map { datapoints.count - $0 }, breaching: breaching,
        filled: filled,
        rangeLength: rangeLength, missingData: treatment)
    }
    func outcome(ofBreaching count: Int) -> AlarmOutcome { count >= datapointsToAlarm ? .alarm : .ok }

    if filled == 0 { return evaluation(outcome(ofBreaching: breaching), .enoughDatapoints) }
    switch treatment {
    case .breaching: return evaluation(outcome(ofBreaching: breaching + filled), .filledDatapoints)
    case .notBreaching: return evaluation(outcome(ofBreaching: breaching), .filledDatapoints)
    case .missing, .ignore:
      guard let oldest = existing.first else {
        return evaluation(treatment == .ignore ? .keep : .insufficientData, .noDatapoints)
      }
      if breaching >= datapointsToAlarm || breaching < counted.count {
        return evaluation(outcome(ofBreaching: breaching), .filledDatapoints)
      }
      if datapoints.count - oldest >= datapointsToAlarm {
        return evaluation(treatment == .ignore ? .keep : .alarm, .prematureAlarm)
      }
      return evaluation(treatment == .ignore ? .keep : .insufficientData, .tooFewDatapoints)
    }
  }
}
