import InfraModel

extension LegoAPI {
  /// Metrics of errors in the logs, and the link from a line to its trace (AC9): lines are JSON with the request id,
  /// and Lambda's report of each request contains the trace id, as do the access logs.
  struct ErrorLogs: Component {
    struct Metrics {
      /// One for each function, in their order.
      let errors: [Metric]
      let mocsCreated: Metric
    }

    let functions: Functions.Declarations
    let accessLogs: Declared<LogGroup>
    let alerts: ARN<Topic>

    func declare(in stack: inout StackBuilder) -> Metrics {
      let namespace = "\(stack.identity)"
      let errors = functions.map { feature, function in
        let name = "\(feature.rawValue)-logged-errors"
        let filter = stack.add(
          LogMetricFilter(
            name, in: function.logging.group, matching: "{ $.level = \"ERROR\" }",
            as: "LoggedErrors-\(feature.rawValue)",
            in: namespace, .total(otherwise: 0), missingDataMeaning: .noEvents))
        // The handlers catch exceptions, log them and answer 500: Lambda counts no error then; only the log shows it.
        stack.add(
          MetricAlarm(
            name, when: filter.metric, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: [alerts],
            okActions: [alerts],
            description: "\(function.physicalName) logged an error; the saved query leads from the line to its trace"))
        return filter.metric
      }
      stack.add(
        QueryDefinition(
          "errors-with-traces",
          """
          fields @timestamp, coalesce(requestId, record.requestId) as request, message, record.tracing.value as trace
          | filter level = "ERROR" or ispresent(record.tracing.value)
          | stats max(@timestamp) as at, latest(message) as error, latest(trace) as xray by request
          | filter ispresent(error)
          | sort at desc
          | limit 100
          """, over: functions.map(\.function.logging.group)))
      // A business metric (Future Enhancement 1). From the access log, because nine in ten traces are not recorded.
      let created = stack.add(
        LogMetricFilter(
          "mocs-created", in: accessLogs.groupName,
          matching: "{ $.httpMethod = \"POST\" && $.path = \"*/api/mocs\" && $.status = \"201\" }", as: "MOCsCreated",
          in: namespace, .total(otherwise: 0), missingDataMeaning: .noEvents))
      return Metrics(errors: errors, mocsCreated: created.metric)
    }
  }
}
