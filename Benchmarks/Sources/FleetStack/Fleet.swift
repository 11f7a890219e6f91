public import InfraModel

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// Seven resources for each of `FLEET` functions (1,000 unless said otherwise) and seven besides, each alarm with a
/// reference and all of them on a dashboard. What stands in `peers/` writes the same with other tools.
public struct Fleet: Stack {
  public enum Environment: String, StackEnvironment {
    case prod

    public var isProduction: Bool { true }
  }

  public static let name = "fleet"
  public let environment: Environment
  public var region: Region { .usEast1 }

  public init(environment: Environment) {
    self.environment = environment
  }

  public func declare(in stack: inout StackBuilder) {
    let alarms = stack.add(Topic("alarms"))
    stack.add(TopicSubscription("alarms-on-call", to: alarms.arn, .email("on-call@example.com")))
    for dollars in [50, 100, 200] {
      stack.add(
        MetricAlarm(
          "billing-\(dollars)", when: .estimatedCharges(for: "AWSXRay"), .maximum, threshold: .above(Double(dollars)),
          period: .hours(6), evaluation: .once, missingData: .missing, notify: [alarms.arn],
          description: "Estimated charges above \(dollars) USD"))
    }
    for number in 0..<size { declareFunction(number, alarms: alarms.arn, in: &stack) }
    let service = "service(\"fleet\") AND responsetime > 5"
    stack.add(TraceGroup("fleet", filter: service))
    stack.add(SamplingRule("fleet", priority: 1_000, fixedRate: .percent(5), reservoir: 1))
    stack.add(
      Dashboard("fleet", in: stack.currentRegion) {
        Row { AlarmStatus("Alarms", stack.declared(MetricAlarm.self).map(\.arn)) }
      })
  }

  private func declareFunction(_ number: Int, alarms: ARN<Topic>, in stack: inout StackBuilder) {
    let digits = String(number)
    let name = "fn-\(String(repeating: "0", count: 5 - digits.count))\(digits)"
    let role = stack.add(Role(name, assumedBy: "lambda.amazonaws.com"))
    stack.add(RolePolicyAttachment("\(name)-basic", .lambdaBasicExecution, to: role.roleName))
    stack.add(RolePolicyAttachment("\(name)-xray", .xrayDaemonWriteAccess, to: role.roleName))
    let logs = stack.add(LogGroup(name, named: .convention(prefix: "/aws/lambda/", suffix: ""), retention: .twoWeeks))
    let function = stack.add(
      LambdaFunction(
        name, code: .zip(.file("lambda.zip"), runtime: .python313, handler: "app.handler"), role: role.arn,
        timeout: .seconds(30),
        environment: [
          "POWERTOOLS_LOG_LEVEL": "INFO", "POWERTOOLS_METRICS_NAMESPACE": "Fleet",
          "POWERTOOLS_SERVICE_NAME": stack.conventionalName(for: name),
        ], logging: .json(to: logs.groupName)))
    stack.add(
      MetricAlarm(
        "\(name)-duration-p95", when: function.duration, .percentile(.p95), threshold: .above(.seconds(24)),
        period: .minutes(1),
        evaluation: .once, missingData: .notBreaching, notify: [alarms],
        description: "p95 duration of \(name) above 24000 ms")
    )
    stack.add(
      MetricAlarm(
        "\(name)-errors", when: function.errors, .sum, threshold: .above(0), period: .minutes(1), evaluation: .once,
        missingData: .notBreaching, notify: [alarms], description: "Errors of \(name)"))
  }
}

private let size = getenv("FLEET").flatMap { Int(String(cString: $0)) } ?? 1_000
