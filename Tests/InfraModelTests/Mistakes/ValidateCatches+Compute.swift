import InfraModel

@testable import AWSRules

/// aws-facts 1.21c, Lambda and IAM.
let mistakesValidateCatchesInCompute = Mistakes(caughtBy: .validate) { rows in
  rows.of("aws_lambda_function")
  rows.unsayable(
    "tracing in small letters", #"let _: TracingMode = "active""#, proper: "let _: TracingMode = .active")
  rows.around(by: .argumentLimits, ["tracing_config": .blocks([["mode": "active"]])])
  rows.unsayable(
    "tracing with a small t", "let _: TracingMode = .passthrough", proper: "let _: TracingMode = .passThrough")
  rows.around(by: .argumentLimits, ["tracing_config": .blocks([["mode": "Passthrough"]])])
  rows.found("runs for 901 seconds", by: .argumentLimits) { stack in
    stack.add(LambdaFunction.example(timeout: .seconds(901))).address
  }
  rows.found("runs for no seconds", by: .argumentLimits) { stack in
    stack.add(LambdaFunction.example(timeout: .seconds(0))).address
  }
  rows.found("100 MB", by: .argumentLimits) { stack in stack.add(LambdaFunction.example(memory: .mb(100))).address }
  rows.found("10,241 MB", by: .argumentLimits) { stack in
    stack.add(LambdaFunction.example(memory: .mb(10_241))).address
  }
  rows.found("a name with a space and an exclamation mark", by: .validName) { stack in
    stack.add(LambdaFunction.example(named: "ingest all!")).address
  }
  rows.unsayable(
    "a runtime that there is not", #"let _: LambdaFunction.Runtime = "python3.99""#,
    proper: "let _: LambdaFunction.Runtime = .python313")
  rows.around(by: .argumentLimits, ["runtime": "python3.99"])
  rows.unsayable(
    "a Python that the provider does not know yet", "let _: LambdaFunction.Runtime = .python314",
    proper: "let _: LambdaFunction.Runtime = .python313")
  rows.around(by: .argumentLimits, ["runtime": "python3.14"])
  rows.unsayable(
    "a Node.js that the provider does not know yet", "let _: LambdaFunction.Runtime = .nodejs24",
    proper: "let _: LambdaFunction.Runtime = .nodejs22")
  rows.around(by: .argumentLimits, ["runtime": "nodejs24.x"])
  rows.found("reserves less than nothing", by: .argumentLimits) { stack in
    var function = LambdaFunction.example()
    function.reservedConcurrency = -2
    return stack.add(function).address
  }
  rows.found("six layers", by: .argumentLimits) { stack in
    let layers = (1...6).map { ARN<Layer>("arn:aws:lambda:us-east-1:123456789012:layer:part-\($0):1") }
    return stack.add(LambdaFunction.example(layers: layers)).address
  }
  rows.found("a layer that is no ARN", by: .argumentLimits) { stack in
    stack.add(LambdaFunction.example(layers: [ARN("tools")])).address
  }
  rows.found("a role that is no ARN", by: .argumentLimits) { stack in
    stack.add(LambdaFunction.example(role: ARN("ingest"))).address
  }
  rows.unsayable(
    "no code", #"let _ = LambdaFunction("f", role: role, timeout: .seconds(1), logging: .text(to: "g"))"#,
    proper:
      #"let _ = LambdaFunction("f", code: .image("u"), role: role, timeout: .seconds(1), logging: .text(to: "g"))"#)
  rows.around(by: .argumentConflicts, ["runtime": "python3.13", "handler": "app.handler"])
  rows.unsayable(
    "code from two places", #"let _: LambdaFunction.Package = .file("a.zip", bucket: "code")"#,
    proper: #"let _: LambdaFunction.Package = .file("a.zip")"#)
  rows.around(
    by: .argumentConflicts,
    ["filename": "a.zip", "s3_bucket": "code", "runtime": "python3.13", "handler": "app.handler"])
  rows.unsayable(
    "a processor that there is not", "let _: Architecture = .arm32", proper: "let _: Architecture = .arm")
  rows.around(by: .argumentLimits, ["architectures": ["arm"]])
  rows.unsayable("two processors", "let _: Architecture = [.arm, .x86]", proper: "let _: Architecture = .x86")
  rows.around(by: .argumentLimits, ["architectures": ["arm64", "x86_64"]])
  rows.found("100 MB of disk", by: .argumentLimits) { stack in
    stack.add(LambdaFunction.example(), with: ["ephemeral_storage": .blocks([["size": 100]])]).address
  }
  rows.found("two blocks about tracing", by: .argumentLimits) { stack in
    let twice: Value = .blocks([["mode": "Active"], ["mode": "PassThrough"]])
    return stack.add(LambdaFunction.example(), with: ["tracing_config": twice]).address
  }
  rows.found("a snapshot of what there is not", by: .argumentLimits) { stack in
    stack.add(LambdaFunction.example(), with: ["snap_start": .blocks([["apply_on": "AllVersions"]])]).address
  }
  rows.found("dead letters to what is no ARN", by: .argumentLimits) { stack in
    var function = LambdaFunction.example()
    function.deadLetters = ARN("failed")
    return stack.add(function).address
  }
  rows.unsayable(
    "an argument that there is not", #"var f = function0; f.tracingMode = .active"#,
    proper: "var f = function0; f.tracing = .active")

  rows.of("aws_lambda_function_url")
  rows.unsayable(
    "streams by another word", "let _: FunctionURL.InvokeMode = .stream",
    proper: "let _: FunctionURL.InvokeMode = .responseStream")
  rows.around(by: .argumentLimits, ["invoke_mode": "STREAM"])
  rows.unsayable(
    "signed by another word", #"let _: FunctionURL.Authorization = "IAM""#,
    proper: "let _: FunctionURL.Authorization = .iam")
  rows.around(by: .argumentLimits, ["authorization_type": "IAM"])
  rows.found("remembered for more than a day", by: .argumentLimits) { stack in
    let cors = FunctionURL.CORS(
      origins: ["https://example.com"], methods: [.get], allowHeaders: [], maxAge: .seconds(90_000))
    return stack.add(FunctionURL("chat", of: "chat", authorization: .iam, cors: cors)).address
  }

  rows.of("aws_lambda_permission")
  rows.found("an action of no service", by: .argumentLimits) { stack in
    stack.add(permission, with: ["action": "InvokeFunction"]).address
  }
  rows.found("an id with a space", by: .argumentLimits) { stack in
    stack.add(permission, with: ["statement_id": "a b"]).address
  }
  rows.found("for what is no ARN", by: .argumentLimits) { stack in
    stack.add(LambdaPermission("p", of: "ingest", to: .topic(ARN("alerts")))).address
  }
  rows.found("an account of three digits", by: .argumentLimits) { stack in
    let bucket = ARN<Bucket>("arn:aws:s3:::uploads")
    return stack.add(LambdaPermission("p", of: "ingest", to: .bucket(bucket, account: "123"))).address
  }

  rows.of("aws_lambda_event_source_mapping")
  rows.unsayable(
    "begins where there is nothing", "let _: EventSourceMapping.TablePosition = .earliest",
    proper: "let _: EventSourceMapping.TablePosition = .oldest")
  rows.around(by: .argumentLimits, ["starting_position": "EARLIEST"])
  rows.found("one call at a time", by: .argumentLimits) { stack in
    let queue = ARN<Queue>("arn:aws:sqs:us-east-1:123456789012:jobs")
    let function = ARN<LambdaFunction>("arn:aws:lambda:us-east-1:123456789012:function:work")
    let source = EventSourceMapping.Source.queue(queue, .init(1), maximumConcurrency: 1)
    return stack.add(EventSourceMapping("jobs", from: source, to: function, failures: .items)).address
  }

  rows.of("aws_iam_role")
  rows.found("a name of 65 characters", by: .validName) { stack in
    let name = PhysicalName.exactly(String(repeating: "r", count: 65))
    return stack.add(Role("r", named: name, assumedBy: "lambda.amazonaws.com")).address
  }
  rows.found("a name with a space", by: .validName) { stack in
    stack.add(Role("r", named: "a role", assumedBy: "lambda.amazonaws.com")).address
  }
  rows.unsayable(
    "a trust policy that is no JSON", #"let _ = Role("r", trust: "{")"#,
    proper: #"let _ = Role("r", trust: PolicyDocument([.assume(by: "lambda.amazonaws.com")]))"#)
  rows.found("a session of a minute", by: .argumentLimits) { stack in
    let trust = PolicyDocument([.assume(by: "lambda.amazonaws.com")])
    return stack.add(Role("r", trust: trust, maxSessionDuration: .seconds(60))).address
  }
  rows.found("a boundary that is no ARN", by: .argumentLimits) { stack in
    stack.add(Role("r", assumedBy: "lambda.amazonaws.com"), with: ["permissions_boundary": "limits"]).address
  }

  rows.of("aws_iam_role_policy")
  rows.unsayable(
    "a policy that is no JSON", #"let _ = RolePolicy("p", for: roleName, "{")"#,
    proper: #"let _ = RolePolicy("p", for: roleName, [.writeTraces])"#)
  rows.unsayable(
    "one key twice",
    #"let _ = Statement(["sqs:SendMessage"], ["sqs:ReceiveMessage"], on: ["*"])"#,
    proper: #"let _ = Statement(["sqs:SendMessage", "sqs:ReceiveMessage"], on: ["*"])"#)

  rows.of("aws_iam_role_policy_attachment")
  rows.found("a policy that is no ARN", by: .argumentLimits) { stack in
    stack.add(RolePolicyAttachment("a", ARN("AWSXRayDaemonWriteAccess"), to: RoleName("r"))).address
  }

  rows.of("aws_iam_policy")
  rows.found("a name of 129 characters", by: .validName) { stack in
    stack.add(ManagedPolicy("p", named: .exactly(String(repeating: "p", count: 129)), [.writeTraces])).address
  }

  rows.of("aws_lambda_function_event_invoke_config")
  rows.found("gives up after 30 seconds", by: .argumentLimits) { stack in
    stack.add(EventInvokeConfig("c", of: "ingest", retries: .none, within: .seconds(30))).address
  }
  rows.unsayable(
    "three more tries", #"let _: EventInvokeConfig.Retries = .thrice"#,
    proper: "let _: EventInvokeConfig.Retries = .twice")
  rows.around(by: .argumentLimits, ["maximum_retry_attempts": 3])
}

private let permission = LambdaPermission("p", of: "ingest", to: .topic(ARN("arn:aws:sns:us-east-1:123456789012:t")))
