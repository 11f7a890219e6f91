import InfraModel
import Testing

@testable import AWSRules

@Suite struct MetricPublishedInRegionTests {
  @Test("Where the region of an alarm is unknown, it is undetermined whether the metric is published there")
  func unknownRegion() {
    let alarm = Block(uniqueArguments: [
      ("alarm_name", "errors"), ("namespace", "AWS/CloudFront"), ("metric_name", "5xxErrorRate"),
      ("statistic", "Average"), ("dimensions", .map(["DistributionId": "E2EXAMPLE", "Region": "Global"])),
    ])
    for (region, isUndetermined) in [(Region.unknown, true), (.usEast1, false)] {
      let stack = DeclaredStack(
        StackIdentity(stack: "plan", environment: "terraform"), region: region,
        planned: [
          PlannedResource(
            address: Address(type: "aws_cloudwatch_metric_alarm", name: "errors"), region: region, block: alarm,
            dependencies: [], location: SourceLocation(fileID: "p", path: "p", line: 1, column: 1))
        ])
      let evaluation = MetricPublishedInRegion().evaluate(in: stack)
      #expect(evaluation.findings.isEmpty && evaluation.undetermined.count == (isUndetermined ? 1 : 0), "\(region)")
    }
  }
}
