import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let stackImportExported: RuleID = "stack-import-exported"
}

struct StackImportExported: Rule {
  static let description = RuleDescription(
    id: .stackImportExported,
    title: "Every value that a stack imports from another is exported by it",
    rationale: "Terraform reports a missing export only when it reads the other stack's state, so the plan fails.",
    sources: ["US10", "https://developer.hashicorp.com/terraform/language/state/remote-state-data"],
    isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("The network exports its alerts everywhere") { stack in
        enum Step: String, StackEnvironment {
          case dev
          var isProduction: Bool { false }
        }
        struct Network: Stack {
          static let name = "network"
          static let alerts = Exported<ARN<Topic>>("alerts", through: .remoteState, description: "Where alarms go")
          let environment: Step
          var region: Region { .usEast1 }
          func declare(in stack: inout StackBuilder) {
            stack.export(stack.add(Topic("alerts")).arn, as: Self.alerts)
          }
        }
        let alerts = stack.import(Network.alerts, from: .dev)
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts]))
      }
    ],
    bad: [
      Counterexample("The network has a log bucket only in production") { stack in
        enum Step: String, StackEnvironment {
          case dev
          case prod
          var isProduction: Bool { self == .prod }
        }
        struct Network: Stack {
          static let name = "network"
          static let logs = Exported<Text>("logs", through: .parameter, description: "The bucket of access logs")
          let environment: Step
          var region: Region { .usEast1 }
          func declare(in stack: inout StackBuilder) {
            if environment.isProduction { stack.export("acme-access-logs", as: Self.logs) }
          }
        }
        let logs = stack.import(Network.logs, from: .dev)
        stack.add(Output("logs", logs, description: "Where logs go"))
        return [Address(mode: .data, type: "aws_ssm_parameter", name: "network_dev_logs")]
      },
      Counterexample("An export that belongs to the network stack") { stack in
        enum Step: String, StackEnvironment {
          case dev
          var isProduction: Bool { false }
        }
        struct Network: Stack {
          static let name = "network"
          static let alerts = Exported<ARN<Topic>>("alerts", through: .remoteState, description: "Where alarms go")
          let environment: Step
          var region: Region { .usEast1 }
          func declare(in stack: inout StackBuilder) {
            stack.export(stack.add(Topic("alerts")).arn, as: Self.alerts)
          }
        }
        stack.export(stack.add(Topic("alerts")).arn, as: Network.alerts)
        return [.configuration(.output, "alerts")]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    missing(in: stack) + misplaced(in: stack)
  }

  private func missing(in stack: DeclaredStack) -> [Finding] {
    var exporters: [StackIdentity: DeclaredStack] = [:]
    return stack.imports.compactMap { imported in
      let exporter = exporters[imported.exporter] ?? imported.declareExporter()
      exporters[imported.exporter] = exporter
      guard !exporter.exports.contains(where: { $0.name == imported.name }) else { return nil }
      return finding(
        at: imported.location, on: imported.address,
        "'\(stack.identity)' imports '\(imported.name)' from '\(imported.exporter)', which does not export it",
        fix:
          "call `stack.export(…, as: Self.\(imported.name))` in '\(imported.exporter)', or import it from an environment that does",
        subject: imported.name)
    }
  }

  private func misplaced(in stack: DeclaredStack) -> [Finding] {
    stack.exports.filter { $0.owner != stack.identity.stack }.map { export in
      finding(
        at: export.location, on: export.address,
        "'\(stack.identity)' exports '\(export.name)', which belongs to stack '\(export.owner)', so imports do not find it",
        fix: "declare a separate `Exported` in '\(stack.identity.stack)'", subject: export.name)
    }
  }
}
