import InfraModel
import Testing

@testable import AWSRules

@Suite struct AnomalyAlarmTests {
  private let requests = Metric(
    "Count", in: "AWS/ApiGateway", dimensions: ["ApiName": "shop"], missingDataMeaning: .noEvents)

  @Test(arguments: [
    (AnomalyAlarm.Band.above(deviations: 2), "GreaterThanUpperThreshold", "ANOMALY_DETECTION_BAND(metric, 2)"),
    (.below(deviations: 3), "LessThanLowerThreshold", "ANOMALY_DETECTION_BAND(metric, 3)"),
    (
      .outside(deviations: 2.5), "LessThanLowerOrGreaterThanUpperThreshold", "ANOMALY_DETECTION_BAND(metric, 2.5)"
    ),
  ])
  func bandIsTheThreshold(band: AnomalyAlarm.Band, comparison: String, expression: Value) throws {
    var stack = StackBuilder()
    let alarm = stack.add(
      AnomalyAlarm(
        "unusual", when: requests, .sum, threshold: band, evaluation: .datapoints(2, of: 3), missingData: .ignore,
        notify: []))

    #expect(
      alarm.declaration.block == [
        "alarm_name": "example-prod-unusual", "comparison_operator": comparison.value, "threshold_metric_id": "band",
        "evaluation_periods": 3, "datapoints_to_alarm": 2, "treat_missing_data": "ignore",
        "metric_query": .blocks([
          ["id": "band", "expression": expression, "label": "Count (expected)", "return_data": true],
          [
            "id": "metric",
            "metric": .blocks([
              [
                "namespace": "AWS/ApiGateway", "metric_name": "Count", "dimensions": ["ApiName": "shop"],
                "period": 300, "stat": "Sum",
              ]
            ]), "return_data": true,
          ],
        ]),
      ])
  }

  @Test func metricThatDoesNotExistIsFoundInTheBandToo() {
    var stack = StackBuilder()
    let mistyped = Metric("Cuont", in: "AWS/ApiGateway", dimensions: ["ApiName": "shop"], missingDataMeaning: .noEvents)
    let alarm = stack.add(
      AnomalyAlarm(
        when: mistyped, .sum, threshold: .above(deviations: 2), evaluation: .once, missingData: .ignore, notify: []))

    let found = AWSMetricExists().evaluate(in: DeclaredStack(stack)).findings

    #expect(found.map(\.address) == [alarm.address])
  }
}
