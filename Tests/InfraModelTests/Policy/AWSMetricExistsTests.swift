import InfraModel
import Testing

@testable import AWSRules

@Suite struct AWSMetricExistsTests {
  @Test(
    "A metric of the other kind of API is reported with that kind's dimension and the alarm's own metric",
    arguments: [
      ("5XXError", "ApiId", "a metric of REST APIs, with the dimension 'ApiName'; HTTP APIs publish '5xx'", "5xx"),
      ("4xx", "ApiName", "a metric of HTTP APIs, with the dimension 'ApiId'; REST APIs publish '4XXError'", "4XXError"),
    ])
  func metricOfTheOtherKindOfAPI(_ name: String, _ dimension: String, _ difference: String, _ twin: String) throws {
    var stack = StackBuilder()
    stack.add(
      RawResource(
        "aws_cloudwatch_metric_alarm", "failures",
        [
          "metric_name": .text(Text(name)), "namespace": "AWS/ApiGateway", "statistic": "Sum",
          "dimensions": .map([dimension: "shop"]),
        ]))
    let finding = try #require(AWSMetricExists().findings(in: DeclaredStack(stack)).first)
    #expect(finding.message.hasSuffix("which is \(difference)"), "\(finding.message)")
    #expect(finding.fix == "write '\(twin)' instead of '\(name)' in 'failures'")
  }

  @Test(
    "A metric of AWS that the catalogue does not have is undetermined",
    arguments: [("AWS/WAFV2Example", "Blocked", true), ("AWS/S3", "SomethingNew", true), ("Shop", "Orders", false)])
  func unknownMetric(_ namespace: String, _ name: String, isUndetermined: Bool) {
    var stack = StackBuilder()
    stack.add(
      MetricAlarm.example(when: Metric(name, in: namespace, missingDataMeaning: .noEvents), threshold: .above(0)))
    let evaluation = AWSMetricExists().evaluate(in: DeclaredStack(stack))
    #expect(evaluation.findings.isEmpty)
    #expect(evaluation.undetermined.map(\.isDecidedByApply) == (isUndetermined ? [false] : []))
  }
}
