import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let undeclaredReference: RuleID = "undeclared-reference"
}

struct UndeclaredReference: Rule {
  static let description = RuleDescription(
    id: .undeclaredReference,
    title: "Every reference points to a resource that the stack declares",
    rationale: "Terraform keeps one state per stack and environment and cannot refer to another.",
    sources: ["US10", "https://developer.hashicorp.com/terraform/language/expressions/references"], isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("The topic is the stack's own") { stack in
        let alerts = stack.add(Topic("alerts"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
      },
      Example("The intermediate address of a resource that was moved twice") { stack in
        let topic = stack.add(Topic("alerts"))
        let first = Address(type: "aws_sns_topic", name: "bells")
        let second = Address(type: "aws_sns_topic", name: "alarms")
        stack.add(StateChange.moved(from: first, to: second))
        stack.add(StateChange.moved(from: second, to: topic.address))
        stack.add(StateChange.removed(Address(type: "aws_sns_topic", name: "whistles")))
        stack.add(Output("alerts", topic.arn.text, description: "Where alarms go"))
      },
      Example("An instance by its key, and all of them") { stack in
        let topics = stack.add(forEach: .set(["orders", "bills"])) { _ in Topic("events") }
        stack.add(Output("orders", topics["orders"].arn.text, description: "Where orders go"))
        stack.add(Output("all", value: topics.all(\.arn).value, description: "Every topic"))
      },
      Example("Another stack's topic is known by its ARN") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [ARN("arn:aws:sns:us-east-1:123456789012:shop-prod-alerts")]))
      },
    ],
    bad: [
      Counterexample("The topic belongs to another stack") { stack in
        var shop = StackBuilder(StackIdentity(stack: "shop", environment: "prod"))
        let alerts = shop.add(Topic("alerts"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        return [alarm.address]
      },
      Counterexample("A topic of another environment, with an address that the stack has too") { stack in
        var dev = StackBuilder(StackIdentity(stack: "example", environment: "dev"))
        stack.add(Topic("alerts"))
        let alerts = dev.add(Topic("alerts"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        return [alarm.address]
      },
      Counterexample("The topic was declared in a copy of the stack") { stack in
        var copy = stack
        let alerts = copy.add(Topic("alerts"))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts.arn]))
        return [alarm.address]
      },
      Counterexample("An output shows another stack's topic") { stack in
        var shop = StackBuilder(StackIdentity(stack: "shop", environment: "prod"))
        stack.add(Output("alerts", shop.add(Topic("alerts")).arn.text, description: "Where alarms go"))
        return [.configuration(.output, "alerts")]
      },
      Counterexample("A moved or imported resource that is not declared") { stack in
        let alarms = Address(type: "aws_sns_topic", name: "alarms")
        let missing = Address(type: "aws_sns_topic", name: "alerts")
        stack.add(StateChange.moved(from: alarms, to: missing))
        stack.add(StateChange.imported(missing, id: "arn:aws:sns:us-east-1:123456789012:alerts"))
        return [.configuration(.moved, ""), .configuration(.import, "")]
      },
      Counterexample("The key of an instance is that of another stack's resource") { stack in
        var shop = StackBuilder(StackIdentity(stack: "shop", environment: "prod"))
        let name = shop.add(Topic("names"))
        let topics = stack.add(forEach: .set(["orders"])) { _ in Topic("events") }
        stack.add(Output("topic", topics[name.attribute("display_name")].arn.text, description: "Where orders go"))
        return [.configuration(.output, "topic")]
      },
      Counterexample("A check's data source, outside of the check") { stack in
        var kept: Text = ""
        stack.add(check: "image", reading: RawDataSource("aws_ssm_parameter", "image", ["name": "/image"])) { image in
          kept = image.attribute("version")
          return [CustomCondition(.binary(.text(kept), .atLeast, 3), otherwise: "the image is too old")]
        }
        stack.add(Output("version", kept, description: "Which image"))
        return [.configuration(.output, "version")]
      },
      Counterexample("A dependency that is not declared") { stack in
        let missing = Address(type: "aws_sns_topic", name: "alerts")
        return [stack.add(Topic("bills"), after: [missing]).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    zip(stack.declarations, ArgumentReferences(of: stack).readings).flatMap { declaration, reading -> [Finding] in
      let bare = declaration.dependencies + declaration.lifecycle.replaceTriggeredBy + reading.addresses
      return foreign(in: reading.references, and: bare, of: stack).map { address, owner in
        finding(
          on: declaration, message("\(declaration.address)", address, owner, in: stack),
          fix: fix("\(declaration.resource.name)", address, owner, in: stack))
      }
    } + blocks(in: stack)
  }

  private func blocks(in stack: DeclaredStack) -> [Finding] {
    let left = stack.configuration.filter { $0.section == .moved }.compactMap { $0.block["from"]?.address }
    return stack.configuration.flatMap { block -> [Finding] in
      // What is moved or imported has to be somewhere; what is moved on may be gone from there.
      let bare = [.moved, .import].contains(block.section) ? [block.block["to"]?.address].compactMap(\.self) : []
      let places = bare.filter { !left.contains($0) }
      let reading = ArgumentReferences.Reading(block.block)
      // What a check reads is declared in it, and in no other place.
      let own = block.ownData
      let references = reading.references.filter { $0.stack != stack.identity || !own.contains($0.address) }
      let addresses = reading.addresses.filter { !own.contains($0) }
      return foreign(in: references, and: places + addresses, of: stack).map { address, owner in
        finding(
          on: block, message("\(block.address)", address, owner, in: stack),
          fix: fix("\(block.address)", address, owner, in: stack))
      }
    }
  }

  /// What is not the stack's own: of references, and of addresses that stand by themselves.
  private func foreign(
    in references: [Reference], and addresses: [Address], of stack: DeclaredStack
  ) -> [(Address, StackIdentity)] {
    var foreign: [Address: StackIdentity] = [:]
    for reference in references where reference.stack != stack.identity || !stack.declares(reference.address) {
      foreign[reference.address] = reference.stack
    }
    for address in addresses where !stack.declares(address) {
      foreign[address] = foreign[address] ?? stack.identity
    }
    return foreign.sorted { $0.key < $1.key }
  }

  private func message(
    _ place: String, _ address: Address, _ owner: StackIdentity, in stack: DeclaredStack
  ) -> String {
    owner == stack.identity
      ? "'\(place)' refers to '\(address)', which the stack does not declare"
      : "'\(place)' refers to '\(address)' of stack '\(owner)'"
  }

  private func fix(_ place: String, _ address: Address, _ owner: StackIdentity, in stack: DeclaredStack) -> String {
    owner == stack.identity
      ? "add `\(address.name)` to the stack that '\(place)' is added to, not to a copy of it"
      : "export it there and import it here (`stack.export(…, as:)`, `stack.import(…, from:)`)"
  }
}

extension Value {
  fileprivate var address: Address? {
    if case .address(let address) = self { address } else { nil }
  }
}
