import InfraModel

/// Three configurations in Terraform's own language, written by hand in Swift: what they declare, not their texts.
enum HandWrittenStack: String, CaseIterable, Sendable {
  /// Variables, locals, documents and a lifecycle.
  case flat
  /// `for_each`, `count`, comprehensions, splats and dynamic blocks.
  case loops
  /// Modules with providers, a provisioner, a move and a check.
  case mods

  var stack: DeclaredStack {
    var stack = StackBuilder(region: .usEast1)
    stack.configureProvider(with: Self.withoutNetwork)
    switch self {
    case .flat: Self.declareFlat(in: &stack)
    case .loops: Self.declareLoops(in: &stack)
    case .mods: Self.declareMods(in: &stack)
    }
    return DeclaredStack(stack)
  }

  /// The variables that have no default.
  var options: [String] {
    switch self {
    case .flat: ["-var", "env=dev"]
    case .loops, .mods: []
    }
  }

  private static let withoutNetwork: Block = [
    "access_key": "x", "secret_key": "x", "skip_credentials_validation": true, "skip_requesting_account_id": true,
    "skip_metadata_api_check": true,
  ]

  private static func declareFlat(in stack: inout StackBuilder) {
    let env = stack.add(
      RawVariable(
        "env", .string, description: "Environment",
        validations: [
          CustomCondition(.call("contains", [["dev", "prod"], .raw("var.env")]), otherwise: "dev or prod")
        ]))
    let retention = stack.add(RawVariable("retention", .number, default: 14, description: "Days"))
    let prefix = stack.add(Local("prefix", "shop-\(env)"))
    let tags = stack.add(
      Local(
        "tags",
        value: InfraModel.Expression.call("merge", [.map(["Service": "shop"]), .map(["Env": env.value])]).value))
    let dead = stack.add(
      RawResource("aws_sqs_queue", "dead", ["name": .text("\(prefix)-dead"), "tags": .text(tags)]))
    let timeout = InfraModel.Expression.conditional(.binary(env, .equal, "prod"), then: 180, else: 60)
    let orders = stack.add(
      RawResource(
        "aws_sqs_queue", "orders",
        [
          "name": .text("\(prefix)-orders"), "visibility_timeout_seconds": timeout.value, "tags": .text(tags),
          "redrive_policy": .json([
            "deadLetterTargetArn": .text(dead.attribute("arn")), "maxReceiveCount": 5,
          ]),
        ]))
    let assume = stack.add(
      RawDataSource(
        "aws_iam_policy_document", "assume",
        [
          "statement": .blocks([
            [
              "actions": ["sts:AssumeRole"],
              "principals": .blocks([["type": "Service", "identifiers": ["lambda.amazonaws.com"]]]),
            ]
          ])
        ]))
    let role = stack.add(
      RawResource(
        "aws_iam_role", "fn",
        ["name": .text("\(prefix)-fn"), "assume_role_policy": .text(assume.attribute("json"))]))
    let statement: Value = [
      "Effect": "Allow", "Action": "sqs:*", "Resource": .text(orders.attribute("arn")),
    ]
    stack.add(
      RawResource(
        "aws_iam_role_policy", "fn",
        [
          "role": .text(role.attribute("id")),
          "policy": .json(["Version": "2012-10-17", "Statement": .list([statement])]),
        ]))
    stack.add(
      RawResource(
        "aws_kinesis_stream", "events",
        [
          "name": .text("\(prefix)-events"), "retention_period": (retention * 24).value,
          "stream_mode_details": .blocks([["stream_mode": "ON_DEMAND"]]),
        ]),
      lifecycle: Lifecycle(
        preventDestroy: true, ignoreChanges: ["tags[\"x\"]"],
        preconditions: [CustomCondition(.binary(retention, .less, 8_760), otherwise: "too long")]))
    stack.add(
      Output(
        "queue", ["url": orders.attribute("url"), "arn": orders.attribute("arn")], description: "The queue of orders",
        isSensitive: true))
  }

