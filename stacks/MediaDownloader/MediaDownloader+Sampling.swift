import InfraModel

extension MediaDownloader {
  /// How many of the requests are recorded. The REST stage asks for the rules; functions follow it, or, called by nobody
  /// who decides, record one a second and 5 % of the rest, which no rule changes (T2).
  ///
  /// The analysis wants 5 % of the requests and 100 % of the errors. Whether a request is recorded is decided before
  /// anybody knows how it ends, so the second cannot be had by sampling (T7); the alarms on the functions' errors count
  /// every one. At three hundred requests a month the reservoir records all of them, errors included: 5 % begins at the
  /// second request within a second. Nor can a rule be about a video's id (T38), which is an annotation.
  struct Sampling: Component {
    let option: TracingOption
    let phase: Phase
    let stage: Declared<Stage>

    func declare(in stack: inout StackBuilder) {
      if option == .onDemand {
        // As in the analysis: whatever asks, which is the stage, while tracing is on.
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
