import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let lambdaInvokePermission: RuleID = "lambda-invoke-permission"
}

struct LambdaInvokePermission: Rule {
  static let description = RuleDescription(
    id: .lambdaInvokePermission,
    title: "Every function has a permission for each service that invokes it, for the alias or version that it invokes",
    rationale: """
      API Gateway, S3, CloudWatch and other services need permission in the function's policy. A permission on the \
      unqualified function does not cover its aliases. Without permission every call fails: an API answers 500, and \
      S3 rejects the notification.
      """,
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/api/API_AddPermission.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html",
    ],
    subjects: [
      HTTPIntegration.self, Integration.self, BucketNotification.self, MetricAlarm.self, CompositeAlarm.self,
      RawResource.self,
    ],
    reads: [
      .arguments("uri", of: Integration.self),
      .arguments("api_id", "integration_uri", of: HTTPIntegration.self),
      .arguments("destination_arn", of: "aws_cloudwatch_log_subscription_filter"),
      .arguments("alarm_actions", of: MetricAlarm.self),
      .arguments("function_name", of: LambdaAlias.self),
      .arguments("function_name", of: LambdaFunction.self),
      .arguments("source_arn", of: LambdaPermission.self),
      .arguments("lambda_function", of: BucketNotification.self),
    ],
    good: [
      Example("The API may call the function") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/orders")))
        stack.add(HTTPIntegration("orders", of: api.apiID, calls: orders.invokeARN))
        stack.add(LambdaPermission("orders", of: orders.functionName, to: .api("\(api.executionARN)/*/*")))
      },
      Example("The API calls as a role") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/orders")))
        stack.add(
          HTTPIntegration("orders", of: api.apiID, calls: orders.invokeARN),
          with: ["credentials_arn": "arn:aws:iam::123456789012:role/api"])
      },
      Example("The permission is for the alias that is called") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/orders"), publishesVersions: true))
        let live = stack.add(
          LambdaAlias("live", named: "live", of: orders.functionName, version: .latestPublished(of: orders)))
        stack.add(HTTPIntegration("orders", of: api.apiID, calls: live.invokeARN))
        stack.add(
          LambdaPermission("orders", of: orders.functionName, to: .api("\(api.executionARN)/*/*")),
          with: ["qualifier": "live"])
      },
      Example("An alarm that calls a function") { stack in
        let repair = stack.add(
          LambdaFunction(
            "repair", code: .zip(.file("repair.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/repair")))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            "failures", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []),
          with: ["alarm_actions": [.text(repair.arn.text)]])
        stack.add(
          LambdaPermission(
            "repair", of: repair.functionName,
            to: .service("lambda.alarms.cloudwatch.amazonaws.com", source: alarm.arn.text)))
      },
      Example("Another stack's function allows it there") { stack in
        let api = stack.add(HTTPAPI("shop"))
        stack.add(
          HTTPIntegration("orders", of: api.apiID, calls: "arn:aws:lambda:us-east-1:123456789012:function:orders"))
      },
    ],
    bad: [
      Counterexample("No permission for the HTTP API") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/orders")))
        return [stack.add(HTTPIntegration("orders", of: api.apiID, calls: orders.invokeARN)).address]
      },
      Counterexample("The permission is for another API") { stack in
        let api = stack.add(HTTPAPI("shop"))
        let other = stack.add(HTTPAPI("other"))
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/orders")))
        stack.add(LambdaPermission("orders", of: orders.functionName, to: .api("\(other.executionARN)/*/*")))
        return [stack.add(HTTPIntegration("orders", of: api.apiID, calls: orders.invokeARN)).address]
      },
      Counterexample("The alias is called, and the permission is for the function") { stack in
        let api = stack.add(RestAPI("shop"))
        let orders = stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/orders"), publishesVersions: true))
        let live = stack.add(
          LambdaAlias("live", named: "live", of: orders.functionName, version: .latestPublished(of: orders)))
        let method = stack.add(Method("orders", .any, on: api.root, authorization: .iam))
        stack.add(LambdaPermission("orders", of: orders.functionName, to: .api("\(api.executionARN)/*/*")))
        return [stack.add(Integration("orders", of: method.operation, .function(invokeARN: live.invokeARN))).address]
      },
      Counterexample("No permission for the bucket") { stack in
        let uploads = stack.add(Bucket("uploads", forceDestroy: false))
        let scan = stack.add(
          LambdaFunction(
            "scan", code: .zip(.file("scan.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/scan")))
        let notification = BucketNotification("uploads", of: uploads.bucketName, [.init(scan.arn, on: [.created])])
        return [stack.add(notification).address]
      },
      Counterexample("No permission for the alarm") { stack in
        let repair = stack.add(
          LambdaFunction(
            "repair", code: .zip(.file("repair.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/repair")))
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        let alarm = MetricAlarm(
          "failures", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
          notify: [])
        return [stack.add(alarm, with: ["alarm_actions": [.text(repair.arn.text)]]).address]
      },
      Counterexample("No permission for the log group") { stack in
        let ship = stack.add(
          LambdaFunction(
            "ship", code: .zip(.file("ship.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ship")))
        let filter = stack.add(
          RawResource(
            "aws_cloudwatch_log_subscription_filter", "ship",
            ["log_group_name": "/shop/orders", "filter_pattern": "", "destination_arn": .text(ship.arn.text)]))
        return [filter.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let calls = stack.functionCalls
    guard !calls.isEmpty else { return RuleEvaluation() }
    let permissions = stack.cached { ServicePermissions($0) }
    var seen: Set<[Address]> = []
    var evaluation = RuleEvaluation()
    for call in calls {
      // A caller may name a function several times, at the same or at another qualifier.
      let findings = evaluation.findings.count
      if seen.contains([call.caller.address, call.called.function.address]) { continue }
      evaluation.judge(call.caller) { () throws(DecodingFailure) in
        try finding(about: call, permissions).map { [$0] } ?? []
      }
      if evaluation.findings.count > findings { seen.insert([call.caller.address, call.called.function.address]) }
    }
    return evaluation
  }

  private func finding(about call: FunctionCall, _ permissions: ServicePermissions) throws(DecodingFailure) -> Finding?
  {
    let (service, called) = (call.type.service, call.called)
    if try permissions.isAdmitted(service, for: call.source, to: called) { return nil }
    let (caller, name) = (call.caller.resource.name, called.function.resource.name)
    let isElsewhere = try permissions.isAdmittedElsewhere(service, for: call.source, to: called)
    return finding(
      on: call.caller,
      isElsewhere
        ? "'\(caller)' calls a qualifier of function '\(name)' that the permission for '\(service)' does not cover"
        : "'\(caller)' calls function '\(name)', which has no permission for '\(service)'",
      fix: isElsewhere
        ? "set `qualifier` of the permission to the alias or version that '\(caller)' calls"
        : "add an `aws_lambda_permission` for '\(name)' with '\(service)' as `principal` and the caller's ARN as `source_arn`",
      subject: name, notes: [Finding.Note(at: called.function.location, "'\(name)' is declared here")])
  }
}
