import InfraModel
import Testing

/// A rule answers `unknown` only where it needs the argument that is unknown, and never passes over one that it needs.
///
/// Every counterexample of every rule, as raw resources and as a plan, with each argument made unknown in turn. Whether a
/// rule needs an argument is told by the rule's answers to known values alone: it does where removing the argument or
/// giving it another value changes what is found.
@Suite struct UnknownArgumentTests {
  @Test(
    "Every counterexample is found whichever argument that its rule does not need is unknown",
    arguments: Trial.Form.allCases)
  func findingsSurviveUnknownArguments(as form: Trial.Form) {
    var met: Set<String> = []
    for rule in Policy.standardRules where !isAboutArguments(rule.description.id) {
      for example in rule.description.bad {
        var builder = StackBuilder()
        _ = example.declare(&builder)
        let typed = DeclaredStack(builder, account: nil)
        for trouble in troubles(of: rule, in: Trial(typed, as: form, configuration: builder)) {
          let entry = "\(rule.description.id): \(trouble)"
          met.insert(entry)
          #expect(unknownArgumentExceptions[entry] != nil, "\(example.title): \(entry)")
        }
      }
    }
    // A plan has no expected load, so the rules about it find nothing there.
    guard form == .raw else { return }
    let stale = Set(unknownArgumentExceptions.keys).subtracting(met)
    #expect(stale.isEmpty, "no longer the case: \(stale.sorted())")
  }

  /// What goes wrong, as `type.argument what`.
  private func troubles(of rule: any Rule.Type, in trial: Trial) -> [String] {
    let rule = rule.asked(on: "2026-11-21")
    let before = Answer(rule.evaluation(of: trial.stack()))
    var troubles: [String] = []
    for (index, declaration) in trial.declarations.enumerated() where declaration.address.mode == .managed {
      for argument in trial.blocks[index].arguments.map(\.name) {
        let answer = Answer(rule.evaluation(of: trial.stack(replacing: argument, of: index, with: .unknown)))
        guard answer.found != before.found else { continue }
        let isNeeded = trial.others(than: trial.blocks[index][argument]).contains { other in
          let changed = trial.stack(replacing: argument, of: index, with: other)
          return Answer(rule.evaluation(of: changed)).found != before.found
        }
        let name = "\(declaration.address.type).\(argument)"
        if !answer.found.isSubset(of: before.found) {
          troubles.append("\(name) invents a finding")
        } else if !isNeeded {
          troubles.append("\(name) hides a finding")
        } else if answer.undetermined.isEmpty {
          troubles.append("\(name) passes silently")
        }
      }
    }
    return troubles
  }

  /// Rules that object to the arguments themselves, each of which is its own subject.
  private func isAboutArguments(_ rule: RuleID) -> Bool {
    [.argumentLimits, .argumentConflicts, .extraArgumentConflict].contains(rule)
  }
}

/// What a rule said, by the addresses.
private struct Answer {
  let found: Set<Address>
  let undetermined: Set<Address>

  init(_ evaluation: RuleEvaluation) {
    found = Set(evaluation.findings.map(\.address))
    undetermined = Set(evaluation.undetermined.map(\.address))
  }
}
