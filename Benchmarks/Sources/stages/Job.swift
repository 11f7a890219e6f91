import FleetStack
import InfraModel
import TFEmit

/// The job of `infra-gen synth`, stage by stage.
struct Job {
  private var stack: DeclaredStack?
  private var validated: ValidatedStack?
  private var files: [GeneratedFile] = []
  private let policy = Policy(today: "2026-01-01")

  mutating func run(_ stage: String) throws {
    switch stage {
    case "declare": stack = DeclaredStack(Fleet(environment: .prod))
    case "rules": ask(policy.rules)
    case "encode": files = validated?.files() ?? []
    case "write": for file in files { try writeTemporarily(file.bytes) }
    case "read": for file in files where file.path.hasSuffix(".json") { _ = try JSON(reading: file.bytes) }
    default: break
    }
  }

  mutating func prepare(for last: String) throws {
    for stage in ["declare", "rules", "encode", "write", "read"].prefix(while: { $0 != last }) { try run(stage) }
  }

  mutating func ask(_ rules: [any Rule.Type]) {
    guard let stack else { return }
    validated = Policy(rules: rules, today: policy.today).report(on: stack).validated
  }
}
