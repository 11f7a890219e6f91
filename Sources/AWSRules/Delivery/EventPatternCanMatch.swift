import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let eventPatternCanMatch: RuleID = "event-pattern-can-match"
}

struct EventPatternCanMatch: Rule {
  static let description = RuleDescription(
    id: .eventPatternCanMatch,
    title: "Every event pattern can match an event",
    rationale: """
      Terraform accepts any JSON as a pattern. AWS rejects some invalid patterns during apply; a rule with one of the \
      others never fires.
      """,
    sources: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html"],
    subjects: [EventRule.self, EventArchive.self, RawResource.self],
    reads: [
      .arguments("event_pattern", of: EventRule.self)
    ],
    good: [
      Example("Large orders") { stack in
        let pattern = EventPattern(
          source: "shop.orders", detailType: "Order Created", detail: ["total": [.numeric(.above(100))]])
        stack.add(EventRule("large", when: .event(pattern, on: .default)))
      },
      Example("A pattern that is a JSON document") { stack in
        stack.add(
          RawResource(
            "aws_cloudwatch_event_rule", "files",
            [
              "event_pattern":
                #"{"source": ["aws.s3"], "detail": {"$or": [{"size": [{"numeric": ["<", 1]}]}, {"key": [{"suffix": ".zip"}]}]}}"#
            ]))
      },
    ],
    bad: [
      Counterexample("A name in another spelling") { stack in
        let pattern: Value = ["source": ["shop.orders"], "detailType": ["Order Created"]]
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))),
          with: ["event_pattern": .json(pattern)])
        return [rule.address]
      },
      Counterexample("A string where a list is required") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))),
          with: ["event_pattern": #"{"source": "shop.orders"}"#])
        return [rule.address]
      },
      Counterexample("Invalid JSON") { stack in
        let rule = RawResource("aws_cloudwatch_event_rule", "orders", ["event_pattern": "{'source': ['shop.orders']}"])
        return [stack.add(rule).address]
      },
      Counterexample("A filter that EventBridge does not have") { stack in
        let pattern: Value = ["source": [["startsWith": "shop."]]]
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))),
          with: ["event_pattern": .json(pattern)])
        return [rule.address]
      },
      Counterexample("An empty list of values") { stack in
        let pattern = EventPattern(source: "shop.orders", detail: ["total": []])
        return [stack.add(EventRule("large", when: .event(pattern, on: .default))).address]
      },
      Counterexample("Above ten and below five") { stack in
        let pattern = EventPattern(source: "shop.orders", detail: ["total": [.numeric(.between(10, and: 5))]])
        return [stack.add(EventRule("odd", when: .event(pattern, on: .default))).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.declarations.flatMap { declaration -> [Finding] in
      guard declaration.address.mode == .managed, let value = declaration.block["event_pattern"] else { return [] }
      return faults(of: value, on: declaration, in: stack).map { fault in
        finding(
          on: declaration, "the event pattern of '\(declaration.resource.name)' \(fault.message)",
          fix: "\(fault.fix) in the event pattern of '\(declaration.resource.name)'")
      }
    }
  }

  private func faults(of value: Value, on declaration: Declaration, in stack: DeclaredStack) -> [EventPatternFault] {
    guard let text = stack.spelled(value) else {
      return JSONDocument(value, spelling: stack.spelled).eventPatternFaults
    }
    let document = RenderedArgument(declaration: declaration, text: text)
    if let error = document.error(reading: JSONDocument.init(parsing:)) {
      return [EventPatternFault(message: error.description, fix: error.fix)]
    }
    return (try? JSONDocument(parsing: text))?.eventPatternFaults ?? []
  }
}
