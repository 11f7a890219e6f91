import InfraCLI
import InfraModel
import Stacks

@main struct InfraGen: InfraProgram {
  static let stacks: [any Stack.Type] = Stacks.stacks
  static let standard: ObservabilityStandard? = Stacks.standard
}
