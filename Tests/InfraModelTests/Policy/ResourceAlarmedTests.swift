import InfraModel
import Testing

@testable import AWSRules

@Suite struct ResourceAlarmedTests {
  @Test("Which resources need an alarm depends on their arguments", arguments: needs)
  func need(_ need: Need) {
    var stack = StackBuilder()
    stack.add(RawResource(need.type, "thing", need.arguments))
    #expect(ResourceAlarmed().findings(in: DeclaredStack(stack)).count == need.count)
  }

  @Test("An alarm on the wrong side of its threshold, or on another resource, is none")
  func otherAlarm() {
    #expect(isFound(by: ["StreamName": "clicks"], threshold: .above(60_000)) == false)
    #expect(isFound(by: ["StreamName": "clicks"], threshold: .below(60_000)) == true)
    #expect(isFound(by: ["StreamName": "orders"], threshold: .above(60_000)) == true)
    #expect(isFound("IncomingRecords", by: ["StreamName": "clicks"], threshold: .above(60_000)) == true)
  }

  @Test("A function's alarm shows that the readers of a stream are behind")
  func alarmOfReader() {
    #expect(
      isFound("IteratorAge", in: "AWS/Lambda", by: ["FunctionName": "reader"], threshold: .above(60_000)) == false)
  }

  @Test("A query may read every resource of a namespace")
  func query() {
    var stack = StackBuilder()
    stack.add(RawResource("aws_kinesis_stream", "clicks", ["name": "clicks"]))
    stack.add(
      RawResource(
        "aws_cloudwatch_metric_alarm", "behind",
        [
          "threshold": 60_000, "comparison_operator": "GreaterThanThreshold",
          "metric_query": .blocks([
            [
              "id": "q", "return_data": true,
              "expression": #"SELECT MAX("GetRecords.IteratorAgeMilliseconds") FROM SCHEMA("AWS/Kinesis", StreamName)"#,
            ]
          ]),
        ]))
    #expect(ResourceAlarmed().findings(in: DeclaredStack(stack)).isEmpty)
  }

  @Test("An alarm whose dimensions are known only after apply leaves the answer open")
  func unknownDimensions() {
    var stack = StackBuilder()
    stack.add(RawResource("aws_kinesis_stream", "clicks", ["name": "clicks"]))
    stack.add(
      RawResource(
        "aws_cloudwatch_metric_alarm", "behind",
        [
          "namespace": "AWS/Kinesis", "metric_name": "GetRecords.IteratorAgeMilliseconds", "statistic": "Maximum",
          "threshold": 60_000, "comparison_operator": "GreaterThanThreshold",
          "dimensions": .text(Text(.knownAfterApply(reading: []))),
        ]))
    let evaluation = ResourceAlarmed().evaluate(in: DeclaredStack(stack))
    #expect(evaluation.findings.isEmpty)
    #expect(evaluation.undetermined.map(\.isDecidedByApply) == [true])
  }

  @Test("Every metric that an alarm is asked on is one that AWS publishes, by the dimension of the resource")
  func metricsExist() {
    for facts in ResourceCatalog.aws.facts.values {
      for needed in facts.alarms {
        #expect(facts.dimension != nil, "\(facts.type)")
        for metric in needed.metrics {
          let published = MetricCatalogue.metric(metric.name, in: metric.namespace)
          #expect(published != nil, "\(facts.type): \(metric.namespace) \(metric.name)")
        }
      }
    }
  }

  private func isFound(
    _ metric: String = "GetRecords.IteratorAgeMilliseconds", in namespace: String = "AWS/Kinesis",
    by dimensions: [String: Text], threshold: Threshold
  ) -> Bool {
    var stack = StackBuilder()
    stack.add(RawResource("aws_kinesis_stream", "clicks", ["name": "clicks"]))
    stack.add(
      MetricAlarm.example(
        when: Metric(metric, in: namespace, dimensions: dimensions, missingDataMeaning: .noEvents), .maximum,
        threshold: threshold))
    return !ResourceAlarmed().findings(in: DeclaredStack(stack)).isEmpty
  }
}

struct Need: Sendable, CustomTestStringConvertible {
  let type: String
  let arguments: Block
  /// How many alarms it needs.
  let count: Int

  init(_ type: String, _ arguments: Block, _ count: Int) {
    self.type = type
    self.arguments = arguments
    self.count = count
  }

  var testDescription: String { "\(type) \(arguments.arguments.map(\.name)): \(count)" }
}

private let needs: [Need] = [
  Need("aws_lb", ["load_balancer_type": "application"], 1),
  Need("aws_lb", [:], 1),
  Need("aws_lb", ["load_balancer_type": "network"], 0),
  Need("aws_lb_target_group", ["target_type": "lambda"], 0),
  Need("aws_lb_target_group", ["target_type": "ip"], 1),
  Need("aws_db_instance", [:], 2),
  Need("aws_db_instance", ["max_allocated_storage": 100], 1),
  Need("aws_db_instance", ["replicate_source_db": "orders"], 2),
  Need("aws_acm_certificate", ["validation_method": "DNS"], 0),
  Need("aws_acm_certificate", ["validation_method": "EMAIL"], 1),
  Need("aws_acm_certificate", ["certificate_body": "x", "private_key": "x"], 1),
  Need("aws_efs_file_system", ["throughput_mode": "elastic"], 0),
  Need("aws_efs_file_system", [:], 1),
  Need("aws_dynamodb_table", ["billing_mode": "PAY_PER_REQUEST"], 0),
  Need("aws_dynamodb_table", ["read_capacity": 5], 1),
  Need("aws_nat_gateway", ["connectivity_type": "private"], 0),
  Need("aws_route53_record", [:], 0),
]
