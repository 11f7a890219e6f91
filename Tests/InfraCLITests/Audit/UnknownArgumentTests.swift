import Testing

@testable import InfraModel

/// A rule answers `unknown` only where it needs the argument that is unknown, and never passes over one that it needs.
///
/// Every counterexample of every rule, as raw resources and as a plan, with each argument made unknown in turn. Whether a
/// rule needs an argument is told by the rule's answers to known values alone: it does where removing the argument or
/// giving it another value changes what is found.
@Suite struct UnknownArgumentTests {
  /// How the resources of an example are declared.
  enum Form: CaseIterable, Sendable {
    case raw, planned
  }

  @Test(
    "Every counterexample is found whichever argument that its rule does not need is unknown", arguments: Form.allCases)
  func findingsSurviveUnknownArguments(as form: Form) {
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
    let stale = Set(unknownArgumentExceptions.keys).subtracting(met).subtracting(unknownArgumentsOnlyInPlans)
    #expect(stale.isEmpty, "no longer the case: \(stale.sorted())")
  }

  /// What goes wrong, as `type.argument what`.
  private func troubles(of rule: any Rule.Type, in trial: Trial) -> [String] {
    let rule = rule.asked(on: "2026-11-21")
    let before = Answer(rule.evaluate(in: trial.stack()))
    var troubles: [String] = []
    for (index, declaration) in trial.declarations.enumerated() where declaration.address.mode == .managed {
      for argument in trial.blocks[index].arguments.map(\.name) {
        let answer = Answer(rule.evaluate(in: trial.stack(replacing: argument, of: index, with: .unknown)))
        guard answer.found != before.found else { continue }
        let isNeeded = trial.others(than: trial.blocks[index][argument]).contains { other in
          let changed = trial.stack(replacing: argument, of: index, with: other)
          return Answer(rule.evaluate(in: changed)).found != before.found
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

/// What an argument is changed to.
private enum Change {
  case unknown
  case removed
  case value(Value)
}

/// A stack of an example in another form.
private struct Trial {
  let declarations: [Declaration]
  /// The arguments of each as a plan has them.
  let blocks: [Block]
  private let typed: DeclaredStack
  private let form: UnknownArgumentTests.Form
  private let builder: StackBuilder

  init(_ typed: DeclaredStack, as form: UnknownArgumentTests.Form, configuration builder: StackBuilder) {
    self.typed = typed
    self.form = form
    self.builder = builder
    declarations = typed.declarations
    blocks = declarations.map(\.block.settled)
  }

  func stack(
    replacing argument: String? = nil, of index: Int = 0, with change: Change = .removed
  ) -> DeclaredStack {
    func block(_ position: Int) -> Block {
      var block = blocks[position]
      guard position == index, let argument else { return block }
      switch change {
      case .unknown: block[argument] = .text(Text(.knownAfterApply(reading: [])))
      case .removed: block[argument] = nil
      case .value(let value): block[argument] = value
      }
      return block
    }
    switch form {
    case .planned:
      return DeclaredStack(
        typed.identity, region: typed.homeRegion,
        planned: declarations.indices.map { position in
          PlannedResource(
            address: declarations[position].address, region: declarations[position].region, block: block(position),
            dependencies: declarations[position].dependencies, location: declarations[position].location)
        })
    case .raw:
      var raw = builder
      raw.declarations = []
      for (position, declaration) in declarations.enumerated() {
        guard declaration.address.mode == .managed else {
          raw.declarations.append(declaration)
          continue
        }
        raw.add(
          RawResource(declaration.address.type, declaration.address.name, block(position)), in: declaration.region,
          after: declaration.dependencies)
      }
      return DeclaredStack(raw)
    }
  }
}

extension Trial {
  /// Other values that an argument could have.
  func others(than value: Value?) -> [Change] {
    [.removed] + (value.map { alternatives(to: $0) } ?? []).map { .value($0) }
  }

  private func alternatives(to value: Value) -> [Value] {
    switch value {
    case .bool: flags
    case .integer, .number: numbers
    case .text, .literal, .address: texts + numbers + flags + references + documents
    case .json: documents
    case .blocks(let blocks):
      blocks.indices.flatMap { index in
        blocks[index].arguments.flatMap { name, inner in
          ([nil] + alternatives(to: inner)).map { other in
            var changed = blocks
            changed[index][name] = other
            return .blocks(changed)
          }
        }
      }
    case .map(let members):
      members.flatMap { name, inner in
        alternatives(to: inner).map { .map(members.merging([name: $0]) { $1 }) }
      }
    case .list(let values):
      [.list([])] + (values.first.map { alternatives(to: $0) } ?? []).map { .list([$0]) }
    case .literalMap: []
    }
  }

  private var texts: [Value] {
    ["", "other", "*", "Default", "NONE", "AWS_IAM", "ENABLED", "Active", "breaching"].map { .text(Text($0)) }
  }

  private var numbers: [Value] { [-1, 0, 1, 60, 1_000, 1_000_000].map { .integer($0) } }

  private var flags: [Value] { [.bool(true), .bool(false)] }

  /// To everything else of the stack.
  private var references: [Value] {
    declarations.flatMap { declaration in
      ["arn", "id"].map {
        .text(Text(Reference(address: declaration.address, attribute: $0, stack: typed.identity)))
      }
    }
  }

  /// Policies that allow everything and nothing.
  private var documents: [Value] {
    ["Allow", "Deny"].map { effect in
      .json(["Statement": [["Effect": .text(Text(effect)), "Principal": "*", "Action": "*", "Resource": "*"]]])
    }
  }
}
