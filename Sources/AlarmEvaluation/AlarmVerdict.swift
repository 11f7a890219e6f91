/// What CloudWatch does to an alarm, as far as AWS's documents tell: one outcome, or more where they leave it open.
public struct AlarmVerdict: Hashable, Sendable {
  /// One evaluation for each outcome. Never empty.
  public let evaluations: [DatapointEvaluation]

  init(_ evaluations: [DatapointEvaluation]) {
    self.evaluations = evaluations
  }

  /// What may happen, in the order `OK`, `ALARM`, `INSUFFICIENT_DATA`, `KEEP`.
  public var outcomes: [AlarmOutcome] {
    AlarmOutcome.allCases.filter { outcome in evaluations.contains { $0.outcome == outcome } }
  }

  /// The outcome; `nil` where AWS's documents leave it open.
  public var outcome: AlarmOutcome? {
    outcomes.count == 1 ? outcomes.first : nil
  }

  /// The verdicts of several readings as one.
  static func combining(_ verdicts: [AlarmVerdict]) -> AlarmVerdict {
    var evaluations: [DatapointEvaluation] = []
    for evaluation in verdicts.flatMap(\.evaluations)
    where !evaluations.contains(where: { $0.outcome == evaluation.outcome }) {
      evaluations.append(evaluation)
    }
    return AlarmVerdict(evaluations)
  }
}
