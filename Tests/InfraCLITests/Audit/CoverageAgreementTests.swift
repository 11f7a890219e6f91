import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// Coverage and the rules give one answer to one question.
///
/// Over the examples of all rules, as raw resources and as a plan, and over the plans of these tests. The examples of the
/// rules in question also with each argument unknown in turn.
@Suite struct CoverageAgreementTests {
  /// A column of coverage for one kind of resource, and the rule that asks the same.
  private static let questions: [Question] = [
    Question(.function, .errors, .lambdaErrorAlarm),
    Question(.function, .duration, .lambdaP95Alarm),
    Question(.function, .permission, .lambdaXRayPermission),
    Question(.stateMachine, .permission, .stateMachineXRayPermission),
  ]

  @Test(arguments: Trial.Form.allCases) func examples(as form: Trial.Form) {
    let asking = Set(Self.questions.map(\.rule) + [.requestPathTraced])
    for rule in Policy.standardRules {
      let declarations = rule.description.good.map(\.declare) + rule.description.bad.map { $0.declareOnly }
      for declare in declarations {
        var builder = StackBuilder()
        declare(&builder)
        let trial = Trial(DeclaredStack(builder, account: nil), as: form, configuration: builder)
        expectAgreement(on: trial.stack())
        guard asking.contains(rule.description.id) else { continue }
        for (index, declaration) in trial.declarations.enumerated() where declaration.address.mode == .managed {
          for argument in trial.blocks[index].arguments.map(\.name) {
            let comment = "\(rule.description.id): \(declaration.address).\(argument) unknown"
            expectAgreement(on: trial.stack(replacing: argument, of: index, with: .unknown), comment)
          }
        }
      }
    }
  }

  @Test(arguments: ["orders/plan", "front/plan", "sensitive/plan", "media/state"])
  func plans(_ name: String) throws {
    let file = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Plans/\(name).json")
    let plan = try AuditedPlan(
      reading: Array(try Data(contentsOf: file)), from: name, called: name, source: nil, waivers: nil, in: "/")
    expectAgreement(on: plan.stack)
  }

  private func expectAgreement(on stack: DeclaredStack, _ comment: String = "") {
    let coverage = Coverage(of: stack)
    for question in Self.questions {
      for row in coverage.rows(of: question.kind) {
        let (covered, ruled) = (row[question.watch], question.answer(of: row.address, in: stack))
        #expect(covered == ruled || covered == .notApplicable && ruled == .yes, "\(question) \(row.address) \(comment)")
      }
    }
    // The rule passes over what states a reason, what requests do not pass, and all but one where nothing is traced.
    for kind in [Coverage.Kind.function, .stateMachine, .topic] {
      let question = Question(kind, .tracing, .requestPathTraced)
      for row in coverage.rows(of: kind) {
        switch question.answer(of: row.address, in: stack) {
        case .no: #expect(row[.tracing] == .no, "\(question) \(row.address) \(comment)")
        case .unknown where kind != .topic: #expect(row[.tracing] == .unknown, "\(question) \(row.address) \(comment)")
        default: continue
        }
      }
    }
  }
}

private struct Question {
  let kind: Coverage.Kind
  let watch: Coverage.Watch
  let rule: RuleID

  init(_ kind: Coverage.Kind, _ watch: Coverage.Watch, _ rule: RuleID) {
    self.kind = kind
    self.watch = watch
    self.rule = rule
  }

  /// What the rule says of a resource, in the words of coverage.
  func answer(of address: Address, in stack: DeclaredStack) -> Coverage.Answer {
    let rules = Policy.standardRules.filter { $0.description.id == rule }
    let report = Policy(rules: rules, today: "2026-11-21").report(on: stack)
    if report.findings.contains(where: { $0.address == address }) { return .no }
    return report.results.contains { $0.undetermined.contains { $0.address == address } } ? .unknown : .yes
  }
}

extension Counterexample {
  fileprivate var declareOnly: @Sendable (inout StackBuilder) -> Void {
    { [declare] stack in _ = declare(&stack) }
  }
}
