import InfraModel

/// Exports to the stacks of tests.
struct ExampleNetwork: Stack {
  static let name = "network"
  static let alerts = Exported<ARN<Topic>>("alerts", through: .remoteState, description: "Where alarms go")
  static let logs = Exported<Text>("logs", through: .parameter, description: "The bucket of access logs")

  let environment: ExampleEnvironment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    stack.export(stack.add(Topic("alerts")).arn, as: Self.alerts)
    switch environment {
    case .dev: break
    case .prod: stack.export("acme-access-logs", as: Self.logs)
    }
  }
}

/// Imports from the stack that tests declare.
struct ExampleShop: Stack {
  static let name = "shop"
  static let orders = Exported<ARN<Topic>>("orders", through: .remoteState, description: "Where orders go")

  let environment: ExampleEnvironment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    let orders = stack.import(ExampleOrders.orders, from: environment)
    stack.export(orders, as: Self.orders)
  }
}

/// Has the name of the stack that tests declare.
struct ExampleOrders: Stack {
  static let name = "example"
  static let orders = Exported<ARN<Topic>>("orders", through: .remoteState, description: "Where orders go")

  let environment: ExampleEnvironment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    stack.export(stack.add(Topic("orders")).arn, as: Self.orders)
  }
}

enum ExampleEnvironment: String, StackEnvironment {
  case dev
  case prod
  var isProduction: Bool { self == .prod }
}
