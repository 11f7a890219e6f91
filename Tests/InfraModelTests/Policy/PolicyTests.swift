import InfraModel
import Testing

@Suite struct PolicyTests {
  // MARK: Levels

  @Test(arguments: [(RuleLevel.error, Severity.error), (.warning, .warning), (.note, .note)])
  func programSaysHowMuchARuleMatters(_ level: RuleLevel, _ severity: Severity) {
    let report = Policy(rules: [Fussy.self], today: "2026-11-21", levels: ["fussy": level]).report(on: topics(1))
    #expect(report.findings.map(\.severity) == [severity])
    #expect((report.validated == nil) == (severity == .error))
  }

  @Test func ruleThatIsOffIsNotAsked() {
    let report = Policy(rules: [Fussy.self], today: "2026-11-21", levels: ["fussy": .off]).report(on: topics(1))
    #expect(report.findings.isEmpty)
    #expect(report.results.map(\.state) == [.off])
  }

  @Test func stackWinsOverTheProgram() {
    let policy = Policy(rules: [Fussy.self], today: "2026-11-21", levels: ["fussy": .off])
    #expect(policy.report(on: topics(1, levels: ["fussy": .note])).findings.map(\.severity) == [.note])
  }

  @Test func ruleThatGuardsTheApplyIsNeverLowered() {
    var stack = StackBuilder()
    stack.add(Topic("alerts"))
    stack.add(Topic("alerts"))
    for level in [RuleLevel.off, .note, .warning] {
      let policy = Policy(today: "2026-11-21", levels: [.duplicateAddress: level])
      #expect(policy.report(on: DeclaredStack(stack)).validated == nil)
      #expect(policy.faults(in: policy.levels) == [.lowered(.duplicateAddress, from: .error)])
    }
  }

  @Test func rulesAboutWaiversCanBeRaised() {
    let policy = Policy(rules: [], today: "2026-11-21", levels: ["waiver-expired": .error, "waiver-unused": .off])
    #expect(policy.faults(in: policy.levels) == [.lowered("waiver-unused", from: .warning)])
  }

  @Test func levelOfNoRuleIsAFault() {
    #expect(Policy(today: "2026-11-21").faults(in: ["lambda-eror-alarm": .off]) == [.unknown("lambda-eror-alarm")])
  }

  // MARK: Results

  @Test func ruleWithNothingToLookAtHasNotPassed() {
    let policy = Policy(rules: [Fussy.self, Unsure.self], today: "2026-11-21")
    var queues = StackBuilder()
    queues.add(Queue("orders", retention: .seconds(3_600)))
    #expect(policy.report(on: DeclaredStack(queues)).results.map(\.state) == [.notApplicable, .pass])
    #expect(policy.report(on: DeclaredStack(StackBuilder())).results.map(\.state) == [.notApplicable, .notApplicable])
    #expect(policy.report(on: topics(1)).results.map(\.state) == [.fail, .unknown])
  }

  @Test func ruleThatCannotTellSaysWhy() {
    let result = Policy(rules: [Unsure.self], today: "2026-11-21").report(on: topics(1)).results[0]
    #expect(result.undetermined.map(\.reason) == ["its policy is kept elsewhere"])
    #expect(result.undetermined.map(\.address.description) == ["aws_sns_topic.topic_1"])
  }

  @Test func roleFromElsewhereIsNeitherGoodNorBad() throws {
    var builder = StackBuilder()
    builder.add(
      LambdaFunction(
        "ingest", code: .zip(.file("code.zip"), runtime: .python313, handler: "app.handler"),
        role: ARN("arn:aws:iam::123456789012:role/shared"), timeout: .seconds(30),
        logging: .json(to: "/aws/lambda/ingest")))
    let results = Policy(today: "2026-11-21").report(on: DeclaredStack(builder)).results
    let result = try #require(results.first { $0.rule == "lambda-xray-permission" })
    #expect(result.state == .unknown)
    #expect(result.undetermined.map(\.reason) == ["the role of function 'ingest' is declared elsewhere"])
  }

