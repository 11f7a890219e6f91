/// A stack that is small and has all that a function needs to be watched.
let initialStack = #"""
  import InfraModel

  /// A function that says hello every hour, and people who hear when it fails.
  public struct Hello: Stack {
    public enum Environment: String, StackEnvironment {
      case dev
      case prod

      public var isProduction: Bool { self == .prod }
    }

    public static let name = "hello"
    public let environment: Environment
    public var region: Region { .euWest1 }

    public init(environment: Environment) {
      self.environment = environment
    }

    public func declare(in stack: inout StackBuilder) {
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

  /// The function's code, zipped by infra-gen. What a build leaves is `.zip(.file("path.zip"), …)` instead.
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

let initialTests = #"""
  import InfraModel
  import InfraTesting
  import Infrastructure
  import Testing

  @Suite struct HelloTests {
    @Test(arguments: Hello.Environment.allCases) func isFlawless(_ environment: Hello.Environment) {
      expectFindings([], in: Hello(environment: environment))
    }

    @Test func failuresAreHeardOf() throws {
      let stack = DeclaredStack(Hello(environment: .prod))
      let errors = try stack.resource(MetricAlarm.self, "greeter-errors")
      #expect(errors.missingData == .notBreaching)
    }

    @Test func terraformFindsNothingWrong() throws {
      try expectValidTerraform(Hello(environment: .dev))
    }
  }

  """#
