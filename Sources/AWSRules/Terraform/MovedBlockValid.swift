import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let movedBlockValid: RuleID = "moved-block-valid"
}

struct MovedBlockValid: Rule {
  static let description = RuleDescription(
    id: .movedBlockValid,
    title: "No resource is still declared at the old address of a `moved` or `removed` block",
    rationale: """
      Terraform validates such `moved` and `removed` blocks, and then refuses to plan or destroys the resources \
      that they should keep.
      """,
    sources: ["US10", "https://developer.hashicorp.com/terraform/language/modules/develop/refactoring"],
    isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("A topic was renamed twice") { stack in
        stack.add(Topic("bells").renamed(from: "alarms").renamed(from: "alerts"))
      },
      Example("What there was one of became an instance") { stack in
        let topics = stack.add(forEach: .set(["orders", "bills"]), with: { ["name": .text($0.key)] }) { _ in
          Topic("events")
        }
        stack.add(StateChange.moved(from: topics.address, to: topics["orders"].address))
      },
      Example("One topic is removed from the state, and another is declared") { stack in
        stack.add(StateChange.removed(Address(type: "aws_sns_topic", name: "alerts")))
        stack.add(Topic("bells"))
      },
    ],
    bad: [
      Counterexample("Two topics swap their names") { stack in
        stack.add(Topic("alerts").renamed(from: "bills"))
        stack.add(Topic("bills").renamed(from: "alerts"))
        return [.configuration(.moved, ""), .configuration(.moved, "")]
      },
      Counterexample("A new topic has the name that another one had before") { stack in
        stack.add(Topic("bells").renamed(from: "alerts"))
        stack.add(Topic("alerts"))
        return [.configuration(.moved, "")]
      },
      Counterexample("A move to the same address") { stack in
        stack.add(Topic("alerts").renamed(from: "alerts"))
        return [.configuration(.moved, "")]
      },
      Counterexample("One topic moved to two addresses") { stack in
        stack.add(Topic("alerts").renamed(from: "alarms"))
        stack.add(Topic("bells").renamed(from: "alarms"))
        return [.configuration(.moved, "")]
      },
      Counterexample("Two topics moved to one address") { stack in
        let alerts = stack.add(Topic("alerts").renamed(from: "alarms"))
        stack.add(StateChange.moved(from: Address(type: "aws_sns_topic", name: "bells"), to: alerts.address))
        return [.configuration(.moved, "")]
      },
      Counterexample("A queue moved to a topic") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(StateChange.moved(from: Address(type: "aws_sqs_queue", name: "alerts"), to: alerts.address))
        return [.configuration(.moved, "")]
      },
      Counterexample("A topic is moved to an instance of what has none") { stack in
        stack.add(Topic("events"))
        let instance = Address(type: "aws_sns_topic", name: "events", index: "[0]")
        stack.add(StateChange.moved(from: Address(type: "aws_sns_topic", name: "orders"), to: instance))
        return [.configuration(.moved, "")]
      },
      Counterexample("A removed resource that is still declared") { stack in
        stack.add(StateChange.removed(stack.add(Topic("alerts")).address))
        return [.configuration(.removed, "")]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    moves(in: stack) + removals(in: stack)
  }

  private func moves(in stack: DeclaredStack) -> [Finding] {
    var newByOld: [Address: Address] = [:]
    var oldByNew: [Address: Address] = [:]
    return stack.moves.all.compactMap { move in
      let (old, new) = (move.old, move.new)
      let (otherNew, otherOld) = (newByOld[old] ?? new, oldByNew[new] ?? old)
      (newByOld[old], oldByNew[new]) = (otherNew, otherOld)
      let fault: (message: String, fix: String)? =
        if old == new {
          ("'\(old)' is moved to itself", "remove the move")
        } else if old.type != new.type {
          (
            "'\(old)' cannot be moved to '\(new)', which has another type: Terraform would destroy it",
            "remove the move; `diff` then shows what is removed"
          )
        } else if otherNew != new {
          ("'\(old)' is moved to both '\(otherNew)' and '\(new)'", "remove one of the moves")
        } else if otherOld != old {
          (
            "both '\(otherOld)' and '\(old)' are moved to '\(new)'",
            "remove one of the moves or, if it was renamed twice, write `.renamed(from: …).renamed(from: …)`"
          )
        } else if stack.managesInstance(at: old) {
          (
            "'\(old)' is moved to '\(new)' but still declared, and Terraform does not create another resource there",
            "give the resource that is declared as '\(old)' a new name; to swap two names, apply a third name first"
          )
        } else if !new.index.isEmpty, stack.declares(new.withoutIndex), !stack.declares(new) {
          ("'\(old)' is moved to '\(new)', but there is one '\(new.withoutIndex)' without a key", "remove the key")
        } else {
          nil
        }
      return fault.map { finding(on: move.block, $0.message, fix: $0.fix, subject: "\(old)") }
    }
  }

  private func removals(in stack: DeclaredStack) -> [Finding] {
    stack.configuration.filter { $0.section == .removed }.compactMap { block in
      guard case .address(let old) = block.block["from"], stack.managesInstance(at: old) else { return nil }
      return finding(
        on: block, "'\(old)' is removed from the state but still declared",
        fix: "remove the declaration or the `StateChange.removed`", subject: "\(old)")
    }
  }
}
