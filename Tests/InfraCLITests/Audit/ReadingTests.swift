import Foundation
import InfraCLI
import InfraModel
import Stacks
import Testing

/// What a type writes it reads back.
@Suite struct ReadingTests {
  @Test func everyResourceOfOurStacksReadsBackWhatItWrites() {
    let declared = stacks.flatMap { $0.everyEnvironment }
    #expect(declared.count > 10)
    for stack in declared { expectReadsBack(stack) }
  }

  @Test func everyResourceOfTheRulesExamplesReadsBackWhatItWrites() {
    for rule in Policy.standardRules {
      for example in rule.description.good {
        var builder = StackBuilder()
        example.declare(&builder)
        expectReadsBack(DeclaredStack(builder))
      }
      for example in rule.description.bad {
        var builder = StackBuilder()
        _ = example.declare(&builder)
        expectReadsBack(DeclaredStack(builder))
      }
    }
  }

  @Test func everyVariantReadsBackWhatItWrites() {
    expectReadsBack(variants)
  }

  @Test func everyTypeThatIsReadIsTried() {
    let tried = Set(
      stacks.flatMap { $0.everyEnvironment }.flatMap(\.declarations).map(\.address.type)
        + (examples + [variants]).flatMap(\.declarations).map(\.address.type))
    #expect(Set(decodableTypes.keys).subtracting(tried).isEmpty)
  }

  /// A rule that looks for a type which no plan is read into would find none of it and pass. So a new type is either
  /// read, or in this list with its reason.
  @Test func everyTypeOfTheModelIsRead() throws {
    let unread = [
      "AnomalyAlarm": "a plan has it as a resource of MetricAlarm's type, whose rules read its queries",
      "RawResource": "it is what everything is that no type holds",
      "RawDataSource": "it is data of any type, and the rules look at resources",
      "RawEphemeralResource": "nothing of it is in a plan",
      "DeclaredInstances": "it is no resource, but what `add` returns for several of one",
      "TerraformData": "it is no resource of AWS, and no rule looks at it",
      "CallerIdentity": "it is data, which nobody declares",
      "RemoteState": "it is data, and the rules about it are not asked of plans",
      "ExportParameter": "any parameter would be one, and the rules about it are not asked of plans",
      "ImportedParameter": "it is data, and the rules about it are not asked of plans",
    ]
    let declared = try typesOfTheModel()
    #expect(declared.count > 60)
    // Both directions of a security group's rules are one generic type.
    let read = Set(decodableTypes.values.map { String(String(describing: $0).prefix { $0 != "<" }) })
    #expect(declared.subtracting(read) == Set(unread.keys))
  }

  /// The names of all structures that say of themselves to be a resource.
  private func typesOfTheModel() throws -> Set<String> {
    let root = URL(filePath: #filePath).pathComponents.dropLast(4).dropFirst().reduce("") { "\($0)/\($1)" }
    let files = try ["AWSModel", "TerraformModel"].flatMap { module in
      let folder = URL(filePath: root).appending(path: "Sources/\(module)")
      return try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        .compactMap { $0 as? URL }
    }
    var names: Set<String> = []
    let kinds = ["Resource", "ResourceModel", "DecodableResource", "PartOfAPI", "Alarm"]
    for file in files where file.pathExtension == "swift" {
      for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
        let words = line.split { " :,{".contains($0) }.map(String.init)
        guard let index = words.firstIndex(of: "struct"), index < 2, index + 2 < words.count,
          words[(index + 2)...].contains(where: kinds.contains)
        else { continue }
        names.insert(String(words[index + 1].prefix { $0 != "<" }))
      }
    }
    return names
  }

