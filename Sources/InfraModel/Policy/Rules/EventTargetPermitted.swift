extension RuleID {
  public static let eventTargetPermitted: RuleID = "event-target-permitted"
}

struct EventTargetPermitted: Rule {
  static let description = RuleDescription(
    id: .eventTargetPermitted,
    title: "Every function that a rule calls lets the rule in",
    rationale: """
      EventBridge calls a function as itself and needs a permission for it. Terraform asks for none, and without one \
      every event fails, seen only in a metric of the rule.
      """,
    sources: ["T31", "aws-facts 1.3", "aws-facts 1.16"],
    good: [
      Example("One rule, two functions, and a permission for each") { stack in
        let rule = stack.add(EventRule.example)
        for name in ["payment", "inventory"] {
          let function = stack.add(LambdaFunction.example(name))
          stack.add(EventTarget(name, of: rule, calls: .function(function.arn)))
          stack.add(LambdaPermission(name, of: function.functionName, to: .eventRule(rule.arn)))
        }
      },
      Example("A permission for every rule of a bus") { stack in
        let function = stack.add(LambdaFunction.example())
        stack.add(EventTarget("ingest", of: stack.add(EventRule.example), calls: .function(function.arn)))
        stack.add(
          LambdaPermission(
            "events", of: function.functionName,
            to: .eventRule(ARN("arn:aws:events:us-east-1:123456789012:rule/orders/*"))
          ))
      },
      Example("Another stack's function is let in there") { stack in
        let function: ARN<LambdaFunction> = ARN("arn:aws:lambda:us-east-1:123456789012:function:audit")
        stack.add(EventTarget("audit", of: stack.add(EventRule.example), calls: .function(function)))
      },
      Example("A queue has a policy instead") { stack in
        let queue = stack.add(Queue("orders", retention: .seconds(86_400)))
        stack.add(EventTarget("orders", of: stack.add(EventRule.example), calls: .queue(queue.arn)))
      },
    ],
    bad: [
      Counterexample("One of two functions was forgotten") { stack in
        let rule = stack.add(EventRule.example)
        let payment = stack.add(LambdaFunction.example("payment"))
        let inventory = stack.add(LambdaFunction.example("inventory"))
        stack.add(EventTarget("payment", of: rule, calls: .function(payment.arn)))
        stack.add(LambdaPermission("payment", of: payment.functionName, to: .eventRule(rule.arn)))
        return [stack.add(EventTarget("inventory", of: rule, calls: .function(inventory.arn))).address]
      },
      Counterexample("The permission is for another rule") { stack in
        let function = stack.add(LambdaFunction.example())
        let tick = stack.add(EventRule("tick", when: .every(.minutes(5))))
        stack.add(LambdaPermission("tick", of: function.functionName, to: .eventRule(tick.arn)))
        let created = stack.add(EventRule.example)
        return [stack.add(EventTarget("created", of: created, calls: .function(function.arn))).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let functions = FunctionIndex(stack)
    let permissions = EventPermissions(stack, functions)
    return stack.declared(EventTarget.self).compactMap { target in
      guard case .function(let arn) = target.destination, let rule = stack.target(of: target.rule),
        let function = functions.function(named: arn.text, in: target.region),
        !permissions.let(rule.address, call: function.address)
      else { return nil }
      let ruleName = rule.resource.name
      return finding(
        on: target, "rule '\(ruleName)' calls function '\(function.name)', and no permission lets it in",
        fix: """
          add `stack.add(LambdaPermission("\(target.name)", of: \(variable(for: function.name)).functionName, \
          to: .eventRule(\(variable(for: ruleName)).arn)))`
          """,
        notes: [Finding.Note(at: rule.location, "rule '\(ruleName)' is declared here")])
    }
  }
}
