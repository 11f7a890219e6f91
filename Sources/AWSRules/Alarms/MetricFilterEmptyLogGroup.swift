import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let metricFilterEmptyLogGroup: RuleID = "metric-filter-empty-log-group"
}

struct MetricFilterEmptyLogGroup: Rule {
  static let description = RuleDescription(
    id: .metricFilterEmptyLogGroup,
    title: "Every metric filter on a function's log group reads the group that the function writes to",
    rationale: """
      The block `logging_config` can send a function's logs to a log group other than `/aws/lambda/` with the \
      function's name. A filter on a log group without log events counts nothing, and the alarm on its metric never \
      fires.
      """,
    sources: [
      "FR-045", "https://docs.aws.amazon.com/lambda/latest/dg/monitoring-cloudwatchlogs-loggroups.html",
    ],
    subjects: [LogMetricFilter.self, RawResource.self],
    reads: [
      .arguments("name", of: LogGroup.self),
      .arguments("log_group_name", of: LogMetricFilter.self),
      .arguments("function_name", "logging_config", of: LambdaFunction.self),
    ],
    good: [
      Example("The group that the function writes") { stack in
        let logs = stack.add(LogGroup("orders", retention: .fixed(.oneMonth)))
        stack.add(
          LambdaFunction(
            "orders", code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/orders")),
          with: ["logging_config": .blocks([["log_group": .text(logs.groupName), "log_format": "JSON"]])])
        stack.add(
          LogMetricFilter(
            "errors", in: logs.groupName, matching: "ERROR", as: "LogErrors", in: "Shop", .total(otherwise: nil),
            missingDataMeaning: .noEvents))
      },
      Example("The default log group of the function") { stack in
        stack.add(
          RawResource(
            "aws_lambda_function", "orders",
            ["function_name": "orders", "role": "arn:aws:iam::123456789012:role/orders"]))
        stack.add(
          LogMetricFilter(
            "errors", in: "/aws/lambda/orders", matching: "ERROR", as: "LogErrors", in: "Shop", .total(otherwise: nil),
            missingDataMeaning: .noEvents))
      },
      Example("A group of another service") { stack in
        stack.add(
          LogMetricFilter(
            "errors", in: "/shop/checkout", matching: "ERROR", as: "LogErrors", in: "Shop", .total(otherwise: nil),
            missingDataMeaning: .noEvents))
      },
    ],
    bad: [
      Counterexample("The function writes another group") { stack in
        stack.add(
          LambdaFunction(
            "orders", named: .exactly("orders"),
            code: .zip(.file("orders.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/orders")),
          with: ["logging_config": .blocks([["log_group": "/shop/orders", "log_format": "JSON"]])])
        let filter = stack.add(
          LogMetricFilter(
            "errors", in: "/aws/lambda/orders", matching: "ERROR", as: "LogErrors", in: "Shop", .total(otherwise: nil),
            missingDataMeaning: .noEvents))
        return [filter.address]
      },
      Counterexample("The function has another name than the group") { stack in
        stack.add(
          RawResource(
            "aws_lambda_function", "orders",
            ["function_name": "shop-orders", "role": "arn:aws:iam::123456789012:role/orders"]))
        let group = LogGroup("orders", named: .exactly("/aws/lambda/shop_orders"), retention: .fixed(.oneMonth))
        let logs = stack.add(group)
        let filter = stack.add(
          LogMetricFilter(
            "errors", in: logs.groupName, matching: "ERROR", as: "LogErrors", in: "Shop", .total(otherwise: nil),
            missingDataMeaning: .noEvents))
        return [filter.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let filters = stack.managed(LogMetricFilter.type)
    guard !filters.isEmpty else { return [] }
    let functions = LoggingFunctions(stack)
    return filters.compactMap { filter in
      guard case .text(let text)? = filter.block["log_group_name"], let group = stack.resolved(text),
        group.hasPrefix("/aws/lambda/"), !functions.mayWrite(group, in: filter.region)
      else { return nil }
      let name = String(group.dropFirst("/aws/lambda/".count))
      let filterReads = "metric filter '\(filter.resource.name)' reads '\(group)'"
      if let (function, other) = functions.writer(named: name, in: filter.region) {
        return finding(
          on: filter, "\(filterReads), but function '\(function.resource.name)' writes its logs to '\(other)'",
          fix: "set the log group of '\(filter.resource.name)' to '\(other)'",
          notes: [Finding.Note(at: function.location, "function '\(function.resource.name)' is declared here")])
      }
      // Another configuration may have the function, unless this one has the group.
      guard stack.target(of: text) != nil || functions.declaresGroup(group, in: filter.region),
        let likely = functions.likely(name, in: filter.region)
      else { return nil }
      return finding(
        on: filter, "\(filterReads), but no function of the \(stack.noun) writes to it",
        fix: "set the log group of '\(filter.resource.name)' to '/aws/lambda/\(likely)'")
    }
  }
}

/// Which log groups a stack's functions write.
private struct LoggingFunctions {
  private let stack: DeclaredStack
  private var written: [Region: Set<String>] = [:]
  private var writers: [Region: [String: (function: Declaration, group: String)]] = [:]
  /// Where a function's name or group is known only after apply.
  private var inDoubt: Set<Region> = []

  init(_ stack: DeclaredStack) {
    self.stack = stack
    for function in stack.managed(LambdaFunction.type) {
      guard let name = function.block["function_name"]?.text(in: stack), let group = function.logGroup(in: stack) else {
        inDoubt.insert(function.region)
        continue
      }
      written[function.region, default: []].insert(group)
      writers[function.region, default: [:]][name] = (function, group)
    }
  }

  func mayWrite(_ group: String, in region: Region) -> Bool {
    inDoubt.contains(region) || written[region, default: []].contains(group)
      || group.hasPrefix("/aws/lambda/\(LambdaFunction.replicaPrefix)")
  }

  func writer(named name: String, in region: Region) -> (function: Declaration, group: String)? {
    writers[region]?[name]
  }

  /// The function that the name is nearly that of.
  func likely(_ name: String, in region: Region) -> String? {
    writers[region].flatMap { suggestion(for: name, among: $0.keys, within: 2) }
  }

  func declaresGroup(_ name: String, in region: Region) -> Bool {
    stack.managed(LogGroup.type).contains { $0.region == region && $0.block["name"]?.text(in: stack) == name }
  }
}

extension Declaration {
  /// The group that a function writes to; `nil` where that is known only after apply.
  fileprivate func logGroup(in stack: DeclaredStack) -> String? {
    guard let logging = block["logging_config"] else { return ownLogGroup(in: stack) }
    guard let blocks = logging.nestedBlocks else { return nil }
    guard let group = blocks.first?["log_group"] else { return ownLogGroup(in: stack) }
    return group.text(in: stack)
  }

  private func ownLogGroup(in stack: DeclaredStack) -> String? {
    block["function_name"]?.text(in: stack).map { "/aws/lambda/\($0)" }
  }
}
