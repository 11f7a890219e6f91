import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let argumentLimits: RuleID = "argument-limits"
}

struct ArgumentLimits: Rule {
  static let description = RuleDescription(
    id: .argumentLimits,
    title: "Every argument has a value that AWS accepts",
    rationale: """
      Terraform plans numbers beyond AWS limits and values that AWS does not know, and the apply then fails midway. \
      The rule also checks extra arguments and resources without a model.
      """,
    sources: [
      "FR-034", "T15", "T39", "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunction.html",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
      "https://docs.aws.amazon.com/apigateway/latest/developerguide/limits.html",
      "https://docs.aws.amazon.com/xray/latest/api/API_SamplingRule.html",
    ],
    good: [
      Example("A preflight response that browsers cache for a day, the maximum") { stack in
        stack.add(
          RawResource("aws_lambda_function_url", "api", ["cors": .blocks([["max_age": 86_400]])]))
      },
      Example("A value that is known only after apply is not checked") { stack in
        let name = stack.add(RawResource("aws_ssm_parameter", "name")).attribute("value")
        stack.add(RawResource("aws_sns_topic", "alerts", ["display_name": .text(name)]))
      },
      Example("A function with the maximum timeout and memory") { stack in
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), memory: .mb(10_240), timeout: .seconds(900),
            logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("Six topics to notify") { stack in
        let topics = (1...6).map { ARN<Topic>("arn:aws:sns:us-east-1:123456789012:alerts-\($0)") }
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: topics))
        return [alarm.address]
      },
      Counterexample("A word in the wrong case, as an extra argument") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: []),
          with: ["treat_missing_data": "Breaching"])
        return [alarm.address]
      },
      Counterexample("An extra argument beyond the limit of the model") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")),
          with: ["timeout": 901])
        return [ingest.address]
      },
      Counterexample("A maximum receive count of zero") { stack in
        let failed = stack.add(Queue("failed", retention: .seconds(86_400)))
        let jobs = Queue("jobs", retention: .seconds(86_400), redrive: .init(to: failed.arn, afterReceives: 0))
        return [stack.add(jobs).address]
      },
      Counterexample("A widget beyond the grid") { stack in
        let body: Value = .json(["widgets": [["type": "metric", "x": 24, "y": 0, "width": 6, "height": 6]]])
        return [stack.add(RawResource("aws_cloudwatch_dashboard", "all", ["dashboard_body": body])).address]
      },
      Counterexample("A timeout of more than a quarter of an hour") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(901),
            logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("Too little memory") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), memory: .mb(64), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("Six layers") { stack in
        let layers = (1...6).map { ARN<Layer>("arn:aws:lambda:us-east-1:123456789012:layer:part-\($0):1") }
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler", layers: layers),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("A layer without a version") { stack in
        let layer: ARN<Layer> = ARN("arn:aws:lambda:us-east-1:123456789012:layer:tools")
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler", layers: [layer]),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        return [ingest.address]
      },
      Counterexample("More subnets than Lambda accepts") { stack in
        let subnets = (1...17).map { ID<Subnet>(Text("subnet-\($0)")) }
        let everywhere = VPCPlacement(subnets: subnets, securityGroups: ["sg-1"], reachesServices: .throughNAT)
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), vpc: everywhere))
        return [ingest.address]
      },
      Counterexample("Variable names with a hyphen or a leading digit") { stack in
        let function = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            environment: ["LOG-LEVEL": "info", "2ND_TABLE": "items"], logging: .json(to: "/aws/lambda/ingest")))
        return [function.address]
      },
      Counterexample("A batch size and a batching window above Lambda's limits") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let mapping = stack.add(
          EventSourceMapping(
            "items",
            from: .tableStream(
              "arn:aws:dynamodb:us-east-1:123456789012:table/items/stream/1", .init(20_000, within: .seconds(301)),
              from: .latest), to: ingest.arn, failures: .wholeBatch))
        return [mapping.address, mapping.address]
      },
      Counterexample("A maximum concurrency of one") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let jobs: ARN<Queue> = ARN("arn:aws:sqs:us-east-1:123456789012:jobs")
        let mapping = EventSourceMapping(
          "jobs", from: .queue(jobs, .init(1), maximumConcurrency: 1), to: ingest.arn, failures: .items)
        return [stack.add(mapping).address]
      },
      Counterexample("A sampling priority of 10,000, which is the Default rule's own") { stack in
        [stack.add(SamplingRule("rest", priority: 10_000, fixedRate: .percent(5), reservoir: 1)).address]
      },
      Counterexample("A sampling rate above 100 %") { stack in
        [stack.add(SamplingRule("rest", priority: 1, fixedRate: .percent(500), reservoir: 1)).address]
      },
      Counterexample("A reservoir below zero") { stack in
        [stack.add(SamplingRule("rest", priority: 1, fixedRate: .nothing, reservoir: -1)).address]
      },
      Counterexample("A sampling rule with the name of the one that every account has") { stack in
        let rule = stack.add(
          SamplingRule("rest", named: "Default", priority: 1, fixedRate: .percent(5), reservoir: 1))
        return [rule.address]
      },
      Counterexample("A method that is too long for a sampling rule") { stack in
        let rule = stack.add(
          SamplingRule(
            "rest", priority: 1, fixedRate: .percent(5), reservoir: 1,
            matching: SamplingRule.Match(method: "GET or POST")))
        return [rule.address]
      },
      Counterexample("An alarm that evaluates no period") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .datapoints(1, of: 0), missingData: .notBreaching,
            notify: []))
        return [alarm.address]
      },
      Counterexample("A period that CloudWatch does not support") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), period: .minutes(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
      Counterexample("A metric id in uppercase") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let share = MetricMath(
          "100 * 1", label: "share", of: ["Errors": (failures, .sum)], missingDataMeaning: .noActivity)
        let alarm = stack.add(
          MetricAlarm(
            "share", when: share, threshold: .above(1), evaluation: .once, missingData: .notBreaching, notify: []))
        return [alarm.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.managed(by: ArgumentRequirements.of).flatMap { requirements, declarations in
      declarations.flatMap { findings(on: $0, requirements.limited, in: stack) }
    }
  }

  private func findings(
    on declaration: Declaration, _ limited: [LimitedArgument], in stack: DeclaredStack
  ) -> [Finding] {
    var findings: [Finding] = []
    for argument in limited {
      guard let value = declaration.block[argument.name] else { continue }
      for limit in argument.limits {
        findings += limit.faults(of: value, in: stack).map {
          finding(on: declaration, limit.path, $0, takes: limit.limit.taken)
        }
      }
    }
    return findings
  }

  private func finding(on declaration: Declaration, _ path: String, _ fault: String, takes taken: String) -> Finding {
    let path = path.split(separator: ".").filter { $0 != "@keys" }.joined(separator: ".")
    let name = declaration.resource.name
    return finding(
      on: declaration, "`\(path)` of '\(name)' \(fault); AWS accepts \(taken)",
      fix: "set `\(path)` of '\(name)' to what AWS accepts: \(taken)", subject: path)
  }
}
