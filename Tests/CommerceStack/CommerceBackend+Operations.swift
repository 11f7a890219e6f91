import InfraModel

extension CommerceBackend {
  /// A look from outside, a budget, and alarms on more than one metric.
  func declareOperations(in stack: inout StackBuilder, _ front: Front, _ alerts: ARN<Topic>) {
    stack.add(
      AWSBudgetsBudget(
        "shop", budgetType: "COST", timeUnit: "MONTHLY", limitAmount: environment.isProduction ? "1000" : "300",
        limitUnit: "USD", name: stack.conventionalName(for: "shop"),
        notification: [
          .init(
            comparisonOperator: "GREATER_THAN", notificationType: "FORECASTED", threshold: 100,
            thresholdType: "PERCENTAGE", subscriberEmailAddresses: ["on-call@example.com"])
        ]))
    stack.add(
      AnomalyAlarm(
        "unusual-requests",
        when: Metric(
          "RequestCount", in: "AWS/ApplicationELB", dimensions: ["LoadBalancer": front.balancer.arnSuffix],
          missingDataMeaning: .noActivity), .sum, threshold: .outside(deviations: 3), evaluation: .consecutive(3),
        missingData: .notBreaching, notify: [alerts]))
    stack.add(
      CompositeAlarm(
        "shop-down",
        when: .all([.inAlarm(front.serverErrors.alarmName), .inAlarm(front.unhealthyTargets.alarmName)]),
        notify: [alerts]))
    declareCanary(in: &stack, alerts)
  }

  private func declareCanary(in stack: inout StackBuilder, _ alerts: ARN<Topic>) {
    let results = stack.add(PrivateBucket("canary", forceDestroy: !environment.isProduction, versioning: .suspended))
    let role = stack.add(Role("canary", assumedBy: "lambda.amazonaws.com"))
    stack.add(
      RolePolicy(
        "canary", for: role.roleName,
        [
          .writeObjects(to: results.arn), Statement(id: "Buckets", ["s3:ListAllMyBuckets"], on: ["*"]),
          Statement(
            id: "Metrics", ["cloudwatch:PutMetricData"], on: ["*"],
            where: ["StringEquals": ["cloudwatch:namespace": "CloudWatchSynthetics"]]),
          Statement(
            id: "Logs", ["logs:CreateLogGroup", "logs:CreateLogStream", "logs:PutLogEvents"],
            on: ["arn:aws:logs:*:*:log-group:/aws/lambda/cwsyn-*"]),
        ]))
    let canary = stack.add(
      AWSSyntheticsCanary(
        "shop", artifactS3Location: "s3://\(results.bucketName.text)/", executionRoleARN: role.arn.text,
        handler: "shop.handler", name: Text("shop-\(environment.rawValue)"), runtimeVersion: "syn-nodejs-puppeteer-9.1",
        schedule: .init(expression: "rate(5 minutes)"), s3Bucket: results.bucketName.text, s3Key: "shop.zip",
        startCanary: true))
    stack.add(
      MetricAlarm(
        "shop-not-reachable",
        when: Metric(
          "SuccessPercent", in: "CloudWatchSynthetics", dimensions: ["CanaryName": canary.name],
          missingDataMeaning: .stopped), .average, threshold: .below(90), evaluation: .consecutive(2),
        missingData: .breaching, notify: [alerts]))
  }
}
