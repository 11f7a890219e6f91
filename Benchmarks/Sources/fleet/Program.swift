import FleetStack
import InfraCLI
import InfraModel

/// The whole job, as anybody's infra-gen does it: `FLEET=1000 fleet synth --out DIR`.
@main struct FleetProgram: InfraProgram {
  static let stacks: [any Stack.Type] = [Fleet.self]
}
