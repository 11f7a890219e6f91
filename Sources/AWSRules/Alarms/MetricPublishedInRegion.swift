import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let metricPublishedInRegion: RuleID = "metric-published-in-region"
}

struct MetricPublishedInRegion: Rule {
  static let description = RuleDescription(
    id: .metricPublishedInRegion,
    title: "Every alarm is in the region where AWS publishes its metric",
    rationale: """
      CloudFront, Route 53 and other global services publish their metrics in one region. An alarm in another \
      region never has data and never fires.
      """,
    sources: [
      "FR-045",
      "https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/programming-cloudwatch-metrics.html",
    ],
    subjects: [MetricAlarm.self, RawResource.self],
    reads: [
      .arguments("dimensions", "metric_name", "namespace", of: MetricAlarm.self)
    ],
    good: [
      Example("CloudFront's metrics are in us-east-1") { stack in
        let errors = Metric(
          "5xxErrorRate", in: "AWS/CloudFront", dimensions: ["DistributionId": "E2EXAMPLE", "Region": "Global"],
          missingDataMeaning: .noActivity)
        stack.add(
          MetricAlarm(
            when: errors, .average, threshold: .above(5), evaluation: .once, missingData: .notBreaching, notify: []),
          in: .usEast1)
      },
      Example("A web ACL of a region has its metrics there") { stack in
        let blocked = Metric(
          "BlockedRequests", in: "AWS/WAFV2",
          dimensions: ["Region": "eu-west-1", "WebACL": "shop", "Rule": "ALL"], missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: blocked, .sum, threshold: .above(100), evaluation: .once, missingData: .notBreaching, notify: []),
          in: .euWest1)
      },
    ],
    bad: [
      Counterexample("CloudFront metrics, in the region of its function") { stack in
        let errors = Metric(
          "5xxErrorRate", in: "AWS/CloudFront", dimensions: ["DistributionId": "E2EXAMPLE", "Region": "Global"],
          missingDataMeaning: .noActivity)
        let alarm = stack.add(
          MetricAlarm(
            when: errors, .average, threshold: .above(5), evaluation: .once, missingData: .notBreaching, notify: []),
          in: .euWest1)
        return [alarm.address]
      },
      Counterexample("A health check, in the region of its endpoint") { stack in
        let status = Metric(
          "HealthCheckStatus", in: "AWS/Route53", dimensions: ["HealthCheckId": "abcdef11-2222-3333-4444-555555fedcba"],
          missingDataMeaning: .stopped)
        let alarm = MetricAlarm(
          when: status, .minimum, threshold: .below(1), evaluation: .once, missingData: .breaching, notify: [])
        return [stack.add(alarm, in: .euCentral1).address]
      },
      Counterexample("A web ACL of a distribution") { stack in
        let blocked = Metric(
          "BlockedRequests", in: "AWS/WAFV2", dimensions: ["WebACL": "shop", "Rule": "ALL"],
          missingDataMeaning: .noEvents)
        let alarm = stack.add(
          MetricAlarm(
            when: blocked, .sum, threshold: .above(100), evaluation: .once, missingData: .notBreaching, notify: []),
          in: .euWest1)
        return [alarm.address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    RuleEvaluation(findings: misplaced(in: stack), undetermined: undetermined(in: stack))
  }

  private func misplaced(in stack: DeclaredStack) -> [Finding] {
    stack.metricReadings.compactMap { reading in
      guard let region = MetricHome.region(of: reading, in: stack), reading.alarm.region != region,
        reading.alarm.region != .unknown
      else { return nil }
      let name = reading.alarm.resource.name
      return finding(
        on: reading.alarm,
        "\(reading.owner) in '\(reading.alarm.region)' reads '\(reading.name)', which AWS publishes in '\(region)' only",
        fix: "declare '\(name)' and the topic that it notifies in '\(region)'", subject: reading.name)
    }
  }

  private func undetermined(in stack: DeclaredStack) -> [Undetermined] {
    stack.metricReadings.compactMap { reading in
      guard reading.alarm.region == .unknown, MetricHome.region(of: reading, in: stack) != nil else { return nil }
      return Undetermined(on: reading.alarm, Region.reasonForDoubt, isDecidedByApply: false)
    }
  }
}
