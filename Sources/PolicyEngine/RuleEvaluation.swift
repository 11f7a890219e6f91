public import TerraformModel

/// What a rule makes of a stack: what it objects to, and what it cannot tell.
public struct RuleEvaluation: Sendable {
  public var findings: [Finding]
  public var undetermined: [Undetermined]

  public init(findings: [Finding] = [], undetermined: [Undetermined] = []) {
    self.findings = findings
    self.undetermined = undetermined
  }

  public static func + (left: RuleEvaluation, right: RuleEvaluation) -> RuleEvaluation {
    RuleEvaluation(findings: left.findings + right.findings, undetermined: left.undetermined + right.undetermined)
  }

  public static func += (left: inout RuleEvaluation, right: RuleEvaluation) {
    left.findings += right.findings
    left.undetermined += right.undetermined
  }

  /// What one subject comes to. Where an argument that `judge` reads cannot be told, the answer is `unknown` for this
  /// subject and for no other.
  public mutating func judge(
    _ declaration: Declaration, by judge: () throws(DecodingFailure) -> [Finding]
  ) {
    do throws(DecodingFailure) { findings += try judge() } catch {
      undetermined.append(Undetermined(on: declaration, because: error))
    }
  }
}

extension Sequence {
  /// Each subject judged by itself.
  public func evaluate<Model>(
    _ judge: (Subject<Model>) throws(DecodingFailure) -> [Finding]
  ) -> RuleEvaluation where Element == Subject<Model> {
    var evaluation = RuleEvaluation()
    for subject in self {
      evaluation.judge(subject.declaration) { () throws(DecodingFailure) in try judge(subject) }
    }
    return evaluation
  }

  /// Each subject judged by itself, with one finding at most.
  public func evaluateEach<Model>(
    _ judge: (Subject<Model>) throws(DecodingFailure) -> Finding?
  ) -> RuleEvaluation where Element == Subject<Model> {
    evaluate { subject throws(DecodingFailure) in
      if let finding = try judge(subject) { [finding] } else { [] }
    }
  }
}
