import InfraModel

extension LegoAPI {
  /// What the logs say of errors, and the way from a line to its trace (AC9): lines are JSON with the id of their request,
  /// Lambda's own report of each request names its trace, and so do the access logs.
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
            in: namespace, .total(otherwise: 0), silence: .nothingHappened))
        // The handlers catch what goes wrong, log it and answer 500: Lambda counts no error then, only the log has it.
        stack.add(
          MetricAlarm(
            name, when: filter.metric, .sum, is: .above(0), for: .once, missingData: .notBreaching, notify: [alerts],
            whenOver: [alerts],
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
      // A business metric (Future Enhancement 1). Out of the access log and not of traces, of which nine in ten are missing.
      let created = stack.add(
        LogMetricFilter(
          "mocs-created", in: accessLogs.groupName,
          matching: "{ $.httpMethod = \"POST\" && $.path = \"*/api/mocs\" && $.status = \"201\" }", as: "MOCsCreated",
          in: namespace, .total(otherwise: 0), silence: .nothingHappened))
      return Metrics(errors: errors, mocsCreated: created.metric)
    }
  }
}
