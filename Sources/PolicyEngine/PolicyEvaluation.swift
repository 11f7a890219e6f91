import TerraformModel

/// One stack before a policy: every rule is asked, and each finding is put where it belongs.
struct PolicyEvaluation {
  let policy: Policy
  let stack: DeclaredStack
  private(set) var active: [Finding] = []
  private(set) var waived: [PolicyReport.WaivedFinding] = []
  private(set) var baselined: [Finding] = []
  private(set) var waivers: [DeclaredWaiver] = []
  private(set) var results: [RuleResult] = []
  /// What the baseline has of this stack and no rule has found.
  var staleEntries: Set<FindingIdentity>

  private let descriptions: [RuleID: RuleDescription]
  private let waiversByAddress: [Address: [Int]]

  init(
    of stack: DeclaredStack, by policy: Policy, shared: CrossStackFindings,
    asking: ((StackIdentity, _ rule: Int) -> Void)?
  ) {
    self.policy = policy
    self.stack = stack
    let descriptions = policy.descriptionsByID
    self.descriptions = descriptions
    staleEntries = policy.baseline?.entries.filter { $0.stack == stack.identity } ?? []
    let today = Day(policy.today)
    func declared(_ waiver: Waiver, on declaration: Declaration, at location: SourceLocation?) -> DeclaredWaiver {
      let fault = waiver.fault(on: today, limit: policy.longestWaiver, among: descriptions)
      return DeclaredWaiver(
        waiver: waiver, declaration: declaration, location: location,
        state: fault.map { .faulty($0) } ?? .holds(findings: 0))
    }
    waivers = stack.declarations.flatMap { declaration in
      declaration.waivers.map { declared($0, on: declaration, at: declaration.path.calls.last) }
    }
    var byAddress = Dictionary(grouping: waivers.indices) { [waivers] in waivers[$0].declaration.address }
    // A component's waivers come behind those of its resources, and so does an outer component's behind an inner one's.
    for component in stack.componentWaivers {
      for waiver in component.waivers {
        for position in component.declarations {
          byAddress[stack.declarations[position].address, default: []].append(waivers.count)
        }
        let first = stack.declarations[component.declarations.lowerBound]
        waivers.append(declared(waiver, on: first, at: component.location))
      }
    }
    waiversByAddress = byAddress
    for (index, rule) in policy.evaluatedRules.enumerated() {
      asking?(stack.identity, index + 1)
      evaluate(rule, shared)
    }
  }

  private mutating func evaluate(_ rule: any Rule.Type, _ shared: CrossStackFindings) {
    let description = rule.description
    guard level(of: description) != .off else {
      results.append(RuleResult(rule: description.id, state: .off, undetermined: []))
      return
    }
    let judging =
      rule.needsStandard
      ? rule.asked(under: policy.standard, about: stack.identity) : rule.asked(on: policy.today)
    guard let asked = judging else {
      results.append(RuleResult(rule: description.id, state: .undeclared, undetermined: []))
      return
    }
    let evaluation = (shared[description.id].map { RuleEvaluation(findings: $0) } ?? asked.evaluate(in: stack))
      .addingUnknown(description.reads, of: stack)
    let (findings, undetermined) = (evaluation.findings, evaluation.undetermined)
    let state: RuleResult.State =
      if !findings.isEmpty {
        .fail
      } else if !undetermined.isEmpty {
        .unknown
      } else {
        stack.declares(anyOf: description.subjects) ? .pass : .notApplicable
      }
    results.append(RuleResult(rule: description.id, state: state, undetermined: undetermined))
    for finding in numberDuplicates(in: findings) { place(withSeverity(finding)) }
  }

  /// Numbers the findings that a rule has about one subject of one address.
  private func numberDuplicates(in findings: [Finding]) -> [Finding] {
    guard findings.count > 1 else { return findings }
    var counts: [Subject: Int] = [:]
    return findings.map { finding in
      let subject = Subject(address: finding.address, discriminator: finding.discriminator)
      counts[subject, default: 0] += 1
      guard let count = counts[subject], count > 1 else { return finding }
      var numbered = finding
      numbered.discriminator += "#\(count)"
      return numbered
    }
  }

  private struct Subject: Hashable {
    let address: Address
    let discriminator: String
  }

  private mutating func place(_ finding: Finding) {
    guard descriptions[finding.rule]?.isWaivable ?? true else {
      active.append(finding)
      return
    }
    for index in waiversByAddress[finding.address, default: []] where waivers[index].waiver.rule == finding.rule {
      guard case .holds(let count) = waivers[index].state else { continue }
      waivers[index].state = .holds(findings: count + 1)
      waived.append(PolicyReport.WaivedFinding(finding: finding, waiver: waivers[index].waiver))
      // What is waived is still found, so the baseline is not to blame for having it.
      staleEntries.remove(identity(of: finding))
      return
    }
    if policy.baseline?.entries.contains(identity(of: finding)) == true {
      staleEntries.remove(identity(of: finding))
      baselined.append(finding)
    } else {
      active.append(finding)
    }
  }

  /// The finding with the severity that the stack or the program gives its rule, and with a fix in the language that
  /// declares the stack.
  func withSeverity(_ finding: Finding) -> Finding {
    var adjusted = finding
    guard let rule = descriptions[finding.rule] else { return adjusted }
    if stack.isPlanned {
      if let fix = finding.terraformFix ?? rule.terraformFix { adjusted.fix = fix }
      adjusted.severity = min(adjusted.severity, adjusted.severityInAudit)
    }
    if let severity = level(of: rule)?.severity { adjusted.severity = severity }
    return adjusted
  }

  private func level(of rule: RuleDescription) -> RuleLevel? {
    let level = stack.ruleLevels[rule.id] ?? policy.levels[rule.id]
    return level.flatMap { rule.allows($0) ? $0 : nil }
  }

  private func identity(of finding: Finding) -> FindingIdentity {
    FindingIdentity(
      rule: finding.rule, stack: stack.identity, address: finding.address.description,
      discriminator: finding.discriminator)
  }
}

// MARK: - Waivers without use

extension PolicyEvaluation {
  /// A waiver as it stands in the source, which may declare it in several environments and components.
  struct WrittenWaiver: Hashable {
    let location: SourceLocation?
    let waiver: Waiver
  }

  var usedWaivers: [WrittenWaiver] {
    waivers.compactMap { declared in
      if case .holds(findings: 1...) = declared.state { declared.written } else { nil }
    }
  }

  /// A waiver that is needed in one environment is written once and declared in all, so only one that is needed nowhere
  /// is a fault.
  mutating func findUnused(besides used: Set<WrittenWaiver>) {
    for index in waivers.indices where waivers[index].state == .holds(findings: 0) {
      if !used.contains(waivers[index].written) { waivers[index].state = .faulty(.unused) }
    }
  }
}

extension DeclaredWaiver {
  fileprivate var written: PolicyEvaluation.WrittenWaiver {
    PolicyEvaluation.WrittenWaiver(location: location, waiver: waiver)
  }
}

extension DeclaredStack {
  /// Whether the stack declares a resource of one of these types, by its model or raw. An empty list means any resource.
  fileprivate func declares(anyOf types: [any Resource.Type]) -> Bool {
    // `RawResource` says that raw resources of the other types are checked too, and is no type of its own.
    let named = types.filter { $0 != RawResource.self }
    return named.isEmpty ? !declarations.isEmpty : named.contains { declares(any: $0) }
  }
}
