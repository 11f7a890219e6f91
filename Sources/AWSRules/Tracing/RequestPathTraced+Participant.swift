import StackAnalysis
import TerraformModel

/// A resource that records its part of a request once its tracing is on.
struct Participant {
  enum Kind {
    case function, stage, stateMachine, topic
  }

  let declaration: Declaration
  let kind: Kind

  var described: String { "\(kind.word) '\(declaration.resource.name)'" }
}

extension Participant.Kind {
  var word: String {
    switch self {
    case .function: "function"
    case .stage: "stage"
    case .stateMachine: "state machine"
    case .topic: "topic"
    }
  }

  /// What else Swift needs, after the setting.
  var alsoNeeded: String {
    switch self {
    case .function, .stage: ""
    case .stateMachine: ", with `.writeTraces` for its role"
    case .topic: ", with a `TopicTracing`"
    }
  }

  var terraformFix: String {
    switch self {
    case .function:
      "set `mode` of `tracing_config` to `Active`, and attach `AWSXRayDaemonWriteAccess` to the function's role"
    case .stage: "set `xray_tracing_enabled` to true"
    case .stateMachine:
      "set `enabled` of `tracing_configuration` to true, and attach `AWSXRayDaemonWriteAccess` to the role"
    case .topic: "set `tracing_config` to `Active`, and add an `aws_xray_resource_policy` for SNS"
    }
  }
}
