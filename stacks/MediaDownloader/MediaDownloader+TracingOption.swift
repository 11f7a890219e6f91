import InfraModel

extension MediaDownloader {
  /// The four options of the analysis.
  enum TracingOption: Hashable, Sendable {
    /// Option 1: every function and the API.
    case full
    /// Option 2: these functions and the API; the others pass the trace on and record nothing.
    case selective(Set<FunctionName>)
    /// Option 3: only the API. The trace map has no timings of functions.
    case passive
    /// Option 4: nothing until `enable_xray_tracing` is set; then everything.
    case onDemand
  }

  /// The steps of the migration, each with what those before it brought.
  enum Phase: Int, Comparable {
    /// Tracing of the API, and permission for the functions to write traces.
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

  /// The analysis recommends passive, then selective, then full. Development traces during debugging.
  var option: TracingOption {
    if environment == .dev { return .onDemand }
    return switch phase {
    case .infrastructure: .passive
    case .selectiveInstrumentation: .selective([.webhookFeedly, .fileCoordinator, .startFileUpload])
    case .customSubsegments, .monitoringAndAlerting: .full
    }
  }

  /// Turns an option into the modes of functions and API, with the variable that rolls it back without a change here.
  struct TracingChoice: Component {
    struct Modes {
      /// The functions that have another mode than the rest.
      var functions: [FunctionName: Input<TracingMode>] = [:]
      let rest: Input<TracingMode>
      let stage: Input<TracingMode>

      subscript(function: FunctionName) -> Input<TracingMode> { functions[function] ?? rest }

      /// A function's environment for the option: with PassThrough it does not use the SDK, rolled back or not.
      func environment(of function: FunctionName) -> [String: Text] {
        ["ENABLE_XRAY": self[function].is(.active).text]
      }
    }

    let option: TracingOption

    func declare(in stack: inout StackBuilder) -> Modes {
      switch option {
      case .full: return Modes(rest: addRollBack(to: &stack), stage: .active)
      case .selective(let names):
        let mode = addRollBack(to: &stack)
        return Modes(
          functions: Dictionary(uniqueKeysWithValues: names.map { ($0, mode) }),
          rest: .passThrough(because: "O2: option 2 traces the functions of a download alone"), stage: .active)
      case .passive:
        return Modes(
          rest: .passThrough(because: "O3, M1: phase 1 is option 3, which traces the API alone"), stage: .active)
      case .onDemand:
        let isOn = stack.add(
          Variable("enable_xray_tracing", default: false, description: "Enable X-Ray tracing for debugging"))
        let mode = isOn.choose(
          TracingMode.active, otherwise: .passThrough(because: "O4: option 4 traces while the variable is set"))
        return Modes(rest: mode, stage: mode)
      }
    }

    /// The analysis' rollback plan: functions pass through; this is the passive option, as the API continues to trace.
    private func addRollBack(to stack: inout StackBuilder) -> Input<TracingMode> {
      let rolledBack = stack.add(
        Variable(
          "roll_back_xray", default: false,
          description: "Set every function to PassThrough, if X-Ray causes trouble; the logs go on"))
      return rolledBack.choose(TracingMode.passThrough(because: "RB: X-Ray is rolled back"), otherwise: .active)
    }
  }
}
