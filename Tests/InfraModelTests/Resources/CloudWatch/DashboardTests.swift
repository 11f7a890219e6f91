import InfraModel
import Testing

@Suite struct DashboardTests {
  private let errors = Metric(
    "Errors", in: "AWS/Lambda", dimensions: ["FunctionName": "web"], missingDataMeaning: .noEvents)

  @Test func metricWidgetsNameTheirRegionAndEachSeriesItsStatistic() throws {
    let dashboard = Dashboard("operations", in: .euWest1) {
      Row { MetricWidget("Errors", [errors], .sum, period: .minutes(1)) }
    }

    #expect(
      try widgets(of: dashboard) == [
        [
          "type": "metric", "x": 0, "y": 0, "width": 24, "height": 6,
          "properties": [
            "title": "Errors", "region": "eu-west-1", "view": "timeSeries", "period": 60,
            "metrics": [["AWS/Lambda", "Errors", "FunctionName", "web", ["stat": "Sum"]]],
          ],
        ]
      ])
  }

  @Test func graphOfAnotherRegionSaysSo() throws {
    let dashboard = Dashboard("operations", in: .euWest1) {
      Row { MetricWidget("Bill", [.estimatedCharges(for: "AWSXRay")], .maximum, as: .number, in: .usEast1) }
    }

    let properties = try #require(widgets(of: dashboard).first?["properties"])
    #expect(properties["region"] == "us-east-1")
    #expect(properties["view"] == "singleValue")
    #expect(
      properties["metrics"] == [
        ["AWS/Billing", "EstimatedCharges", "Currency", "USD", "ServiceName", "AWSXRay", ["stat": "Maximum"]]
      ])
  }

  @Test func percentilesOfOneMetricStandInOneGraph() throws {
    let dashboard = Dashboard("operations", in: .usEast1) {
      Row {
        MetricWidget("Latency", [.init(errors, .percentile(.p50), label: "median"), .init(errors, .percentile(.p99))])
      }
    }

    let metrics = try #require(widgets(of: dashboard).first?["properties"]?["metrics"])
    #expect(
      metrics == [
        ["AWS/Lambda", "Errors", "FunctionName", "web", ["stat": "p50", "label": "median"]],
        ["AWS/Lambda", "Errors", "FunctionName", "web", ["stat": "p99"]],
      ])
  }

  @Test(arguments: [(1, [24]), (3, [8, 8, 8]), (5, [5, 5, 5, 5, 4])])
  func rowSharesOutAllItsColumns(count: Int, widths: [Int]) throws {
    let dashboard = Dashboard("operations", in: .usEast1) {
      Row { for number in 0..<count { TextWidget("\(number)") } }
    }

    let widgets = try widgets(of: dashboard)
    #expect(widgets.map { $0["width"] } == widths.map { .integer($0) })
    #expect(widgets.last?["x"] == .integer(24 - widths[widths.count - 1]))
  }

  @Test func rowStandsBelowTheTallestWidgetOfTheRowBefore() throws {
    let dashboard = Dashboard("operations", in: .usEast1) {
      Row {
        TextWidget("short", height: 2)
        TextWidget("tall", height: 9)
      }
      Row { TextWidget("below") }
    }

    #expect(try widgets(of: dashboard).map { $0["y"] } == [0, 0, 9])
  }

  @Test func moreWidgetsThanColumnsGoOnBelow() throws {
    let dashboard = Dashboard("operations", in: .usEast1) {
      Row { for number in 0..<25 { TextWidget("\(number)", height: 2) } }
    }

    let last = try #require(widgets(of: dashboard).last)
    #expect(last["x"] == 0)
    #expect(last["y"] == 2)
    #expect(last["width"] == 24)
  }

  @Test func alarmStatusShowsEveryStateOfEveryAlarmAHundredToAWidget() throws {
    let alarms = (0..<201).map { ARN<any Alarm>(Text("arn:aws:cloudwatch:us-east-1:123456789012:alarm:a\($0)")) }
    let dashboard = Dashboard("operations", in: .usEast1) { Row { AlarmStatus("All alarms", alarms) } }

    let widgets = try widgets(of: dashboard)
    #expect(widgets.map { $0["type"] } == ["alarm", "alarm", "alarm"])
    #expect(
      widgets.map { $0["properties"] } == [
        ["title": "All alarms (1 of 3)", "alarms": Array(alarms[0..<100]).value],
        ["title": "All alarms (2 of 3)", "alarms": Array(alarms[100..<200]).value],
        ["title": "All alarms (3 of 3)", "alarms": Array(alarms[200...]).value],
      ])
    #expect(widgets.map { $0["y"] } == [0, 18, 36])
  }

  @Test func alarmStatusWithoutAlarmsIsNoWidgetForCloudWatchRefusesIt() throws {
    let dashboard = Dashboard("operations", in: .usEast1) { Row { AlarmStatus("All alarms", []) } }
    #expect(try widgets(of: dashboard).isEmpty)
  }

  @Test func dashboardTellsWhatItShows() {
    var stack = StackBuilder()
    let topic = stack.add(Topic("alerts"))
    let alarm = stack.add(
      MetricAlarm(
        when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching, notify: [topic.arn]))
    let dashboard = Dashboard("operations", in: .usEast1) {
      Row { AlarmStatus("All alarms", [alarm.arn]) }
      Row { MetricWidget("Errors", [errors], .sum) }
    }

    #expect(dashboard.alarms == [alarm.arn])
    #expect(dashboard.metrics == [errors])
  }

  @Test func stackKnowsEveryAlarmOfAnyKindAndRegion() {
    var stack = StackBuilder()
    let bill = stack.add(
      MetricAlarm(
        when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(10), evaluation: .once,
        missingData: .missing,
        notify: []), in: .usEast1)
    let composite = stack.add(CompositeAlarm("any", when: .inAlarm(bill.alarmName), notify: []))

    #expect(stack.alarms == [composite.arn, bill.arn])
  }

  private func widgets(of dashboard: Dashboard) throws -> [Value] {
    var stack = StackBuilder()
    let block = stack.add(dashboard).declaration.block
    guard case .json(.map(let body)) = block["dashboard_body"], case .list(let widgets) = body["widgets"] else {
      Issue.record("no widgets in \(block)")
      return []
    }
    return widgets
  }
}
