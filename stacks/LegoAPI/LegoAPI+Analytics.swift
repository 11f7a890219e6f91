import InfraModel

extension LegoAPI {
  /// The dashboard of trace analytics (AC10). `AWS/XRay TraceCount` and `ErrorCount`, which the story draws, do not exist:
  /// X-Ray publishes `AWS/X-Ray ApproximateTraceCount` for each group, so an error count is the count of a group (T4).
  struct Analytics: Component {
    let groups: Tracing.Groups
    let functions: Functions.Declarations
    let logs: ErrorLogs.Metrics

    func declare(in stack: inout StackBuilder) -> Declared<Dashboard> {
      let region = stack.currentRegion
      return stack.add(
        Dashboard("xray-analytics", named: name(in: stack), in: region) {
          Row {
            TextWidget(
              """
              [Service map](\(ConsoleURL.traceMap(in: region))) · [Traces](\(ConsoleURL.traces(in: region))) by group · \
              [Logs](\(ConsoleURL.logQueries(in: region))), query `errors-with-traces`
              """, height: 2)
          }
          Row {
            MetricWidget("X-Ray Trace Count", [groups.requests.traceCount], .sum, period: .minutes(5))
            MetricWidget(
              "X-Ray Error Traces", [groups.errors.traceCount, groups.faults.traceCount], .sum, period: .minutes(5))
          }
          Row {
            MetricWidget("Traces by feature", groups.features.map(\.traceCount), .sum, period: .minutes(5))
            MetricWidget("Errors in the logs", logs.errors, .sum, period: .minutes(5))
          }
          Row {
            // Unlike traces these are all the invocations.
            MetricWidget("Duration, p95", functions.map(\.function.duration), .percentile(.p95), period: .minutes(5))
            MetricWidget("MOCs created per hour", [logs.mocsCreated], .sum, period: .hours(1))
          }
        })
    }

    /// The story's own name, in the account of production.
    private func name(in stack: StackBuilder) -> PhysicalName {
      stack.isProduction ? .exactly("lego-api-xray-analytics") : .conventional
    }
  }
}
