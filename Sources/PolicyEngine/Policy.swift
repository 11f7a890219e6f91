public import TerraformModel

/// The rules a program holds its stacks to, how much each matters to it, and the day on which it does so.
public struct Policy: Sendable {
  public var rules: [any Rule.Type]
  /// `yyyy-mm-dd`, handed in by the command so that a report depends on nothing else.
  public var today: String
  /// Where the program disagrees with a rule about how much it matters. A stack's own `ruleLevels` win over these.
  public var levels: [RuleID: RuleLevel]
  /// How many days ahead a waiver may end.
  public var longestWaiver: Int
  /// Findings that stand for nothing, because they were there before anybody looked.
  public var baseline: Baseline?
  /// What the repository declares for all its stacks. Rules that read it are not evaluated without it.
  public var standard: (any HouseStandard)?
  /// Rules that are left out of this run. They are still known, so a waiver or a baseline may name them.
  public var skipped: Set<RuleID> = []
  /// How the program that asks is run, such as `swift run infra`, for fixes that are commands.
  public var program = "infra-gen"

  /// The engine's own rules, of waivers and of the baseline.
  private let engineRules: [RuleDescription]

  /// - Parameters:
  ///   - rules: The rules of the program.
  ///   - engineRules: `RuleDescription.engineRules`, perhaps with examples.
  ///   - today: The day as `yyyy-mm-dd`.
  ///   - levels: Where the program disagrees with a rule about how much it matters.
  ///   - longestWaiver: How many days ahead a waiver may end.
  ///   - baseline: Findings that stand for nothing.
  ///   - standard: What the repository declares for all its stacks.
  public init(
    rules: [any Rule.Type], engineRules: [RuleDescription], today: String, levels: [RuleID: RuleLevel] = [:],
    longestWaiver: Int = 365, baseline: Baseline? = nil, standard: (any HouseStandard)? = nil
  ) {
    self.rules = rules
    self.engineRules = engineRules
    self.today = today
    self.levels = levels
    self.longestWaiver = longestWaiver
    self.baseline = baseline
    self.standard = standard
  }

  /// The rules that this run evaluates.
  public var evaluatedRules: [any Rule.Type] {
    skipped.isEmpty ? rules : rules.filter { !skipped.contains($0.description.id) }
  }

  /// Every rule that may have something to say: the program's, then the engine's own.
  public var descriptions: [RuleDescription] {
    rules.map { $0.description } + engineRules
  }

  /// What is wrong with levels of a program or a stack. Levels that are wrong are not followed.
  public func faults(in levels: [RuleID: RuleLevel]) -> [RuleLevelFault] {
    let known = descriptionsByID
    return levels.sorted { $0.key < $1.key }.compactMap { id, level in
      guard let description = known[id] else { return .unknown(id) }
      return description.allows(level) ? nil : .lowered(id, from: description.severity)
    }
  }

  /// Runs every rule over the stack. All rules always run, so one run says all there is to say.
  public func report(on stack: DeclaredStack) -> PolicyReport {
    reports(on: [stack], areAll: false)[0]
  }

  /// The reports on stacks that belong together.
  ///
  /// `areAll`: Whether these are all stacks of the program in all their environments. Only then is it known
  /// that a waiver waives nothing anywhere, or that an entry of the baseline is of a stack that has gone.
  ///
  /// `asking`: Hears of each rule, counted from one, before it is asked.
  public func reports(
    on stacks: [DeclaredStack], areAll: Bool = true, asking: ((StackIdentity, _ rule: Int) -> Void)? = nil
  ) -> [PolicyReport] {
    let shared = CrossStackFindings.of(self, about: stacks)
    var evaluations = zip(stacks, shared).map { PolicyEvaluation(of: $0, by: self, shared: $1, asking: asking) }
    if areAll {
      let used = Set(evaluations.flatMap(\.usedWaivers))
      for index in evaluations.indices { evaluations[index].findUnused(besides: used) }
      let known = Set(stacks.map(\.identity))
      let gone = baseline?.entries.filter { !known.contains($0.stack) } ?? []
      if !evaluations.isEmpty { evaluations[evaluations.count - 1].staleEntries.formUnion(gone) }
    }
    return evaluations.map(\.report)
  }

  var descriptionsByID: [RuleID: RuleDescription] {
    Dictionary(descriptions.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }
}
