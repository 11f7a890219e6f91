import InfraModel

extension InterviewCompanion {
  /// One function of the application, on Python and traced.
  ///
  /// The package brings `aws-xray-sdk`, as the document asks; its support ends on 2027-02-25 (T20). What it annotates are
  /// subsegments: the segment of a function is Lambda's own, and to write to it raises an exception (T19).
  struct Service: Component {
    /// What all functions share.
    struct Common {
      let deadLetters: ARN<Queue>
      let alerts: ARN<Topic>
    }

    /// Whether somebody waits for the answer. What nobody waits for goes to the dead letters after three failures.
    enum Caller {
      case waits
      case doesNotWait
    }

    let name: String
    let handler: String
    let caller: Caller
    let timeout: Duration
    let p95: Duration
    let environment: [String: Text]
    let permissions: [Statement]
    let common: Common

    init(
      _ name: String, handler: String = "handler.handler", calledByOneWho caller: Caller, timeout: Duration,
      p95: Duration,
      environment: [String: Text] = [:], may permissions: [Statement] = [], _ common: Common
    ) {
      self.name = name
      self.handler = handler
      self.caller = caller
      self.timeout = timeout
      self.p95 = p95
      self.environment = environment
      self.permissions = permissions
      self.common = common
    }

    func declare(in stack: inout StackBuilder) -> Declared<LambdaFunction> {
      stack.add(
        MonitoredFunction(
          name,
          // Out of the build of the application's own repository.
          code: .zip(
            .object(bucket: "interview-companion-releases", key: "\(release)/\(name).zip"), runtime: .python313,
            handler: handler),
          timeout: .fixed(timeout), p95: p95, environment: environment, may: permissions,
          deadLetters: caller == .doesNotWait ? common.deadLetters : nil, logRetention: .oneMonth, alerts: common.alerts
        ))
    }
  }
}

/// The build that runs. A new one is a commit here, so the plan shows it and git remembers it.
private let release = "2026.11.1"
