extension RuleID {
  public static let lambdaErrorAlarm: RuleID = "lambda-error-alarm"
}

struct LambdaErrorAlarm: Rule {
  static let description = RuleDescription(
    id: .lambdaErrorAlarm,
    title: "Every function has an alarm on its errors",
    rationale: "A failing function without an alarm is found by its users. Traces are sampled and do not replace it.",
    sources: ["FR-040", "SC-017", "T26"],
    terraformFix: """
      add an `aws_cloudwatch_metric_alarm` on `Errors` of `AWS/Lambda` with the function's `function_name` as the \
      dimension `FunctionName`, in its region, with `comparison_operator` `GreaterThanThreshold` and `threshold` 0
      """,
    subjects: [LambdaFunction.self],
    good: [
      Example("An alarm reads the function's errors") { stack in
        let ingest = stack.add(LambdaFunction.example())
        stack.add(MetricAlarm.example("ingest-errors", when: ingest.errors, threshold: .above(0)))
      },
      Example("An alarm written with the function's name in it counts as well") { stack in
        stack.add(LambdaFunction.example(named: "ingest"))
        let errors = Metric(
          "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": "ingest"], missingDataMeaning: .noEvents)
        stack.add(MetricAlarm.example("ingest-errors", when: errors, threshold: .above(0)))
      },
      Example("An alarm counts in whatever way it is declared") { stack in
        let ingest = stack.add(LambdaFunction.example())
        stack.add(
          RawResource(
            "aws_cloudwatch_metric_alarm", "ingest-errors",
            [
              "alarm_name": "ingest-errors", "namespace": "AWS/Lambda", "metric_name": "Errors",
              "dimensions": ["FunctionName": .text(ingest.functionName)], "statistic": "Sum", "period": 60,
              "comparison_operator": "GreaterThanThreshold", "threshold": 0, "evaluation_periods": 1,
              "treat_missing_data": "notBreaching",
            ]))
      },
      Example("An alarm on the error rate reads the errors") { stack in
        let ingest = stack.add(LambdaFunction.example())
        let rate = MetricMath(
          "100 * errors / invocations", label: "Errors in per cent",
          of: ["errors": (ingest.errors, .sum), "invocations": (ingest.invocations, .sum)],
          missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "ingest-error-rate", when: rate, threshold: .above(1), evaluation: .once, missingData: .notBreaching,
            notify: []))
      },
    ],
    bad: [
      Counterexample("One of two functions fails unseen") { stack in
        let ingest = stack.add(LambdaFunction.example("ingest"))
        let canary = stack.add(LambdaFunction.example("canary"))
        stack.add(MetricAlarm.example("ingest-errors", when: ingest.errors, threshold: .above(0)))
        return [canary.address]
      },
      Counterexample("An alarm in another region sees nothing of the function") { stack in
        let ingest = stack.add(LambdaFunction.example())
        stack.add(MetricAlarm.example("ingest-errors", when: ingest.errors, threshold: .above(0)), in: .euWest1)
        return [ingest.address]
      },
      Counterexample("An alarm that fires when errors go down tells of none") { stack in
        let ingest = stack.add(LambdaFunction.example())
        stack.add(MetricAlarm.example("ingest-errors", when: ingest.errors, threshold: .below(1)))
        return [ingest.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let functions = WatchedFunctions(stack)
    return stack.subjects(LambdaFunction.self).evaluateEach { function throws(DecodingFailure) in
      if try functions.isWatched(function, reading: function.errors, as: \.noticesHighValues) { return nil }
      let name = function.name
      return finding(
        on: function, "function '\(name)' has no alarm on its errors",
        fix: "add `stack.add(\(variable(for: name)).errorAlarm(notify: alerts.arn))`")
    }
  }
}
