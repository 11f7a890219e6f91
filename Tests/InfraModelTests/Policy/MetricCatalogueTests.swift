import InfraModel
import Testing

@testable import AWSRules

/// What the models say of AWS's metrics and what the catalogue says are written in two places, and so are held together.
@Suite struct MetricCatalogueTests {
  @Test(arguments: typedMetrics)
  func typedMetricIsPublished(_ metric: Metric) throws {
    let published = try #require(MetricCatalogue.metric(metric.name, in: metric.namespace))
    #expect(published.dimensionSets?.contains(Set(metric.dimensions.keys)) == true)
    #expect(published.missingDataMeaning == metric.missingDataMeaning)
  }

  /// The list above is by hand. A model that gains a metric brings its namespace here, so count what the sources declare.
  @Test func everyModelWithMetricsIsInTheList() {
    #expect(
      Set(typedMetrics.map(\.namespace)) == [
        "AWS/Lambda", "AWS/SQS", "AWS/DynamoDB", "AWS/Events", "AWS/States", "AWS/ApiGateway", "AWS/X-Ray",
        "AWS/Billing",
      ])
  }

  /// aws-facts 1.14, row by row.
  @Test(arguments: [
    ("AWS/Lambda", "Errors", StatisticFamily.sum), ("AWS/Lambda", "Throttles", .sum),
    ("AWS/Lambda", "Duration", .distribution), ("AWS/Lambda", "ConcurrentExecutions", .maximum),
    ("AWS/X-Ray", "ApproximateTraceCount", .sum), ("AWS/Billing", "EstimatedCharges", .maximum),
    ("AWS/Events", "FailedInvocations", .sum), ("AWS/Scheduler", "TargetErrorCount", .sum),
    ("CloudWatchSynthetics", "SuccessPercent", .average),
  ])
  func factsAgree(_ namespace: String, _ name: String, _ best: StatisticFamily) {
    #expect(MetricCatalogue.metric(name, in: namespace)?.statistics.first == best)
  }

  /// What no evidence was found for (aws-facts 1.12).
  @Test(arguments: ["TraceCount", "ErrorCount", "ApproximateErrorCount", "FaultCount"])
  func inventedMetricIsNotThere(_ name: String) {
    #expect(MetricCatalogue.metric(name, in: "AWS/X-Ray") == nil)
  }

  @Test(arguments: [
    ("AWS/XRay", "AWS/X-Ray"), ("AWS/APIGateway", "AWS/ApiGateway"), ("AWS/Lamda", "AWS/Lambda"),
    ("AWS/ALB", "AWS/ApplicationELB"), ("AWS/OpenSearch", "AWS/ES"), ("AWS/Elasticache", "AWS/ElastiCache"),
    ("AWS/StepFunctions", "AWS/States"), ("AWS/EventBridge", "AWS/Events"), ("aws/lambda", "AWS/Lambda"),
  ])
  func namespaceIsSuggested(_ written: String, _ meant: String) {
    #expect(MetricCatalogue.likelyNamespace(for: written) == meant)
  }

  @Test(arguments: [
    "AWS/EBS", "AWS/Usage", "AWS/Bedrock", "AWS/Athena", "AWS/FSx", "AWS/Kafka", "AWS/AmazonMQ", "AWS/DMS", "AWS/DAX",
    "AWS/KinesisVideo", "AWS/GatewayELB", "AWS/Route53Resolver", "AWS/Neptune", "AWS/CodeBuild", "AWS/IoT", "AWS/EKS",
    "AWS/ElasticBeanstalk", "AWS/EC2Spot", "AWS/ECR", "AWS/AOSS", "Shop", "Lambda/Shop",
  ])
  func otherNamespaceIsLeftAlone(_ namespace: String) {
    #expect(MetricCatalogue.likelyNamespace(for: namespace) == nil)
  }

  /// A dimension that names resources is one that some metric is published by, and the attribute that it spells is the
  /// one that holds the physical name.
  @Test func namedDimensionsAreThoseOfTheCatalogueAndOfTheModels() {
    let sets = MetricCatalogue.namespaces.values.flatMap {
      $0.metrics.values.compactMap(\.dimensionSets).flatMap { $0 }
    }
    let dimensions = sets.reduce(into: Set<String>()) { $0.formUnion($1) }
    #expect(Set(NamedDimension.all.map(\.name)).isSubset(of: dimensions))
    let models: [any Resource.Type] = [
      LambdaFunction.self, Queue.self, Topic.self, EventRule.self, EventBus.self, Table.self, Bucket.self,
      TraceGroup.self, RestAPI.self, LogGroup.self,
    ]
    for model in models {
      let dimension = NamedDimension.all.first { $0.type == model.type }
      #expect(dimension?.attributes[0] == model.namingRule?.argument, "\(model)")
    }
  }

  @Test(arguments: [
    ("Sum", StatisticFamily.sum), ("p95", .distribution), ("p99.9", .distribution), ("tm90", .distribution),
    ("IQM", .distribution), ("TM(10%:90%)", .distribution), ("Average", .average), ("Minimum", .minimum),
  ])
  func statisticIsUnderstood(_ word: String, _ family: StatisticFamily) {
    #expect(StatisticFamily(word) == family)
  }

  @Test(arguments: ["PR(0:100)", "tc90", "TS(1:2)"])
  func otherStatisticIsNotJudged(_ word: String) {
    #expect(StatisticFamily(word) == nil)
  }
}

/// Every metric that a declared resource offers.
private let typedMetrics: [Metric] = {
  var stack = StackBuilder()
  let function = stack.add(LambdaFunction.example())
  let queue = stack.add(Queue("orders", retention: .seconds(86_400)))
  let table = stack.add(
    Table("items", partitionKey: .string("id"), deletionProtection: true))
  let rule = stack.add(EventRule.example)
  let nightly = stack.add(EventRule("nightly", when: .every(.days(1))))
  let machine = stack.add(StateMachine.example())
  let rest = stack.add(RestAPI("rest"))
  let stage = stack.add(Stage("rest", called: "v1", of: rest.reference, serves: "abc123"))
  let http = stack.add(HTTPAPI("http"))
  let httpStage = stack.add(HTTPStage("http", of: http.apiID, throttling: .accountLimits))
  let group = stack.add(TraceGroup("errors", filter: "error = true"))
  return [
    function.errors, function.throttles, function.invocations, function.duration,
    queue.waitingMessages, queue.oldestMessageAge,
    table.throttledReads, table.throttledWrites,
    rule.matches, rule.invocations, rule.failedInvocations, rule.throttles, rule.deadLetters, rule.lostDeadLetters,
    nightly.matches,
    machine.executionsFailed, machine.executionsTimedOut, machine.executionsStarted, machine.executionTime,
    stage.serverErrors, stage.clientErrors, stage.requests, stage.latency, stage.integrationLatency,
    httpStage.serverErrors, httpStage.clientErrors, httpStage.requests, httpStage.latency,
    httpStage.integrationLatency,
    group.traceCount, .estimatedCharges(for: "AWSXRay"),
  ]
}()
