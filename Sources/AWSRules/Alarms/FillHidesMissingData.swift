import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let fillHidesMissingData: RuleID = "fill-hides-missing-data"
}

struct FillHidesMissingData: Rule {
  static let description = RuleDescription(
    id: .fillHidesMissingData,
    title: "An alarm that treats missing data as breaching does not replace it with healthy values by `FILL`",
    rationale: """
      The function `FILL` replaces missing datapoints before the alarm compares them, so `treat_missing_data` has \
      no effect. With a healthy value, the alarm stays quiet while there is no data.
      """,
    sources: [
      "FR-045", "https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html",
    ],
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("comparison_operator", "metric_query", "threshold", "treat_missing_data", of: MetricAlarm.self)
    ],
    good: [
      Example("A gap counts as no invocation, which is too few") { stack in
        let invocations: Block = [
          "metric_name": "Invocations", "namespace": "AWS/Lambda", "period": 300, "stat": "Sum",
          "dimensions": ["FunctionName": "worker"],
        ]
        stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "filled",
            [
              "alarm_name": "filled", "comparison_operator": "LessThanThreshold", "threshold": .number(1),
              "evaluation_periods": 3, "treat_missing_data": "breaching",
              "metric_query": .blocks([
                ["id": "m1", "metric": .blocks([invocations])],
                ["id": "e1", "expression": "FILL(m1, 0)", "return_data": true],
              ]),
            ]))
      },
      Example("Gaps in a count of errors are no errors") { stack in
        let invocations: Block = [
          "metric_name": "Invocations", "namespace": "AWS/Lambda", "period": 300, "stat": "Sum",
          "dimensions": ["FunctionName": "worker"],
        ]
        stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "filled",
            [
              "alarm_name": "filled", "comparison_operator": "GreaterThanThreshold", "threshold": .number(0),
              "evaluation_periods": 3, "treat_missing_data": "notBreaching",
              "metric_query": .blocks([
                ["id": "m1", "metric": .blocks([invocations])],
                ["id": "e1", "expression": "FILL(m1, 0)", "return_data": true],
              ]),
            ]))
      },
      Example("Nothing is filled") { stack in
        let invocations: Block = [
          "metric_name": "Invocations", "namespace": "AWS/Lambda", "period": 300, "stat": "Sum",
          "dimensions": ["FunctionName": "worker"],
        ]
        stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "filled",
            [
              "alarm_name": "filled", "comparison_operator": "LessThanThreshold", "threshold": .number(1),
              "evaluation_periods": 3, "treat_missing_data": "breaching",
              "metric_query": .blocks([
                ["id": "m1", "metric": .blocks([invocations])],
                ["id": "e1", "expression": "m1 * 1", "return_data": true],
              ]),
            ]))
      },
    ],
    bad: [
      Counterexample("A gap counts as one invocation") { stack in
        let invocations: Block = [
          "metric_name": "Invocations", "namespace": "AWS/Lambda", "period": 300, "stat": "Sum",
          "dimensions": ["FunctionName": "worker"],
        ]
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "filled",
            [
              "alarm_name": "filled", "comparison_operator": "LessThanThreshold", "threshold": .number(1),
              "evaluation_periods": 3, "treat_missing_data": "breaching",
              "metric_query": .blocks([
                ["id": "m1", "metric": .blocks([invocations])],
                ["id": "e1", "expression": "FILL(m1, 1)", "return_data": true],
              ]),
            ]))
        return [alarm.address]
      },
      Counterexample("The last value is repeated indefinitely") { stack in
        let invocations: Block = [
          "metric_name": "Invocations", "namespace": "AWS/Lambda", "period": 300, "stat": "Sum",
          "dimensions": ["FunctionName": "worker"],
        ]
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "filled",
            [
              "alarm_name": "filled", "comparison_operator": "LessThanThreshold", "threshold": .number(1),
              "evaluation_periods": 3, "treat_missing_data": "breaching",
              "metric_query": .blocks([
                ["id": "m1", "metric": .blocks([invocations])],
                ["id": "e1", "expression": "FILL(m1, REPEAT)", "return_data": true],
              ]),
            ]))
        return [alarm.address]
      },
      Counterexample("A gap deep in the expression") { stack in
        let invocations: Block = [
          "metric_name": "Invocations", "namespace": "AWS/Lambda", "period": 300, "stat": "Sum",
          "dimensions": ["FunctionName": "worker"],
        ]
        let alarm = stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "filled",
            [
              "alarm_name": "filled", "comparison_operator": "LessThanThreshold", "threshold": .number(1),
              "evaluation_periods": 3, "treat_missing_data": "breaching",
              "metric_query": .blocks([
                ["id": "m1", "metric": .blocks([invocations])],
                ["id": "e1", "expression": "IF(FILL(m1, 5) > 2, 10, 0) / 2", "return_data": true],
              ]),
            ]))
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.metricQueries.compactMap { alarm, queries in
      let arguments = KnownArguments(block: alarm.block, stack: stack)
      guard arguments.text("treat_missing_data") == MissingData.breaching.rawValue,
        let threshold = arguments.threshold, let returned = queries.first(where: \.returnsData)
      else { return nil }
      let silence = SilentMath(queries)
      guard let value = silence.value(of: returned.id), value.isHealthy(under: threshold) else { return nil }
      let name = alarm.resource.name
      return finding(
        on: alarm,
        """
        alarm '\(name)' treats missing data as 'breaching', but '\(returned.id)' fills gaps with \(value.words), \
        which does not breach, so it stays quiet without data
        """,
        fix: "remove `FILL` from '\(returned.id)' of '\(name)', or fill with a value that breaches the threshold",
        subject: returned.id)
    }
  }
}

