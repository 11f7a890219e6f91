import InfraModel

extension MediaDownloader {
  /// The four options of the analysis.
  enum TracingOption: Hashable, Sendable {
    /// Option 1: every function and the API.
    case full
    /// Option 2: these functions and the API; the others hand the trace on and draw nothing.
    case selective(Set<FunctionName>)
    /// Option 3: the API alone. It is a map without times.
    case passive
    /// Option 4: nothing, until `enable_xray_tracing` says so; then everything.
    case onDemand
  }

  /// The steps of the migration, each with what those before it brought.
  enum Phase: Int, Comparable {
    /// Tracing of the API, and leave for the functions to write traces.
    case infrastructure = 1
    case selectiveInstrumentation
    /// And the sampling rules.
    case customSubsegments
    case monitoringAndAlerting

    static func < (left: Phase, right: Phase) -> Bool { left.rawValue < right.rawValue }
  }

  var phase: Phase {
    switch environment {
    case .dev, .prod: .monitoringAndAlerting
    case .phase1: .infrastructure
    case .phase2: .selectiveInstrumentation
    case .phase3: .customSubsegments
    }
  }

  /// What the analysis recommends: passive, then selective, then full. Development traces while somebody debugs.
  var option: TracingOption {
    if environment == .dev { return .onDemand }
    return switch phase {
    case .infrastructure: .passive
    case .selectiveInstrumentation: .selective([.webhookFeedly, .fileCoordinator, .startFileUpload])
    case .customSubsegments, .monitoringAndAlerting: .full
    }
  }

  /// Makes an option into the modes of functions and API, with the variable that takes it back without a change here.
  struct TracingChoice: Component {
    struct Modes {
      let functions: [FunctionName: Input<TracingMode>]
      let stage: Input<TracingMode>

      subscript(function: FunctionName) -> Input<TracingMode> { functions[function] ?? .passThrough }

      /// What a function is told of it: one that passes through leaves the SDK alone, rolled back or not (option 4).
      func environment(of function: FunctionName) -> [String: Text] {
        ["ENABLE_XRAY": self[function].is(.active).text]
      }
    }

    let option: TracingOption

    func declare(in stack: inout StackBuilder) -> Modes {
      switch option {
      case .full: return modes(traced: Set(FunctionName.allCases), rolledBack: addRollBack(to: &stack))
      case .selective(let names): return modes(traced: names, rolledBack: addRollBack(to: &stack))
      case .passive: return Modes(functions: [:], stage: .active)
      case .onDemand:
        let isOn = stack.add(
          Variable("enable_xray_tracing", default: false, description: "Enable X-Ray tracing for debugging"))
        let mode = isOn.choose(TracingMode.active, otherwise: .passThrough)
        return Modes(functions: Dictionary(uniqueKeysWithValues: FunctionName.allCases.map { ($0, mode) }), stage: mode)
      }
    }

    /// The roll-back plan of the analysis: functions pass through, which leaves the passive option, for the API goes on.
    private func addRollBack(to stack: inout StackBuilder) -> Input<Bool> {
      stack.add(
        Variable(
          "roll_back_xray", default: false,
          description: "Set every function to PassThrough, if X-Ray causes trouble; the logs go on"))
    }

    private func modes(traced: Set<FunctionName>, rolledBack: Input<Bool>) -> Modes {
      let mode = rolledBack.choose(TracingMode.passThrough, otherwise: .active)
      return Modes(functions: Dictionary(uniqueKeysWithValues: traced.map { ($0, mode) }), stage: .active)
    }
  }
}
