/// A small stack with a function and all the monitoring that it needs.
let initialStack = #"""
  import InfraModel

  /// A function that prints a greeting every hour, with alarms that notify the on-call engineer.
  struct Hello: Stack {
    enum Environment: String, StackEnvironment {
      case dev
      case prod

      var isProduction: Bool { self == .prod }
    }

    static let name = "hello"
    let environment: Environment
    var region: Region { .euWest1 }

    func declare(in stack: inout StackBuilder) {
      let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
      let deadLetters = stack.add(DeadLetters(alerts: alerts.arn))
      let greeter = stack.add(
        MonitoredFunction(
          "greeter", code: .zip(.archive(greeting), runtime: .python313, handler: "main.greet"),
          timeout: .seconds(10), p95: .seconds(2), deadLetters: deadLetters.arn, logRetention: .oneMonth,
          alerts: alerts.arn))
      stack.add(ScheduledInvocation(of: greeter, every: .hours(1), deadLetters: deadLetters.arn, alerts: alerts.arn))
      stack.add(BillingAlarms(for: "AWSXRay", above: [10], subscribers: ["on-call": .email("on-call@example.com")]))
      stack.add(OperationsDashboard("operations"))
    }
  }

  /// The function's code, which infra-gen zips. For a zip that your build writes, use `.zip(.file("path.zip"), …)`.
  private let greeting = Archive(
    "greeter",
    [
      GeneratedFile(
        path: "main.py",
        bytes: Array(
          """
          def greet(event, context):
              print("hello")

          """.utf8))
    ])

  """#

/// The only public declarations that the program needs from the stacks' module.
let initialList = """
  import InfraModel

  /// The stacks to check and write. Other stacks in this module are ignored.
  public let stacks: [any Stack.Type] = [Hello.self]

  /// The rules: infra-gen's own, then yours.
  public let rules: [any Rule.Type] = Policy.standardRules

  """

let initialTests = #"""
  import InfraModel
  import InfraTesting
  import Testing

  @testable import Infrastructure

  @Suite struct HelloTests {
    @Test(arguments: Hello.Environment.allCases) func hasNoFindings(_ environment: Hello.Environment) {
      expectFindings([], in: Hello(environment: environment), rules: rules)
    }

    @Test func errorAlarmIgnoresMissingData() throws {
      let stack = DeclaredStack(Hello(environment: .prod))
      let errors = try stack.resource(MetricAlarm.self, "greeter-errors")
      #expect(errors.missingData == .notBreaching)
    }

    @Test func terraformValidates() throws {
      try expectValidTerraform(Hello(environment: .dev), rules: rules)
    }
  }

  """#
