import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let stackImportCycle: RuleID = "stack-import-cycle"
}

struct StackImportCycle: Rule {
  static let description = RuleDescription(
    id: .stackImportCycle,
    title: "No stacks import from each other in a cycle",
    rationale: "If two stacks import from each other, neither can be applied first or rebuilt.",
    sources: ["US10", "https://developer.hashicorp.com/terraform/language/state/remote-state-data"],
    isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("The network needs nothing of this stack") { stack in
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
      Counterexample("The shop imports from this very stack") { stack in
        enum Step: String, StackEnvironment {
          case prod
          var isProduction: Bool { true }
        }
        struct Orders: Stack {
          // The name of the stack that the example is in.
          static let name = "example"
          static let orders = Exported<ARN<Topic>>("orders", through: .remoteState, description: "Where orders go")
          let environment: Step
          var region: Region { .usEast1 }
          func declare(in stack: inout StackBuilder) {
            stack.export(stack.add(Topic("orders")).arn, as: Self.orders)
          }
        }
        struct Shop: Stack {
          static let name = "shop"
          static let orders = Exported<ARN<Topic>>("orders", through: .remoteState, description: "Where orders go")
          let environment: Step
          var region: Region { .usEast1 }
          func declare(in stack: inout StackBuilder) {
            let orders = stack.import(Orders.orders, from: environment)
            stack.export(orders, as: Self.orders)
          }
        }
        let orders = stack.import(Shop.orders, from: .prod)
        stack.add(Output("orders", orders.text, description: "Where orders go"))
        return [Address(mode: .data, type: "terraform_remote_state", name: "shop_prod")]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    var seen: Set<StackIdentity> = []
    return stack.imports.filter { seen.insert($0.exporter).inserted }.compactMap { imported in
      guard let way = way(from: imported, to: stack.identity) else { return nil }
      let circle = ([stack.identity] + way).map { "\($0)" }.joined(separator: " → ")
      return finding(
        at: imported.location, on: imported.address, "stacks import from each other: '\(circle)'",
        fix: "move what both need into a separate stack, and import it from there",
        subject: "\(imported.exporter)")
    }
  }

  /// The stacks from the exporter to `goal`, following imports.
  private func way(from imported: Import, to goal: StackIdentity) -> [StackIdentity]? {
    var seen: Set<StackIdentity> = []
    func follow(_ imported: Import) -> [StackIdentity]? {
      if imported.exporter == goal { return [goal] }
      guard seen.insert(imported.exporter).inserted else { return nil }
      for next in imported.declareExporter().imports {
        if let way = follow(next) { return [imported.exporter] + way }
      }
      return nil
    }
    return follow(imported)
  }
}
