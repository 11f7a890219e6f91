public import TerraformModel

/// What X-Ray says of the requests to a stage that went wrong: groups of all traces, of those with errors and of those
/// with faults, and alarms on how many those are.
///
/// X-Ray counts a group's traces and nothing else (T4), so a rate takes two groups. It knows of sampled requests alone;
/// errors of all requests are what the functions' own alarms are on (T7).
public struct ErrorTraces: Component {
  public var stage: Declared<Stage>
  /// Per cent of the recorded requests that may end in 4xx or 5xx.
  public var toleratedPercent: Double
  public var insights: TraceGroup.Insights
  public var alerts: ARN<Topic>

  /// `insights`: What X-Ray looks for in all traces of the stage.
  public init(
    of stage: Declared<Stage>, toleratedPercent: Double, insights: TraceGroup.Insights = .off, alerts: ARN<Topic>
  ) {
    self.stage = stage
    self.toleratedPercent = toleratedPercent
    self.insights = insights
    self.alerts = alerts
  }

  /// What others may refer to.
  public struct Groups: Sendable {
    public let requests, errors, faults: Declared<TraceGroup>
  }

  public func declare(in stack: inout StackBuilder) -> Groups {
    let api = stack.declared(RestAPI.self).first { $0.reference == stage.api }?.physicalName ?? ""
    let passesStage = "service(id(name: \"\(api)/\(stage.stageName.known)\", type: \"AWS::ApiGateway::Stage\"))"
    let groups = Groups(
      requests: stack.add(TraceGroup("requests", filter: passesStage, insights: insights)),
      // 4xx are errors, and a public API has some by right; 5xx are faults, and ours (T41).
      errors: stack.add(TraceGroup("errors", filter: "\(passesStage) AND (fault = true OR error = true)")),
      faults: stack.add(TraceGroup("faults", filter: "\(passesStage) AND fault = true")))
    let rate = MetricMath(
      "100 * errors / requests", label: "Traces with errors, per cent",
      of: ["errors": (groups.errors.traceCount, .sum), "requests": (groups.requests.traceCount, .sum)],
      missingDataMeaning: .noActivity)
    let tolerated = Int(exactly: toleratedPercent).map(String.init) ?? "\(toleratedPercent)"
    stack.add(
      MetricAlarm(
        "error-trace-rate", when: rate, threshold: .above(toleratedPercent), evaluation: .datapoints(3, of: 5),
        missingData: .notBreaching, notify: [alerts], okActions: [alerts],
        description: "More than \(tolerated) % of the traced requests end in 4xx or 5xx; see the group's traces")
    )
    stack.add(
      MetricAlarm(
        "traces-with-faults", when: groups.faults.traceCount, .sum, threshold: .above(0), evaluation: .once,
        missingData: .notBreaching, notify: [alerts], okActions: [alerts],
        description: "A traced request ended in 5xx; the traces of \(groups.faults.physicalName) show where"))
    return groups
  }
}
