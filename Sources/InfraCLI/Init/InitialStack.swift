/// A small stack with everything that monitors a function.
let initialStack = #"""
  import InfraModel

  /// A function that prints hello every hour, and notifies subscribers when it fails.
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
      let alerts = stack.add(AlertTopic("alerts", tells: ["on-call": .email("on-call@example.com")]))
      let deadLetters = stack.add(DeadLetters(alerts: alerts.arn))
      let greeter = stack.add(
        MonitoredFunction(
          "greeter", code: .zip(.archive(greeting), runtime: .python313, handler: "main.greet"),
          timeout: .seconds(10), p95: .seconds(2), deadLetters: deadLetters.arn, logRetention: .oneMonth,
          alerts: alerts.arn))
      stack.add(ScheduledInvocation(of: greeter, every: .hours(1), deadLetters: deadLetters.arn, alerts: alerts.arn))
      stack.add(BillingAlarms(for: "AWSXRay", above: [10], tells: ["on-call": .email("on-call@example.com")]))
      stack.add(OperationsDashboard("operations"))
    }
  }

  /// The function's code, zipped by infra-gen. For a built package use `.zip(.file("path.zip"), …)` instead.
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

/// The only declarations that the program needs, so the stacks need no `public`.
let initialList = """
  import InfraModel

  /// The program's stacks. A stack that is not listed here is neither checked nor written.
  public let stacks: [any Stack.Type] = [Hello.self]

  /// The rules for the stacks: infra-gen's, followed by any of our own.
  public let rules: [any Rule.Type] = Policy.standardRules

  """

let initialTests = #"""
  import InfraModel
  import InfraTesting
  import Testing

  @testable import Infrastructure

  @Suite struct HelloTests {
    @Test(arguments: Hello.Environment.allCases) func isFlawless(_ environment: Hello.Environment) {
      expectFindings([], in: Hello(environment: environment), rules: rules)
    }

    @Test func failuresAreHeardOf() throws {
      let stack = DeclaredStack(Hello(environment: .prod))
      let errors = try stack.resource(MetricAlarm.self, "greeter-errors")
      #expect(errors.missingData == .notBreaching)
    }

    @Test func terraformFindsNothingWrong() throws {
      try expectValidTerraform(Hello(environment: .dev), rules: rules)
    }
  }

  """#
