extension RuleID {
  public static let argumentFits: RuleID = "argument-fits"
}

struct ArgumentFits: Rule {
  static let description = RuleDescription(
    id: .argumentFits,
    title: "Every argument has a value that AWS takes",
    rationale: """
      Terraform plans numbers beyond AWS's limits and words that AWS does not know, and an apply then stops half-way. \
      This holds for extra arguments and for resources without a model as well.
      """,
    sources: ["T15", "aws-facts 1.1", "aws-facts 1.8", "aws-facts 1.17"],
    good: [
      Example("A day is as long as browsers may remember") { stack in
        stack.add(
          RawResource("aws_lambda_function_url", "api", ["cors": .blocks([["max_age": 86_400]])]))
      },
      Example("What is not known before Terraform runs is taken on trust") { stack in
        let name = stack.add(RawResource("aws_ssm_parameter", "name")).attribute("value")
        stack.add(RawResource("aws_sns_topic", "alerts", ["display_name": .text(name)]))
      },
      Example("What a rule says of the model, this one does not say again") { stack in
        stack.add(LambdaFunction.example(timeout: .seconds(901)))
      },
    ],
    bad: [
      Counterexample("Six topics to notify") { stack in
        let topics = (1...6).map { ARN<Topic>("arn:aws:sns:us-east-1:123456789012:alerts-\($0)") }
        return [stack.add(MetricAlarm.example(notify: topics)).address]
      },
      Counterexample("A word in the wrong case, as an extra argument") { stack in
        [stack.add(MetricAlarm.example(), with: ["treat_missing_data": "Breaching"]).address]
      },
      Counterexample("An extra argument beyond the limit of the model") { stack in
        [stack.add(LambdaFunction.example(), with: ["timeout": 901]).address]
      },
      Counterexample("A message that nobody is ever handed") { stack in
        let failed = stack.add(Queue("failed", retention: .seconds(86_400)))
        let jobs = Queue("jobs", retention: .seconds(86_400), redrive: .init(to: failed.arn, afterReceives: 0))
        return [stack.add(jobs).address]
      },
      Counterexample("A widget beyond the grid") { stack in
        let body: Value = .json(["widgets": [["type": "metric", "x": 24, "y": 0, "width": 6, "height": 6]]])
        return [stack.add(RawResource("aws_cloudwatch_dashboard", "all", ["dashboard_body": body])).address]
      },
      Counterexample("A name that AWS refuses, of a resource without a model") { stack in
        [stack.add(RawResource("aws_iam_role", "ingest", ["name": "an ingest role"])).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let arguments = stack.managed(in: LimitedArgument.byType).flatMap { limited, declarations in
      declarations.flatMap { findings(on: $0, limited, in: stack) }
    }
    // `physical-name-fits` speaks of the models' names.
    let names = stack.declared(RawResource.self).flatMap { findings(onNameOf: $0.declaration, in: stack) }
    return arguments + names
  }

  private func findings(
    on declaration: Declaration, _ limited: [LimitedArgument], in stack: DeclaredStack
  ) -> [Finding] {
    var findings: [Finding] = []
    for argument in limited {
      guard let value = declaration.block[argument.name] else { continue }
      for limit in argument.limits {
        let faults = limit.faults(of: value, in: stack)
        if faults.isEmpty || (limit.isKnownToModel && declaration.isFromModel(limit.argument)) { continue }
        findings += faults.map { finding(on: declaration, limit.path, $0, takes: limit.limit.taken) }
      }
    }
    return findings
  }

  private func findings(onNameOf declaration: Declaration, in stack: DeclaredStack) -> [Finding] {
    guard declaration.address.mode == .managed, let rule = NamingRule.byType[declaration.resourceType],
      let name = declaration.block[rule.argument]?.text(in: stack)
    else { return [] }
    return rule.faults(of: name).map {
      finding(
        on: declaration, "the name '\(name)' \($0)",
        fix: "give `\(rule.argument)` of '\(declaration.resource.name)' another value")
    }
  }

  private func finding(on declaration: Declaration, _ path: String, _ fault: String, takes taken: String) -> Finding {
    let path = path.split(separator: ".").filter { $0 != "@keys" }.joined(separator: ".")
    let name = declaration.resource.name
    return finding(
      on: declaration, "`\(path)` of '\(name)' \(fault), and AWS takes \(taken)",
      fix: "set `\(path)` of '\(name)' to what AWS takes: \(taken)", subject: path)
  }
}

extension NamingRule {
  /// What AWS asks of names, for resources that are declared without their model.
  static let byType: [String: NamingRule] = {
    let types: [any Resource.Type] = [
      AppMonitor.self, Bucket.self, CompositeAlarm.self, Dashboard.self, EventArchive.self, EventBus.self,
      EventRule.self,
      HTTPAPI.self, LambdaFunction.self, LogGroup.self, LogMetricFilter.self, ManagedPolicy.self, MetricAlarm.self,
      Role.self, RolePolicy.self, SamplingRule.self, Schedule.self, StateMachine.self, Table.self, TraceGroup.self,
      TracingPolicy.self,
    ]
    return types.reduce(into: [:]) { $0[$1.type] = $1.namingRule }
  }()
}
