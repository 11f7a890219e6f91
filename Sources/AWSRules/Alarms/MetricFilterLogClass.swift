import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let metricFilterLogClass: RuleID = "metric-filter-log-class"
}

struct MetricFilterLogClass: Rule {
  static let description = RuleDescription(
    id: .metricFilterLogClass,
    title: "A log group with a metric filter has the class STANDARD",
    rationale: """
      Log groups of the classes INFREQUENT_ACCESS and DELIVERY do not support metric filters. CloudWatch Logs \
      rejects the filter, and the class of a log group cannot be changed.
      """,
    sources: [
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html",
    ],
    subjects: [LogMetricFilter.self, RawResource.self],
    reads: [
      .arguments("log_group_class", "name", of: LogGroup.self),
      .arguments("log_group_name", of: LogMetricFilter.self),
    ],
    good: [
      Example("A group of the class STANDARD") { stack in
        let logs = stack.add(LogGroup("orders", retention: .fixed(.oneMonth)))
        stack.add(
          LogMetricFilter(
            "errors", in: logs.groupName, matching: "ERROR", as: "LogErrors", in: "Shop", .total(otherwise: nil),
            missingDataMeaning: .noEvents))
      },
      Example("A group without a metric filter") { stack in
        stack.add(
          LogGroup("archive", retention: .fixed(.oneYear)), with: ["log_group_class": "INFREQUENT_ACCESS"])
      },
    ],
    bad: [
      Counterexample("A group of the class INFREQUENT_ACCESS") { stack in
        let logs = stack.add(
          LogGroup("orders", retention: .fixed(.oneMonth)), with: ["log_group_class": "INFREQUENT_ACCESS"])
        let filter = stack.add(
          LogMetricFilter(
            "errors", in: logs.groupName, matching: "ERROR", as: "LogErrors", in: "Shop", .total(otherwise: nil),
            missingDataMeaning: .noEvents))
        return [filter.address]
      },
      Counterexample("The group is named in text") { stack in
        stack.add(
          LogGroup("orders", named: .exactly("/shop/orders"), retention: .fixed(.oneMonth)),
          with: ["log_group_class": "DELIVERY"])
        let filter = stack.add(
          LogMetricFilter(
            "errors", in: "/shop/orders", matching: "ERROR", as: "LogErrors", in: "Shop", .total(otherwise: nil),
            missingDataMeaning: .noEvents))
        return [filter.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let groups = stack.managed(LogGroup.type)
    return stack.managed(LogMetricFilter.type).compactMap { filter in
      guard case .text(let text)? = filter.block["log_group_name"] else { return nil }
      let named = stack.resolved(text)
      let group =
        stack.target(of: text)
        ?? groups.first { $0.region == filter.region && named != nil && $0.block["name"]?.text(in: stack) == named }
      guard let group, let logClass = group.block["log_group_class"]?.text(in: stack), logClass != "STANDARD" else {
        return nil
      }
      let name = group.resource.name
      return finding(
        on: filter,
        "metric filter '\(filter.resource.name)' is on log group '\(name)', which has the class '\(logClass)'",
        fix: "remove `log_group_class` from '\(name)'; Terraform then replaces the log group",
        notes: [Finding.Note(at: group.location, "log group '\(name)' is declared here")])
    }
  }
}
