/// What watches the functions of a stack: what somebody who is called at night would want to have been there.
public struct Coverage: Sendable {
  /// One function, and what it has of it.
  public struct Row: Sendable {
    public let address: Address
    public let name: String
    public let region: Region
    public let cells: [Watch: Answer]
  }

  /// What may watch a function.
  public enum Watch: String, Sendable, CaseIterable {
    /// An alarm on its errors.
    case errors = "error alarm"
    /// An alarm on the 95th percentile of its duration or a higher one.
    case duration = "p95 alarm"
    /// It records traces.
    case tracing
    /// Its role may write them.
    case permission
    /// Its log group keeps logs for a time that somebody chose.
    case retention = "log retention"
    /// Events that it failed on are kept.
    case deadLetters = "DLQ"
    /// One of its alarms, or a metric of its own, is on a dashboard.
    case dashboard
    /// Somebody hears one of its alarms.
    case subscriber
  }

  public enum Answer: String, Sendable {
    case yes
    case no
    case unknown
    /// The question does not arise, such as that of a permission for traces that nobody asked for.
    case notApplicable = "-"
  }

  public let rows: [Row]

  public init(of stack: DeclaredStack) {
    let alarms = AlarmIndex(stack)
    let grants = RoleGrants(stack)
    let subscriptions = SubscriptionIndex(stack)
    let groups = LogGroups(stack)
    let dashboards = stack.declared(Dashboard.self)
    let shown = Set(dashboards.flatMap(\.resource.alarms).compactMap { stack.target(of: $0.text)?.address })
    let drawn = Set(
      dashboards.flatMap { dashboard in
        dashboard.resource.metrics.map { stack.series($0, in: dashboard.region) }
      })
    let retried = EventInvocations(stack)
    let isUnsure = !stack.unreadable.isEmpty
    rows = stack.declared(LambdaFunction.self).map { function in
      let errors = alarms[stack.series(function.errors, in: function.region)].filter(\.noticesHighValues)
      let durations = alarms[stack.series(function.duration, in: function.region)].filter {
        $0.noticesHighValues && $0.statistic.isHighPercentile
      }
      let own = (errors + durations).map(\.alarm)
      let isShown =
        own.contains { shown.contains($0.address) }
        || [function.errors, function.duration, function.invocations, function.throttles]
          .contains { drawn.contains(stack.series($0, in: function.region)) }
      let isHeard = own.contains { alarm in alarm.alarmActions.contains { !subscriptions[$0].isEmpty } }
      /// What is not there may be in what could not be read.
      func answer(_ isThere: Bool) -> Answer { isThere ? .yes : (isUnsure ? .unknown : .no) }
      return Row(
        address: function.address, name: function.name, region: function.region,
        cells: [
          .errors: answer(!errors.isEmpty), .duration: answer(!durations.isEmpty),
          .tracing: function.tracing.canBe(.active) ? .yes : .no,
          .permission: Self.permission(of: function, in: stack, grants),
          .retention: groups.retention(of: function),
          .deadLetters: answer(function.deadLetters != nil || retried.keeps(function)),
          .dashboard: answer(isShown), .subscriber: answer(isHeard),
        ])
    }
  }

  private static func permission(
    of function: Declared<LambdaFunction>, in stack: DeclaredStack, _ grants: RoleGrants
  ) -> Answer {
    guard function.tracing.canBe(.active) else { return .notApplicable }
    guard let role = stack.target(of: function.role.text), role.resource is Role,
      grants.reasonForDoubt(about: function.role, of: "it", in: stack) == nil
    else { return .unknown }
    let actions = ["xray:PutTelemetryRecords", "xray:PutTraceSegments"]
    guard !grants.lacking(actions, role: role.address).isEmpty else { return .yes }
    return stack.unreadable.isEmpty ? .no : .unknown
  }
}

extension Statistic {
  fileprivate var isHighPercentile: Bool {
    switch self {
    case .percentile(.p95), .percentile(.p99), .percentile(.p999), .maximum: true
    case .percentile, .sampleCount, .average, .sum, .minimum: false
    }
  }
}

/// Which functions hand what they failed on to somebody, by `aws_lambda_function_event_invoke_config`.
private struct EventInvocations {
  private var kept: Set<Address> = []

  init(_ stack: DeclaredStack) {
    let functions = FunctionIndex(stack)
    for declaration in stack.declarations where declaration.address.type == EventInvokeConfig.type {
      guard case .text(let function)? = declaration.block["function_name"],
        let destination = declaration.block["destination_config"]?.nestedBlocks?.first,
        destination["on_failure"] != nil,
        let own = functions.function(named: function, in: declaration.region)
      else { continue }
      kept.insert(own.address)
    }
  }

  func keeps(_ function: Declared<LambdaFunction>) -> Bool {
    kept.contains(function.address)
  }
}

/// Log groups by their names.
private struct LogGroups {
  private let stack: DeclaredStack
  private var byName: [String: Declared<LogGroup>] = [:]

  init(_ stack: DeclaredStack) {
    self.stack = stack
    for group in stack.declared(LogGroup.self) { byName["\(group.region) \(group.physicalName)"] = group }
  }

  func retention(of function: Declared<LambdaFunction>) -> Coverage.Answer {
    let text = function.logging.group
    let group = stack.target(of: text).flatMap { $0.resource as? LogGroup }
    if let group { return group.retention.known == .forever ? .no : .yes }
    // Where the block names no group it is Lambda's own.
    let name = stack.resolved(text).flatMap { $0.isEmpty ? nil : $0 } ?? "/aws/lambda/\(function.physicalName)"
    guard let declared = byName["\(function.region) \(name)"] else { return .no }
    return declared.retention.known == .forever ? .no : .yes
  }
}