/// What an alarm's metric math comes to while none of its metrics has data.
private struct SilentMath {
  enum Outcome {
    case number(Double)
    /// The last value that there was.
    case repeated

    func isHealthy(under threshold: Threshold) -> Bool {
      switch self {
      case .repeated: true
      case .number(let number):
        switch threshold {
        case .above(let limit): number <= limit
        case .atLeast(let limit): number < limit
        case .below(let limit): number >= limit
        case .atMost(let limit): number > limit
        }
      }
    }

    var words: String {
      switch self {
      case .number(let number): number.words
      case .repeated: "the last value"
      }
    }
  }

  private let expressions: [String: MetricExpression]

  init(_ queries: [MetricQuery]) {
    expressions = Dictionary(
      queries.compactMap { query in
        query.expression.flatMap { try? MetricExpression(parsing: $0) }.map { (query.id, $0) }
      }, uniquingKeysWith: { first, _ in first })
  }

  /// `nil` where there is a gap left, and where it cannot be told.
  func value(of id: String, depth: Int = 0) -> Outcome? {
    guard depth < 16, let expression = expressions[id] else { return nil }
    return value(of: expression, depth: depth + 1)
  }

  private func value(of expression: MetricExpression, depth: Int) -> Outcome? {
    switch expression {
    case .number(let number): return .number(number)
    case .id(let id): return value(of: id, depth: depth)
    case .negative(let inner): return number(inner, depth).map { .number(-$0) }
    case .operation(let left, let op, let right):
      guard let left = number(left, depth), let right = number(right, depth) else { return nil }
      return result(left, op, right).map { .number($0) }
    case .call("FILL", let arguments) where arguments.count == 2:
      if let inner = value(of: arguments[0], depth: depth) { return inner }
      switch arguments[1] {
      case .word("REPEAT"): return .repeated
      case .word: return nil
      default: return number(arguments[1], depth).map { .number($0) }
      }
    case .call("IF", let arguments) where arguments.count == 3:
      guard let condition = number(arguments[0], depth) else { return nil }
      return value(of: arguments[condition != 0 ? 1 : 2], depth: depth)
    case .call, .list, .text, .word, .query: return nil
    }
  }

  private func number(_ expression: MetricExpression, _ depth: Int) -> Double? {
    if case .number(let number)? = value(of: expression, depth: depth) { number } else { nil }
  }

  private func result(_ left: Double, _ op: MetricExpression.Operator, _ right: Double) -> Double? {
    switch op {
    case .or: left != 0 || right != 0 ? 1 : 0
    case .and: left != 0 && right != 0 ? 1 : 0
    case .equal: left == right ? 1 : 0
    case .notEqual: left != right ? 1 : 0
    case .atMost: left <= right ? 1 : 0
    case .atLeast: left >= right ? 1 : 0
    case .below: left < right ? 1 : 0
    case .above: left > right ? 1 : 0
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .over: right == 0 ? nil : left / right
    case .power: nil
    }
  }
}
