/// What a rule makes of a stack: what it objects to, and what it cannot tell.
public struct RuleEvaluation: Sendable {
  public var findings: [Finding]
  public var unknowns: [Unknown]

  public init(findings: [Finding] = [], unknowns: [Unknown] = []) {
    self.findings = findings
    self.unknowns = unknowns
  }

  public static func + (left: RuleEvaluation, right: RuleEvaluation) -> RuleEvaluation {
    RuleEvaluation(findings: left.findings + right.findings, unknowns: left.unknowns + right.unknowns)
  }

  public static func += (left: inout RuleEvaluation, right: RuleEvaluation) {
    left.findings += right.findings
    left.unknowns += right.unknowns
  }

  /// What one subject comes to. Where an argument that `judge` reads cannot be told, the answer is `unknown` for this
  /// subject and for no other.
  public mutating func judge(
    _ declaration: Declaration, by judge: () throws(Unreadable) -> [Finding]
  ) {
    do throws(Unreadable) { findings += try judge() } catch {
      unknowns.append(Unknown(on: declaration, because: error))
    }
  }
}

extension Sequence {
  /// Each subject judged by itself.
  public func evaluate<Model>(
    _ judge: (Subject<Model>) throws(Unreadable) -> [Finding]
  ) -> RuleEvaluation where Element == Subject<Model> {
    var evaluation = RuleEvaluation()
    for subject in self {
      evaluation.judge(subject.declaration) { () throws(Unreadable) in try judge(subject) }
    }
    return evaluation
  }

  /// Each subject judged by itself, with one finding at most.
  public func evaluateEach<Model>(
    _ judge: (Subject<Model>) throws(Unreadable) -> Finding?
  ) -> RuleEvaluation where Element == Subject<Model> {
    evaluate { subject throws(Unreadable) in
      if let finding = try judge(subject) { [finding] } else { [] }
    }
  }
}
