extension RuleID {
  public static let foreignReference: RuleID = "foreign-reference"
}

struct ForeignReference: Rule {
  static let description = RuleDescription(
    id: .foreignReference,
    title: "Every reference points at something the stack itself declares",
    rationale: "Terraform keeps a state per stack and environment and cannot see into another one.",
    sources: ["US10", "aws-facts 2.3"], isWaivable: false,
    good: [
      Example("The topic is the stack's own") { stack in
        let alerts = stack.add(Topic("alerts"))
        stack.add(MetricAlarm.example(notify: [alerts.arn]))
      },
      Example("Another stack's topic is known by its ARN") { stack in
        stack.add(MetricAlarm.example(notify: [ARN("arn:aws:sns:us-east-1:123456789012:shop-prod-alerts")]))
      },
    ],
    bad: [
      Counterexample("The topic belongs to another stack") { stack in
        var shop = StackBuilder(StackIdentity(stack: "shop", environment: "prod"))
        let alerts = shop.add(Topic("alerts"))
        return [stack.add(MetricAlarm.example(notify: [alerts.arn])).address]
      },
      Counterexample("Another environment's topic has the address of one's own") { stack in
        var dev = StackBuilder(StackIdentity(stack: "example", environment: "dev"))
        stack.add(Topic("alerts"))
        let alerts = dev.add(Topic("alerts"))
        return [stack.add(MetricAlarm.example(notify: [alerts.arn])).address]
      },
      Counterexample("The topic was declared in a copy of the stack") { stack in
        var copy = stack
        let alerts = copy.add(Topic("alerts"))
        return [stack.add(MetricAlarm.example(notify: [alerts.arn])).address]
      },
      Counterexample("What has to exist first is not declared") { stack in
        let missing = Address(type: "aws_sns_topic", name: "alerts")
        return [stack.add(Topic("bills"), after: [missing]).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declarations.flatMap { declaration -> [Finding] in
      var foreign: [Address: StackIdentity] = [:]
      declaration.block.forEachReference { reference in
        if reference.stack != stack.identity || !stack.declares(reference.address) {
          foreign[reference.address] = reference.stack
        }
      }
      for address in declaration.dependencies + declaration.lifecycle.replaceTriggeredBy
      where !stack.declares(address) {
        foreign[address] = foreign[address] ?? stack.identity
      }
      return foreign.sorted { $0.key < $1.key }.map { address, owner in
        owner == stack.identity ? undeclared(address, in: declaration) : elsewhere(address, owner, in: declaration)
      }
    }
  }

  private func undeclared(_ address: Address, in declaration: Declaration) -> Finding {
    finding(
      on: declaration, "'\(declaration.address)' refers to '\(address)', which the stack does not declare",
      fix: "add `\(address.name)` to the stack that '\(declaration.resource.name)' is added to, not to a copy of it")
  }

  private func elsewhere(_ address: Address, _ owner: StackIdentity, in declaration: Declaration) -> Finding {
    finding(
      on: declaration, "'\(declaration.address)' refers to '\(address)' of stack '\(owner)'",
      fix: "name it in '\(declaration.resource.name)' by what AWS calls it, such as `ARN(\"arn:aws:…\")`")
  }
}
