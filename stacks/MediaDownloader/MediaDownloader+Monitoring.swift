import InfraModel

extension MediaDownloader {
  /// The latency that X-Ray adds, the duration of cold starts, and the number of traced requests that fail.
  struct Monitoring: Component {
    let option: TracingOption
    let phase: Phase
    let stage: Declared<Stage>
    let functions: Functions.Declarations
    let alerts: ARN<Topic>

    func declare(in stack: inout StackBuilder) {
      let coldStarts = coldStartDurations(in: &stack)
      if phase >= .monitoringAndAlerting {
        // X-Ray publishes no error rate (T4). One in twenty: phones show tokens that have expired.
        stack.add(ErrorTraces(of: stage, toleratedPercent: 5, alerts: alerts))
        for name in FunctionName.allCases { stack.add(slowdownAlarm(of: name)) }
      }
      // A passive trace has no segment of a function that could carry the annotation. `coldstart: true`, as in the
      // analysis, is no filter expression (T37).
      let coldTraces =
        option == .passive ? nil : stack.add(TraceGroup("cold", filter: "annotation.ColdStart = true"))
      let all = functions.inOrder
      let (stage, region) = (stage, stack.currentRegion)
      stack.add(
        Dashboard("performance", in: region) {
          Row {
            TextWidget(
              """
              [Service map](\(ConsoleURL.traceMap(in: region))) · [Traces](\(ConsoleURL.traces(in: region))): \
              `annotation.ColdStart = true`, `annotation.videoId = "…"`
              """, height: 2)
          }
          Row {
            MetricWidget("Duration, p99", all.map(\.duration), .percentile(.p99))
            MetricWidget("API latency, p99", [stage.latency, stage.integrationLatency], .percentile(.p99))
          }
          Row {
            MetricWidget("Cold starts, p99 of their milliseconds", coldStarts, .percentile(.p99))
            MetricWidget("Cold starts", coldStarts, .sampleCount)
            if let coldTraces { MetricWidget("Traces with a cold start", [coldTraces.traceCount], .sum) }
          }
        })
    }

    /// Lambda's report of an invocation contains the duration of a cold start, if there was one. All invocations write
    /// it, sampled or not, so it shows whether provisioned concurrency is worth its price.
    private func coldStartDurations(in stack: inout StackBuilder) -> [Metric] {
      let namespace = "\(stack.identity)"
      return functions.inOrder.map { function in
        stack.add(
          LogMetricFilter(
            "\(function.name)-cold-starts", in: function.logging.group,
            matching: "{ $.type = \"platform.report\" && $.record.metrics.initDurationMs > 0 }",
            as: "ColdStart-\(function.name)", in: namespace, measured: "$.record.metrics.initDurationMs",
            .total(otherwise: nil), missingDataMeaning: .noActivity)
        ).metric
      }
    }

    /// The analysis turns X-Ray off again if the 99th percentile gets more than 5 % slower. By the hour, because there
    /// are fewer than two thousand invocations a month.
    private func slowdownAlarm(of name: FunctionName) -> MetricAlarm {
      let function = functions[name]
      return MetricAlarm(
        "\(name.rawValue)-p99", when: function.duration, .percentile(.p99), threshold: .above(name.baseline * 1.05),
        period: .hours(1), evaluation: .datapoints(3, of: 5), missingData: .notBreaching, notify: [alerts],
        okActions: [alerts],
        description: "\(function.physicalName) is 5 % slower than before X-Ray; roll_back_xray takes it back")
    }
  }
}