  private static func declareLoops(in stack: inout StackBuilder) {
    let settings = stack.add(
      RawVariable(
        "queues", .map(.object(["timeout": .number, "fifo": .optional(.bool, default: false)])),
        default: .map([
          "orders": .map(["timeout": 30]), "bills": .map(["timeout": 60, "fifo": true]),
        ]), description: "The queues by name"))
    let alarms = stack.add(RawVariable("alarms", .bool, default: true, description: "Whether there are alarms"))
    let queues = stack.add(forEach: settings) { each in
      let isFIFO = each.value.member("fifo")
      let name = InfraModel.Expression.conditional(isFIFO, then: .text("\(each.key).fifo"), else: .text(each.key))
      return RawResource(
        "aws_sqs_queue", "q",
        [
          "name": name.value, "fifo_queue": isFIFO.value,
          "visibility_timeout_seconds": each.value.member("timeout").value,
        ])
    }
    let named = InfraModel.Expression.map(for: ("k", "q"), in: queues.instances) {
      (key: $0, value: $1.member("name"))
    } where: { _, _ in
      alarms
    }
    stack.add(forEach: named) { each in
      RawResource(
        "aws_cloudwatch_metric_alarm", "age",
        [
          "alarm_name": InfraModel.Expression.call("format", ["%s-age", .text(each.key)]).value,
          "comparison_operator": "GreaterThanThreshold", "evaluation_periods": 1, "threshold": 60,
          "namespace": "AWS/SQS", "metric_name": "ApproximateAgeOfOldestMessage", "period": 60,
          "statistic": "Maximum", "dimensions": .map(["QueueName": each.value.value]),
        ])
    }
    let topics = stack.add(count: InfraModel.Expression.conditional(alarms, then: 2, else: 0)) { index in
      RawResource("aws_sns_topic", "t", ["name": .text("topic-\(index)")])
    }
    stack.add(
      RawResource(
        "aws_security_group", "sg",
        (["name": "sg"] as Block).nesting("ingress", forEach: .call("toset", [[80, 443]])) { ingress in
          [
            "from_port": ingress.value.value, "to_port": ingress.value.value, "protocol": "tcp",
            "cidr_blocks": ["10.0.0.0/8"],
          ]
        }))
    let names = InfraModel.Expression.list(for: "q", in: queues.instances) { .call("upper", [$0.member("name")]) }
    stack.add(
      RawResource(
        "aws_ssm_parameter", "names",
        ["name": "/names", "type": "String", "value": InfraModel.Expression.call("join", [",", names]).value]))
    stack.add(Output("urls", value: queues.all("url").value, description: "Where the queues are"))
    stack.add(Output("topics", value: topics.all("arn").value, description: "The topics"))
  }

  private static func declareMods(in stack: inout StackBuilder) {
    let eu = stack.add(ProviderConfiguration.aws(alias: "eu", region: .euWest1, withoutNetwork))
    let orders = stack.add(ModuleCall("orders", from: .directory("./modules/queue"), ["name": "orders"]))
    let regional = stack.add(forEach: .set(["a", "b"])) { each in
      ModuleCall(
        "regional", from: .directory("./modules/queue"), ["name": .text("r-\(each.key)"), "alarm": false],
        providers: ["aws": eu])
    }
    let url = stack.add(
      RawResource(
        "aws_ssm_parameter", "url", ["name": "/url", "type": "String", "value": .text(orders.output("url"))]),
      provider: eu)
    let template = InfraModel.Expression.call(
      "templatefile",
      [
        .text("\(InfraModel.Expression.modulePath)/t.tpl"),
        .map(["name": .text(orders.output("arn")), "list": regional.all("arn").value]),
      ])
    stack.add(
      RawResource("aws_ssm_parameter", "tmpl", ["name": "/tmpl", "type": "String", "value": template.value]))
    stack.add(
      TerraformData("boot", remembering: .text(orders.output("arn"))),
      provisioners: [.localExec("echo \(InfraModel.Expression.named(.itself).member("input"))")])
    stack.add(StateChange.moved(from: Address(type: "aws_ssm_parameter", name: "old"), to: url.address))
    stack.add(
      CheckBlock(
        "c", that: .binary(.call("length", [regional.instances]), .equal, 2), otherwise: "two"))
    stack.add(Output("arns", value: regional.all("arn").value, description: "The queues of each"))
  }
}
