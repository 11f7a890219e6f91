import InfraModel

@testable import InfraCLI

/// A stack that each test declares anew, before and after a change.
struct Changing: Stack {
  enum Environment: String, StackEnvironment {
    case prod
    var isProduction: Bool { true }
  }

  @TaskLocal static var declared: @Sendable (inout StackBuilder) -> Void = { _ in }

  static let name = "changing"
  let environment: Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) { Self.declared(&stack) }
}

/// The same in two environments.
struct Staged: Stack {
  @TaskLocal static var declared: @Sendable (inout StackBuilder) -> Void = { _ in }

  static let name = "staged"
  let environment: Shop.Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) { Self.declared(&stack) }
}

/// Runs a command line over the stack as it is declared here.
func run(_ arguments: [String], _ declare: @escaping @Sendable (inout StackBuilder) -> Void) -> Outcome {
  Changing.$declared.withValue(declare) {
    Program(stacks: [Changing.self], rules: [], today: "2026-11-21", workingDirectory: "/").run(arguments)
  }
}
