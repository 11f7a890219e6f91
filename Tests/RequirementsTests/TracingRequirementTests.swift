import InfraModel
import Stacks
import Testing

@testable import TerraformModel

/// The one thing that all five documents ask for: what requests pass is traced.
@Suite struct TracingRequirementTests {
  @Test("Each system is traced, or states in every environment why a part is not", arguments: SystemName.allCases)
  func systemIsTraced(_ system: SystemName) {
    for stack in system.environments {
      #expect(findings(in: DeclaredStack(stack)) == [], "\(stack.identity)")
    }
  }

  @Test("Tracing that is turned off on any one part of a system is found", arguments: SystemName.allCases)
  func untracedPartIsFound(_ system: SystemName) {
    var types: Set<String> = []
    for stack in system.environments {
      for index in stack.declarations.indices {
        guard let untraced = stack.turningTracingOff(at: index) else { continue }
        let address = "\(stack.declarations[index].address)"
        types.insert(stack.declarations[index].address.type)
        #expect(findings(in: DeclaredStack(untraced)) == [address], "\(stack.identity): \(address)")
      }
    }
    #expect(types == system.tracedTypes)
  }

  @Test("A system of which nothing is traced any more is found", arguments: SystemName.allCases)
  func untracedSystemIsFound(_ system: SystemName) {
    for stack in system.environments {
      var untraced = stack
      for index in stack.declarations.indices {
        if let next = untraced.turningTracingOff(at: index) { untraced = next }
      }
      // One environment traces nothing until its variable is set, and says so.
      let isOnDemand = untraced.declarations.map(\.extraArguments) == stack.declarations.map(\.extraArguments)
      #expect(findings(in: DeclaredStack(untraced)).isEmpty == isOnDemand, "\(stack.identity)")
      #expect(!isOnDemand || "\(stack.identity)" == "media-downloader/dev")
    }
  }

  private func findings(in stack: DeclaredStack) -> [String] {
    let rules = Policy.standardRules.filter { $0.description.id == .requestPathTraced }
    #expect(rules.count == 1)
    return Policy(rules: rules, today: "2026-11-21").report(on: stack).findings
      .filter { $0.rule == .requestPathTraced }.map { "\($0.address)" }
  }
}

extension SystemName {
  fileprivate var environments: [StackBuilder] {
    stacks.filter { $0.name == rawValue }.flatMap { $0.builders }
  }

  /// The types of which the system has something traced.
  fileprivate var tracedTypes: Set<String> {
    switch self {
    case .interviewCompanion: ["aws_lambda_function", "aws_sfn_state_machine"]
    case .legoAPI: ["aws_lambda_function", "aws_api_gateway_stage"]
    case .mediaDownloader: ["aws_lambda_function", "aws_api_gateway_stage"]
    case .orderTracing: ["aws_lambda_function", "aws_api_gateway_stage"]
    case .sentimentAnalyzer: ["aws_lambda_function", "aws_api_gateway_stage", "aws_sns_topic"]
    }
  }
}

extension Stack {
  fileprivate static var builders: [StackBuilder] {
    Environment.allCases.map { StackBuilder(declaring: Self(environment: $0), provider: .aws) }
  }
}

extension StackBuilder {
  /// The stack with one declaration's tracing off, as `with:` would set it; `nil` where it is not on.
  fileprivate func turningTracingOff(at index: Int) -> StackBuilder? {
    let old = declarations[index]
    let argument: String
    let value: Value
    switch old.resource {
    case let function as LambdaFunction where function.tracing.known == .active:
      (argument, value) = ("tracing_config", .blocks([["mode": "PassThrough"]]))
    case let stage as Stage where stage.tracing.known == .active:
      (argument, value) = ("xray_tracing_enabled", false)
    case let machine as StateMachine where machine.tracing == .active:
      (argument, value) = ("tracing_configuration", .blocks([["enabled": false]]))
    case let topic as Topic where topic.tracing == .active:
      (argument, value) = ("tracing_config", "PassThrough")
    default: return nil
    }
    var block = old.block
    block[argument] = value
    var builder = self
    builder.declarations[index] = Declaration(
      resource: old.resource, address: old.address, physicalName: old.physicalName, region: old.region,
      isPinned: old.isPinned, block: block, lifecycle: old.lifecycle, dependencies: old.dependencies,
      extraArguments: [argument], waivers: old.waivers, path: old.path)
    return builder
  }
}
