import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let instanceValueScope: RuleID = "instance-value-scope"
}

struct InstanceValueScope: Rule {
  static let description = RuleDescription(
    id: .instanceValueScope,
    title: "Instances are referred to by key, and `each`, `count.index` and `self` where Terraform knows them",
    rationale: """
      The values `each.key`, `each.value` and `count.index` belong to the instance at hand, and `self` to a resource in its \
      own postconditions and provisioners. Terraform refuses them in any other block, and an attribute of a resource with \
      instances without a key.
      """,
    sources: ["https://developer.hashicorp.com/terraform/language/expressions/references"], isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("A topic for each team, and one for each number") { stack in
        stack.add(forEach: .map(["red": "Red", "blue": "Blue"]), with: { ["display_name": $0.value.value] }) { _ in
          Topic("teams")
        }
        stack.add(count: 2, with: { ["display_name": .text("shift \($0)")] }) { _ in Topic("shifts") }
      },
      Example("A postcondition and a provisioner read the resource itself") { stack in
        let output = Expression.named(.itself).member("output")
        stack.add(
          TerraformData("release", remembering: "1.2.3"),
          lifecycle: Lifecycle(
            postconditions: [CustomCondition(.binary(output, .notEqual, ""), otherwise: "there is no release")]),
          provisioners: [.localExec("echo \(output)")])
      },
    ],
    bad: [
      Counterexample("The key of an instance, kept for another resource") { stack in
        var key: Text = ""
        stack.add(forEach: .set(["orders", "bills"])) { each in
          key = each.key
          return Topic("events")
        }
        return [stack.add(Topic("all"), with: ["display_name": .text(key)]).address]
      },
      Counterexample("`each` where there is a `count`") { stack in
        let topics = stack.add(count: 2, with: { _ in ["display_name": Expression.raw("each.key").value] }) { _ in
          Topic("events")
        }
        return [topics.address]
      },
      Counterexample("An output of the number of an instance") { stack in
        stack.add(Output("number", value: Expression.raw("count.index + 1").value, description: "Which one"))
        return [.configuration(.output, "number")]
      },
      Counterexample("A reference that is put together by hand lacks the key") { stack in
        let topics = stack.add(count: 2) { _ in Topic("events") }
        let arn = Reference(address: topics.address, attribute: "arn", stack: stack.identity)
        stack.add(Output("topic", Text(.attribute(arn)), description: "Where events go"))
        return [.configuration(.output, "topic")]
      },
      Counterexample("A resource's arguments read itself") { stack in
        let itself = Expression.named(.itself).member("name")
        return [stack.add(Topic("events"), with: ["display_name": itself.value]).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let readings = ArgumentReferences(of: stack).readings
    let resources = zip(stack.declarations, readings).flatMap { declaration, reading in
      findings(on: declaration, reading, in: stack)
    }
    return resources + stack.configuration.flatMap { findings(on: $0, in: stack) }
  }

  private func findings(
    on declaration: Declaration, _ reading: ArgumentReferences.Reading, in stack: DeclaredStack
  ) -> [Finding] {
    let place = "\(declaration.address)"
    let misplaced = misplaced(in: declaration, reading).map { name in
      finding(on: declaration, message(place, name), fix: fix(name), subject: name)
    }
    let keyless = keyless(in: reading, of: stack).map { target in
      finding(on: declaration, keyMessage(place, target), fix: keyFix, subject: "\(target)")
    }
    return misplaced + keyless
  }

  private func findings(on block: ConfigurationBlock, in stack: DeclaredStack) -> [Finding] {
    let place = "\(block.address)"
    let reading = ArgumentReferences.Reading(block.block)
    let keyless = keyless(in: reading, of: stack).map { target in
      finding(on: block, keyMessage(place, target), fix: keyFix, subject: "\(target)")
    }
    let misplaced = misplaced(in: block, reading).map { name in
      finding(on: block, message(place, name), fix: fix(name), subject: name)
    }
    return keyless + misplaced
  }

  private static let scoped: Set = ["each", "count", "self"]

  private func misplaced(in block: ConfigurationBlock, _ reading: ArgumentReferences.Reading) -> [String] {
    var known: Set<String> = []
    if block.block["count"] != nil { known.insert("count") }
    if block.block["for_each"] != nil { known.insert("each") }
    if block.section == .removed { known.insert("self") }
    return reading.named.intersection(Self.scoped).subtracting(known).sorted()
  }

  private func misplaced(in declaration: Declaration, _ reading: ArgumentReferences.Reading) -> [String] {
    guard !reading.named.isDisjoint(with: Self.scoped) else { return [] }
    let known: String? =
      switch declaration.repetition {
      case .count: "count"
      case .forEach: "each"
      case nil: nil
      }
    return reading.named.filter { name in
      switch name {
      case "self": ArgumentReferences.Reading(declaration.blockWithoutItself).named.contains("self")
      case "each", "count": name != known
      default: false
      }
    }.sorted()
  }

  /// The resources of whose attributes a reference lacks the key, or has one although there is one of it.
  private func keyless(in reading: ArgumentReferences.Reading, of stack: DeclaredStack) -> [Address] {
    let wrong = reading.references.filter { reference in
      guard !reference.attribute.isEmpty, let target = stack.declaration(at: reference.address) else { return false }
      return (target.repetition == nil) != (reference.instance == nil)
    }
    return Set(wrong.map(\.address)).sorted()
  }

  private func keyMessage(_ place: String, _ target: Address) -> String {
    "'\(place)' refers to '\(target)' without the key of an instance, or with one where there is none"
  }

  private var keyFix: String {
    "refer to it by what `stack.add` returns, which asks for a key where there are instances"
  }

  private func message(_ place: String, _ name: String) -> String {
    "'\(place)' reads `\(name)`, which has no meaning there"
  }

  private func fix(_ name: String) -> String {
    switch name {
    case "each": "use it in the closure of `stack.add(forEach:)` only"
    case "count": "use it in the closure of `stack.add(count:)` only"
    default: "refer to the resource by what `stack.add` returns"
    }
  }
}

extension Declaration {
  /// What of the resource cannot read the resource itself.
  fileprivate var blockWithoutItself: Block {
    var block = self.block
    var lifecycle = self.lifecycle
    lifecycle.postconditions = []
    if let lifecycle = lifecycle.block { block["lifecycle"] = .blocks([lifecycle]) }
    if let repetition {
      switch repetition {
      case .count(let number), .forEach(let number): block["count"] = number.value
      }
    }
    return block
  }
}
