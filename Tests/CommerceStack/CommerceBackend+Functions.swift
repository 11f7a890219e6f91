import InfraModel

extension CommerceBackend {
  /// An API for orders, and what happens to an order afterwards.
  func declareFunctions(
    in stack: inout StackBuilder, _ stores: Stores, _ users: TokenIssuer, _ alerts: ARN<Topic>, _ watch: Watch
  ) {
    let letters = stack.add(DeadLetters(alerts: alerts))
    func function(
      _ name: String, _ environment: [String: Text] = [:], _ permissions: [Statement] = []
    ) -> MonitoredFunction {
      MonitoredFunction(
        name,
        code: .zip(
          .archive(Archive(name, ["app.py": Array("def handler(event, context):\n    return {}\n".utf8)])),
          runtime: .python313, handler: "app.handler"),
        timeout: .seconds(20), p95: .seconds(5), environment: environment, permissions: permissions,
        deadLetters: letters.arn, logRetention: .oneMonth, alerts: alerts)
    }
    let table: [String: Text] = ["CARTS": stores.carts.tableName]
    let cart = stack.add(function("cart", table, [.read(stores.carts.arn), .write(stores.carts.arn)]))
    let order = stack.add(
      function(
        "order", ["ORDERS": stores.stream.name],
        [Statement(id: "Orders", ["kinesis:PutRecord"], on: [stores.stream.arn])]))
    stack.add(
      RoutedHTTPAPI(
        "shop",
        [
          .init(.on(.post, "/cart"), to: cart, authorization: .jwt(users)),
          .init(.on(.post, "/orders"), to: order, authorization: .jwt(users)),
        ], cors: nil, throttling: .limited(perSecond: 100, burst: 200), logRetention: .oneMonth))
    declareFulfilment(in: &stack, stores, letters.arn, alerts, function)
    let rotation = stack.add(
      function(
        "rotation", [:],
        [
          Statement(
            id: "Rotate",
            [
              "secretsmanager:DescribeSecret", "secretsmanager:GetSecretValue", "secretsmanager:PutSecretValue",
              "secretsmanager:UpdateSecretVersionStage",
            ], on: [stores.payment.arn])
        ]))
    let permission = stack.add(
      LambdaPermission(
        "rotation", of: rotation.functionName,
        to: .service("secretsmanager.amazonaws.com", source: stores.payment.arn)))
    stack.add(
      AWSSecretsmanagerSecretRotation(
        "payment", rotationRules: .init(automaticallyAfterDays: 30), secretID: stores.payment.id,
        rotationLambdaARN: rotation.arn.text), after: [permission.address])
  }

  private func declareFulfilment(
    in stack: inout StackBuilder, _ stores: Stores, _ letters: ARN<Queue>, _ alerts: ARN<Topic>,
    _ function: (String, [String: Text], [Statement]) -> MonitoredFunction
  ) {
    let queue = stack.add(
      Queue(
        "shipments", named: .convention(prefix: "", suffix: ".fifo"), retention: .days(4),
        visibilityTimeout: .seconds(120)), with: ["fifo_queue": true, "content_based_deduplication": true])
    stack.add(
      MetricAlarm(
        "shipments-waiting", when: queue.oldestMessageAge, .maximum, threshold: .above(600),
        evaluation: .once, missingData: .notBreaching, notify: [alerts]))
    let fulfilment = stack.add(
      function(
        "fulfilment", ["SHIPMENTS": queue.queueURL],
        [.send(to: queue.arn), Statement(id: "Read", Self.readStream, on: [stores.stream.arn])]))
    stack.add(
      EventSourceMapping(
        "orders", from: .kinesisStream(stores.stream.arn, .init(100, within: .seconds(5)), from: .latest),
        to: fulfilment.arn,
        failures: .items))
    let shipping = stack.add(
      TracedStateMachine(
        "shipping", .standard, [.succeed("Shipped")], timeout: .seconds(3_600), executionData: false,
        logRetention: .oneMonth, alerts: alerts))
    let nightly = stack.add(function("nightly", ["SHIPPING": shipping.arn.text], [.start(shipping.arn)]))
    stack.add(ScheduledInvocation(of: nightly, every: .hours(24), deadLetters: letters, alerts: alerts))
  }

  private static let readStream = [
    "kinesis:DescribeStream", "kinesis:DescribeStreamSummary", "kinesis:GetRecords", "kinesis:GetShardIterator",
    "kinesis:ListShards",
  ]
}
