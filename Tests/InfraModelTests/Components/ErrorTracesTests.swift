import InfraModel
import Testing

@Suite struct ErrorTracesTests {
  @Test func groupsAreOfTheStageAloneAndTheRateIsOfTwoOfThem() throws {
    var stack = StackBuilder()
    let api = stack.add(RestAPI("web"))
    let stage = stack.add(Stage("web", called: "v1", of: api.reference, serves: "abc123"))
    let alerts = stack.add(Topic("alerts"))
    let groups = stack.add(ErrorTraces(of: stage, toleratedPercent: 5, insights: .on, alerts: alerts.arn))

    let requests = #"service(id(name: "example-prod-web/v1", type: "AWS::ApiGateway::Stage"))"#
    #expect(groups.requests.filter == requests)
    #expect(groups.errors.filter == "\(requests) AND (fault = true OR error = true)")
    #expect(groups.faults.filter == "\(requests) AND fault = true")
    #expect(groups.requests.insights == .on)

    let rate = try #require(stack.declared(MetricAlarm.self).first { $0.name == "error-trace-rate" })
    #expect(rate.metrics == [groups.errors.traceCount, groups.requests.traceCount])
    #expect(rate.threshold == .above(5))
  }
}
