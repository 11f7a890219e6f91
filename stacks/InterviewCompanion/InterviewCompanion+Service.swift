import InfraModel

extension InterviewCompanion {
  /// One function of the application, on Python and traced.
  ///
  /// Powertools' layer brings `aws-xray-sdk`, which the document asks for; its support ends on 2027-02-25 (T20). What the
  /// functions annotate are subsegments: the segment of a function is Lambda's own, and to write to it raises an exception (T19).
  struct Service: Component {
    /// The resources that all functions share.
    struct Common {
      let deadLetters: ARN<Queue>
      let alerts: ARN<Topic>
    }

    /// Whether the caller waits for the answer. An asynchronous call goes to the dead-letter queue after 3 failures.
    enum Caller {
      case waits
      case doesNotWait
    }

    let name: String
    let code: [UInt8]
    let handler: String
    let caller: Caller
    let timeout: Duration
    let p95: Duration
    let environment: [String: Text]
    let permissions: [Statement]
    let common: Common

    init(
      _ name: String, code: [UInt8], handler: String = "handler", calledByOneWho caller: Caller, timeout: Duration,
      p95: Duration, environment: [String: Text] = [:], permissions: [Statement] = [], _ common: Common
    ) {
      self.name = name
      self.code = code
      self.handler = handler
      self.caller = caller
      self.timeout = timeout
      self.p95 = p95
      self.environment = environment
      self.permissions = permissions
      self.common = common
    }

    func declare(in stack: inout StackBuilder) -> Declared<LambdaFunction> {
      let module = String(name.map { $0 == "-" ? "_" : $0 })
      return stack.add(
        MonitoredFunction(
          name,
          code: .zip(
            .archive(Archive(name, ["\(module).py": code])), runtime: .python313, handler: "\(module).\(handler)",
            layers: [.powertools(in: stack.currentRegion)]),
          timeout: .fixed(timeout), p95: p95, environment: environment, permissions: permissions,
          deadLetters: caller == .doesNotWait ? common.deadLetters : nil, logRetention: .oneMonth, alerts: common.alerts
        ))
    }
  }
}