  /// The bad example of every rule is bad as a plan too, unless Terraform does not know what the rule asks for.
  @Test func everyBadExampleIsFoundInAPlan() {
    let policy = Policy(today: "2026-11-21")
    for rule in Policy.standardRules where !unasked.contains(rule.description.id) {
      let id = rule.description.id
      for example in rule.description.bad {
        var builder = StackBuilder()
        _ = example.declare(&builder)
        let stack = DeclaredStack(builder)
        let expected = Set(policy.report(on: stack).findings.filter { $0.rule == id }.map(\.address))
        let report = policy.report(on: stack.planned)
        // What is an extra argument in Swift is the model's own in a plan, and the rule about the model finds it.
        let isAboutExtras = [.argumentLimits, .argumentConflicts].contains(id)
        let found = Set(report.findings.filter { $0.rule == id || isAboutExtras }.map(\.address))
        let unknown = Set(report.results.filter { $0.rule == id }.flatMap(\.undetermined).map(\.address))
        #expect(
          isAboutExtras ? expected.isSubset(of: found) : expected.subtracting(unknown) == found.subtracting(unknown),
          "\(id): \(example.title)")
        if !unknown.isDisjoint(with: expected) {
          #expect(
            cannotTell.contains(id),
            "\(id): \(example.title): \(report.results.filter { $0.rule == id }.flatMap(\.undetermined).map(\.reason))")
        }
      }
    }
  }

  /// What is good in Swift is never bad in a plan.
  @Test func noGoodExampleIsAFindingInAPlan() {
    let policy = Policy(today: "2026-11-21")
    for rule in Policy.standardRules where !unasked.contains(rule.description.id) {
      let id = rule.description.id
      for example in rule.description.good {
        var builder = StackBuilder()
        example.declare(&builder)
        let found = policy.report(on: DeclaredStack(builder).planned).findings.filter { $0.rule == id }
        if reasonsThatPlansLack.contains("\(id): \(example.title)") {
          #expect(!found.isEmpty, "\(id): \(example.title)")
          continue
        }
        #expect(found.isEmpty, "\(id): \(example.title): \(found.map(\.message))")
      }
    }
  }

  private func expectReadsBack(_ stack: DeclaredStack) {
    for declaration in stack.declarations {
      // Nothing is equal to what is no number, and no plan can hold it.
      if case .number(let number)? = declaration.block["threshold"], number.isNaN { continue }
      guard declaration.address.mode == .managed, !(declaration.resource is RawResource),
        !(declaration.resource is AnomalyAlarm), let type = decodableTypes[declaration.address.type]
      else { continue }
      var written = Block()
      if let rule = type.namingRule { written[rule.argument] = declaration.block[rule.argument] }
      declaration.resource.encode(into: &written)
      written = written.settled
      if declaration.address.type == LambdaFunction.type { written = written.withTextInEnvironment }
      do {
        var again = Block()
        if let rule = type.namingRule { again[rule.argument] = written[rule.argument] }
        try type.init(named: declaration.resource.name, reading: BlockDecoder(written)).encode(into: &again)
        if declaration.address.type == StateMachine.type { (written["definition"], again["definition"]) = (nil, nil) }
        // In a plan that nobody wrote in Swift they are anybody's own.
        if declaration.address.type == Deployment.type { (written["triggers"], again["triggers"]) = (nil, nil) }
        // Where the zip lies is kept, its hash is not.
        if declaration.address.type == LambdaFunction.type {
          for argument in ["source_code_hash", "filename"] { (written[argument], again[argument]) = (nil, nil) }
        }
        let (left, right) = (again.settled.asMap, written.asMap)
        let differing = Set(left.keys).union(right.keys).filter { left[$0] != right[$0] }
          .map { "\($0): \(String(describing: left[$0])) for \(String(describing: right[$0]))" }
        #expect(differing == [], "\(declaration.address)")
      } catch {
        Issue.record("\(declaration.address): \(error)")
      }
    }
  }

  private var examples: [DeclaredStack] {
    Policy.standardRules.flatMap { rule in
      rule.description.good.map { example in
        var builder = StackBuilder()
        example.declare(&builder)
        return DeclaredStack(builder)
      }
    }
  }
}

private let unasked = Set(Policy.standardRules.map { $0.description }.filter { $0.reasonNotAudited != nil }.map(\.id))

/// Rules that cannot tell of some of their bad examples, and say so: silence is known of AWS's own metrics alone, and an
/// alarm on two expressions has no model.
let cannotTell: Set<RuleID> = [.missingDataFitsMetric, .alarmEvaluationLimits]

/// Examples that are good because of what Terraform does not record.
private let reasonsThatPlansLack = [
  "request-path-traced: A function states why it is not traced",
  "no-adot-exec-wrapper: Powertools logs only, and the wrapper traces",
]

extension Stack {
  static var everyEnvironment: [DeclaredStack] {
    Environment.allCases.map { DeclaredStack(Self(environment: $0)) }
  }
}

extension Block {
  /// Variables of an environment are text, as terraform makes them, whatever a variable of terraform's is.
  fileprivate var withTextInEnvironment: Block {
    guard let environment = self["environment"]?.nestedBlocks?.first,
      case .map(let variables)? = environment["variables"]
    else { return self }
    var block = self
    block["environment"] = .blocks([
      ["variables": .map(variables.mapValues { value in value.word.map { .text(Text($0)) } ?? value })]
    ])
    return block
  }
}