  /// Else a rule could be said to have had nothing to look at while it would have found something.
  @Test(arguments: Policy.standardRules.map { Described(rule: $0) })
  func ruleFindsNothingWhereItsSubjectsAreMissing(_ described: Described) {
    let subjects = described.rule.description.subjects
    guard !subjects.isEmpty else { return }
    for stack in everyExample {
      let isSubject = stack.declarations.contains { declaration in
        subjects.contains {
          $0.type == declaration.address.type
            || ObjectIdentifier($0) == ObjectIdentifier(type(of: declaration.resource))
        }
      }
      if !isSubject { #expect(described.rule.init().findings(in: stack).map(\.message) == []) }
    }
  }

  // MARK: Baseline

  @Test func knownFindingStandsForNothingHoweverItIsWorded() {
    let known = Set(identities(Policy(rules: [Fussy.self], today: "2026-11-21").report(on: topics(1))))
    let report = policy(knowing: known).report(on: topics(1))
    #expect(report.validated != nil)
    #expect(report.findings.isEmpty)
    #expect(report.baselined.count == 1)
    #expect(policy(knowing: known).report(on: topics(2)).findings.map(\.address.name) == ["topic_2"])
  }

  @Test func secondFindingAboutOneAddressIsAnother() {
    let report = Policy(rules: [Twice.self], today: "2026-11-21").report(on: topics(1))
    #expect(report.findings.map(\.discriminator).sorted() == ["", "#2", "name"])
    #expect(Set(identities(report)).count == 3)
  }

  @Test func secretsAreToldApartByTheirVariables() {
    var builder = StackBuilder()
    builder.add(
      LambdaFunction(
        "ingest", code: .zip(.file("code.zip"), runtime: .python313, handler: "app.handler"),
        role: ARN("arn:aws:iam::123456789012:role/shared"), timeout: .seconds(30),
        environment: ["API_KEY": "k", "DB_PASSWORD": "p"], logging: .json(to: "/aws/lambda/ingest")))
    let findings = Policy(today: "2026-11-21").report(on: DeclaredStack(builder)).findings
    #expect(
      findings.filter { $0.rule == .secretInEnvironment }.map(\.discriminator).sorted() == ["API_KEY", "DB_PASSWORD"])
  }

  @Test func entryThatIsNoLongerFoundIsAWarning() throws {
    let known = Set(identities(Policy(rules: [Fussy.self], today: "2026-11-21").report(on: topics(2))))
    let report = policy(knowing: known).reports(on: [topics(1)])[0]
    let stale = try #require(report.findings.first)
    #expect(report.findings.count == 1)
    #expect(stale.rule == "baseline-stale")
    #expect(stale.severity == .warning)
    #expect(stale.address.description == "aws_sns_topic.topic_2")
    #expect(stale.location.path == "/baseline.json")
  }

  @Test func entryOfAStackThatHasGoneIsStaleOnceAllAreLookedAt() {
    let gone = FindingIdentity(
      rule: "fussy", stack: StackIdentity(stack: "gone", environment: "prod"), address: "aws_sns_topic.a",
      discriminator: "")
    let policy = Policy(
      rules: [], today: "2026-11-21", baseline: Baseline(at: baselineFile, [gone]))
    #expect(policy.reports(on: [topics(1)]).flatMap(\.findings).map(\.rule) == ["baseline-stale"])
    #expect(policy.reports(on: [topics(1)], areAll: false).flatMap(\.findings).isEmpty)
  }

  @Test func baselineDoesNotLetThroughWhatWouldNotApply() {
    var builder = StackBuilder()
    builder.add(Topic("alerts"))
    builder.add(Topic("alerts"))
    let stack = DeclaredStack(builder)
    let known = identities(Policy(today: "2026-11-21").report(on: stack))
    let policy = Policy(today: "2026-11-21", baseline: Baseline(at: baselineFile, Set(known)))
    #expect(policy.report(on: stack).findings.contains { $0.rule == .duplicateAddress })
  }

  private func policy(knowing entries: Set<FindingIdentity>) -> Policy {
    Policy(rules: [Fussy.self], today: "2026-11-21", baseline: Baseline(at: baselineFile, entries))
  }

  private func identities(_ report: PolicyReport) -> [FindingIdentity] {
    report.findings.map(report.identity)
  }

  private func topics(_ count: Int, levels: [RuleID: RuleLevel] = [:]) -> DeclaredStack {
    var stack = StackBuilder()
    for number in 1...count { stack.add(Topic("topic-\(number)")) }
    return DeclaredStack(stack, ruleLevels: levels)
  }
}

private let baselineFile = InfraModel.SourceLocation(
  fileID: "baseline.json", path: "/baseline.json", line: 1, column: 1)

private let everyExample: [DeclaredStack] = Policy.standardRules.flatMap { rule in
  let description = rule.description
  return description.good.map { example in
    var stack = StackBuilder()
    example.declare(&stack)
    return DeclaredStack(stack)
  }
    + description.bad.map { example in
      var stack = StackBuilder()
      _ = example.declare(&stack)
      return DeclaredStack(stack)
    }
}

private struct Fussy: Rule {
  static let description = RuleDescription(
    id: "fussy", title: "T", rationale: "R.", sources: ["US10"], subjects: [Topic.self], good: [], bad: [])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(Topic.self).map { finding(on: $0, "'\($0.name)' is a topic", fix: "take it out") }
  }
}

private struct Unsure: Rule {
  static let description = RuleDescription(
    id: "unsure", title: "T", rationale: "R.", sources: ["US10"], good: [], bad: [])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    RuleEvaluation(
      undetermined: stack.declared(Topic.self).map {
        Undetermined(on: $0.declaration, "its policy is kept elsewhere", isDecidedByApply: false)
      })
  }
}

private struct Twice: Rule {
  static let description = RuleDescription(
    id: "twice", title: "T", rationale: "R.", sources: ["US10"], good: [], bad: [])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declared(Topic.self).flatMap { topic in
      [
        finding(on: topic, "one", fix: "f"), finding(on: topic, "other", fix: "f"),
        finding(on: topic, "third", fix: "f", subject: "name"),
      ]
    }
  }
}
