import InfraModel

/// Metric filters and the groups that they read.
let logTwins: [Twin] = [
  Twin(
    "the function's logs go to another group", "claranet/terraform-aws-lambda#38", .metricFilterEmptyLogGroup,
    at: "aws_cloudwatch_log_metric_filter.errors"
  ) { stack, isBad in
    stack.function(
      "worker",
      isBad ? ["logging_config": .blocks([["log_format": "JSON", "log_group": "/shop/worker"]])] : [:])
    stack.filter(on: "/aws/lambda/worker")
  },
  Twin(
    "the group is spelled otherwise than the function", "ministryofjustice/opg-digideps#367",
    .metricFilterEmptyLogGroup,
    at: "aws_cloudwatch_log_metric_filter.errors"
  ) { stack, isBad in
    stack.function(isBad ? "shop-worker" : "shop_worker")
    stack.raw("aws_cloudwatch_log_group", "worker", ["name": "/aws/lambda/shop_worker"])
    stack.filter(on: "/aws/lambda/shop_worker")
  },
  Twin(
    "the group is of the class INFREQUENT_ACCESS", "aws-samples/aws-secure-environment-accelerator#1260",
    .metricFilterLogClass, at: "aws_cloudwatch_log_metric_filter.errors"
  ) { stack, isBad in
    stack.raw(
      "aws_cloudwatch_log_group", "worker",
      ["name": "/shop/worker", "log_group_class": isBad ? "INFREQUENT_ACCESS" : "STANDARD"])
    stack.filter(on: "/shop/worker")
  },
  Twin(
    "the alarm reads the filter by its own name",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/MonitoringLogData.html", .alarmMatchesMetricFilter,
    at: alarmOf
  ) { stack, isBad in
    stack.filter(on: "/shop/worker")
    stack.alarm(on: isBad ? "worker-errors" : "WorkerErrors", of: "Shop", by: [:])
  },
  Twin(
    "the alarm reads the filter's metric by a dimension",
    "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/FilterAndPatternSyntaxForMetricFilters.html",
    .alarmMatchesMetricFilter, at: alarmOf
  ) { stack, isBad in
    stack.filter(on: "/shop/worker")
    stack.alarm(on: "WorkerErrors", of: "Shop", by: isBad ? ["FunctionName": "worker"] : [:])
  },
]

extension StackBuilder {
  fileprivate mutating func filter(on group: Text) {
    raw(
      "aws_cloudwatch_log_metric_filter", "errors",
      [
        "name": "worker-errors", "pattern": "ERROR", "log_group_name": .text(group),
        "metric_transformation": .blocks([["name": "WorkerErrors", "namespace": "Shop", "value": "1"]]),
      ])
  }
}
