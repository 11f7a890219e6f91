import Foundation
import InfraCLI
import InfraModel

/// A program small enough to be run hundreds of times. What it declares is in the environment of its process, so that one
/// program has a past and a future.
@main struct ShopProgram: InfraProgram {
  static var stacks: [any Stack.Type] { setting("SHOP") == "after" ? [Shop.self] : [Shop.self, Kiosk.self] }
  static var rules: [any Rule.Type] { setting("RULES") == "standard" ? Policy.standardRules : [] }
}

struct Shop: Stack {
  enum Environment: String, StackEnvironment {
    case dev
    case prod
    var isProduction: Bool { self == .prod }
  }

  static let name = "shop"
  let environment: Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    let isAfter = setting("SHOP") == "after"
    var declarations: [(inout StackBuilder) -> Void] = [
      { $0.add(Topic("alerts"), with: ["display_name": isAfter ? "Alerts" : "alerts"]) },
      { $0.add(Queue("orders", retention: .seconds(isAfter ? 3_600 : 60))) },
      { $0.add(Queue("bills", retention: .seconds(60))) },
      { $0.add(Package(size: isAfter ? 70_000 : 1_000)) },
    ]
    if isAfter { declarations.append { $0.add(Topic("bells")) } }
    if setting("ORDER") == "reversed" { declarations.reverse() }
    for declare in declarations { declare(&stack) }
  }
}

/// A stack that is gone afterwards.
struct Kiosk: Stack {
  enum Environment: String, StackEnvironment {
    case prod
    var isProduction: Bool { true }
  }

  static let name = "kiosk"
  let environment: Environment
  var region: Region { .euWest1 }

  func declare(in stack: inout StackBuilder) { stack.add(Topic("alerts")) }
}

/// Something with a file beside the configuration.
struct Package: Resource {
  static let type = "terraform_data"
  let name = "package"
  let size: Int
  var files: [GeneratedFile] { [GeneratedFile(path: "package.zip", bytes: Array(repeating: 1, count: size))] }
  func encode(into block: inout Block) { block.set("input", "package.zip") }
}

private func setting(_ name: String) -> String? { ProcessInfo.processInfo.environment[name] }
