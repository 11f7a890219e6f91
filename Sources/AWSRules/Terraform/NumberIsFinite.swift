import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let numberIsFinite: RuleID = "number-is-finite"
}

struct NumberIsFinite: Rule {
  static let description = RuleDescription(
    id: .numberIsFinite,
    title: "Every number is finite",
    rationale: "A division by zero in a stack yields infinity or NaN, which JSON cannot represent.",
    sources: ["https://developer.hashicorp.com/terraform/language/syntax/json"], isWaivable: false,
    good: [
      Example("A threshold is a number") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0.5), evaluation: .once, missingData: .notBreaching, notify: []))
      }
    ],
    bad: [
      Counterexample("Zero divided by zero") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0.0 / 0.0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("An infinite limit, nested in a document") { stack in
        [stack.add(RawResource("aws_thing", "thing", ["body": .json(["limits": [1, .number(.infinity)]])])).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    zip(stack.declarations, ArgumentReferences(of: stack).readings).compactMap { declaration, reading in
      guard reading.hasStrangeNumber else { return nil }
      let argument = declaration.block.arguments.first { !$0.value.isFinite }
      return argument.map { argument in
        finding(
          on: declaration, "'\(declaration.resource.name)' has a number in `\(argument.name)` that is not finite",
          fix:
            "check where `\(argument.name)` of '\(declaration.resource.name)' is computed: a value is divided by zero"
        )
      }
    }
  }
}

extension Value {
  fileprivate var isFinite: Bool {
    switch self {
    case .number(let number): number.isFinite
    case .bool, .integer, .text, .literal, .address: true
    case .list(let values): values.allSatisfy(\.isFinite)
    case .map(let values), .literalMap(let values): values.values.allSatisfy(\.isFinite)
    case .blocks(let blocks): blocks.allSatisfy { $0.arguments.allSatisfy(\.value.isFinite) }
    case .json(let document): document.isFinite
    }
  }
}
