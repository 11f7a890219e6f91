import InfraModel

extension MediaDownloader {
  /// The share of requests that is recorded. The REST stage requests the rules; functions follow its decision, or
  /// without an upstream decision record one request a second and 5 % of the rest, which no rule changes (T2).
  ///
  /// The analysis requires 5 % of the requests and 100 % of the errors. X-Ray decides whether to record a request
  /// before its result is known, so sampling cannot provide the second (T7); the alarms on the functions' errors count
  /// every error. At three hundred requests a month the reservoir records all of them, errors included: 5 % applies
  /// from the second request within a second. Nor can a rule be about a video's id (T38), which is an annotation.
  struct Sampling: Component {
    let option: TracingOption
    let phase: Phase
    let stage: Declared<Stage>

    func declare(in stack: inout StackBuilder) {
      if option == .onDemand {
        // As in the analysis: every service that requests rules, which is the stage, while tracing is on.
        stack.add(
          SamplingRule(
            "debug", named: .exactly("MediaDownloaderDebug"), priority: 1_000, fixedRate: .percent(5), reservoir: 1))
      } else if phase >= .customSubsegments {
        stack.add(
          SamplingRule(
            "sampling", priority: 1_000, fixedRate: .percent(5), reservoir: 1,
            matching: SamplingRule.Match(
              serviceName: stage.traceServiceName, serviceType: "AWS::ApiGateway::Stage")))
      }
    }
  }
}
