import InfraModel

@testable import AWSRules

/// aws-facts 1.21a, Lambda and IAM.
let mistakesNobodyCatchesInCompute = Mistakes(caughtBy: .nobody) { rows in
  rows.of("aws_lambda_function")
  rows.found("a name of 65 characters", by: .validName) { stack in
    stack.add(LambdaFunction.example(named: .exactly(String(repeating: "f", count: 65)))).address
  }
  rows.unsayable(
    "a runtime that AWS no longer supports", "let _ = LambdaFunction.Runtime.python39",
    proper: "let _ = LambdaFunction.Runtime.python313")
  rows.around(by: .lambdaRuntimeSupported, ["runtime": "python3.9"])
  rows.unsayable(
    "a runtime that AWS no longer creates functions for", "let _ = LambdaFunction.Runtime.nodejs12",
    proper: "let _ = LambdaFunction.Runtime.nodejs22")
  rows.around(by: .argumentLimits, ["runtime": "nodejs12.x"])
  rows.found("sets the region, which Lambda sets", by: .lambdaEnvironmentLimits) { stack in
    stack.add(LambdaFunction.example(environment: ["AWS_REGION": "eu-west-1"])).address
  }
  rows.found("sets the trace header, which Lambda sets", by: .lambdaEnvironmentLimits) { stack in
    stack.add(LambdaFunction.example(environment: ["_X_AMZN_TRACE_ID": "Root=1"])).address
  }
  rows.found("a variable whose name starts with a digit", by: .argumentLimits) { stack in
    stack.add(LambdaFunction.example(environment: ["1BAD-KEY": "yes"])).address
  }
  rows.found("a variable of one letter", by: .argumentLimits) { stack in
    stack.add(LambdaFunction.example(environment: ["A": "yes"])).address
  }
  rows.found("5 KB of environment", by: .lambdaEnvironmentLimits) { stack in
    stack.add(LambdaFunction.example(environment: ["BIG": Text(String(repeating: "x", count: 5_120))])).address
  }
  rows.found("a layer without its version", by: .argumentLimits) { stack in
    let layer = ARN<Layer>("arn:aws:lambda:us-east-1:123456789012:layer:tools")
    return stack.add(LambdaFunction.example(layers: [layer])).address
  }
  rows.unsayable(
    "an image with a runtime and a handler",
    #"let _ = LambdaFunction.Code.image("uri", runtime: .python313, handler: "app.handler")"#,
    proper: #"let _ = LambdaFunction.Code.image("uri")"#)
  rows.around(
    by: .argumentConflicts,
    ["package_type": "Image", "image_uri": "uri", "runtime": "python3.13", "handler": "app.handler"])
  rows.unsayable(
    "a level for logs that are text", #"let _ = LambdaFunction.Logging.text(to: "group", application: .info)"#,
    proper: #"let _ = LambdaFunction.Logging.json(to: "group", application: .info)"#)
  rows.around(
    by: .argumentConflicts,
    ["image_uri": "u", "logging_config": .blocks([["log_format": "Text", "application_log_level": "INFO"]])])

  rows.of("aws_lambda_function_url")
  rows.unsayable(
    "allows OPTIONS, which Lambda answers itself", "let _: [FunctionURL.CORS.Method] = [.options]",
    proper: "let _: [FunctionURL.CORS.Method] = [.get]")
  rows.around(by: .argumentLimits, ["cors": .blocks([["allow_methods": ["OPTIONS"]]])])
  rows.found("credentials for any origin", by: .argumentConflicts) { stack in
    let cors = FunctionURL.CORS(origins: ["*"], methods: [.get], allowHeaders: [], allowCredentials: true)
    return stack.add(FunctionURL("chat", of: "chat", authorization: .iam, cors: cors)).address
  }

  rows.of("aws_lambda_permission")
  rows.unsayable(
    "a service for whomever it acts", #"let _ = LambdaPermission.Caller.service("s3.amazonaws.com")"#,
    proper: #"let _ = LambdaPermission.Caller.service("s3.amazonaws.com", source: "arn:aws:s3:::uploads")"#)
  rows.around(by: .crossServiceConfusedDeputy, ["principal": "s3.amazonaws.com"])

  rows.of("aws_lambda_event_source_mapping")
  rows.found("a batch of 20,000", by: .argumentLimits) { stack in
    stack.add(jobs(.init(20_000, within: .seconds(5)))).address
  }
  rows.found("a batch of 100 messages without a wait", by: .argumentConflicts) { stack in
    stack.add(jobs(.init(100))).address
  }
  rows.unsayable(
    "a stream without a place to start at",
    #"let _ = EventSourceMapping.Source.tableStream("arn", .init(100))"#,
    proper: #"let _ = EventSourceMapping.Source.tableStream("arn", .init(100), from: .latest)"#)
  rows.around(by: .argumentConflicts, ["event_source_arn": "arn:aws:dynamodb:us-east-1:123456789012:table/t/stream/1"])
  rows.found("waits 301 seconds for a batch", by: .argumentLimits) { stack in
    stack.add(jobs(.init(100, within: .seconds(301)))).address
  }

  rows.of("aws_iam_role")
  rows.found("a trust policy that says nothing", by: .validPolicyDocument) { stack in
    stack.add(Role("ingest", trust: PolicyDocument([]))).address
  }
  rows.found("trusts, and does not say whom", by: .validPolicyDocument) { stack in
    stack.add(Role("ingest", trust: PolicyDocument([Statement(["sts:AssumeRole"], on: [])]))).address
  }

  rows.of("aws_iam_role_policy")
  rows.found("the effect 'allow' and the action 'x'", by: .validPolicyDocument) { stack in
    let document: Value = .json(["Statement": [["Effect": "allow", "Action": "x", "Resource": "*"]]])
    let policy = RolePolicy("ingest", for: RoleName("ingest"), [.writeTraces])
    return stack.add(policy, with: ["policy": document]).address
  }

  rows.of("aws_iam_role_policy_attachment")
  rows.found("a policy of AWS's own, misspelt", by: .managedPolicyExists) { stack in
    let misspelt = ARN<ManagedPolicy>("arn:aws:iam::aws:policy/AWSXrayDaemonWriteAccess")
    return stack.add(RolePolicyAttachment("traces", misspelt, to: RoleName("ingest"))).address
  }
  rows.unsayable(
    "a role by its ARN", #"let _ = RolePolicyAttachment("a", .xrayDaemonWriteAccess, to: role)"#,
    proper: #"let _ = RolePolicyAttachment("a", .xrayDaemonWriteAccess, to: roleName)"#)
  rows.around(by: .argumentLimits, ["role": "arn:aws:iam::123456789012:role/ingest"])

  rows.of("aws_iam_policy")
  rows.found("more than 6,144 characters", by: .validPolicyDocument) { stack in
    let queues = (1...200).map { Text("arn:aws:sqs:us-east-1:123456789012:queue-\($0)") }
    return stack.add(ManagedPolicy("all", [Statement(["sqs:SendMessage"], on: queues)])).address
  }
}

private func jobs(_ batch: EventSourceMapping.Batch) -> EventSourceMapping {
  let queue = ARN<Queue>("arn:aws:sqs:us-east-1:123456789012:jobs")
  let function = ARN<LambdaFunction>("arn:aws:lambda:us-east-1:123456789012:function:work")
  return EventSourceMapping("jobs", from: .queue(queue, batch), to: function, failures: .items)
}
