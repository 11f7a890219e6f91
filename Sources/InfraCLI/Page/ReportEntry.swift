import InfraModel

/// The report's data of one stack in one environment: the values of the other commands, each computed once.
struct ReportEntry {
  let report: PolicyReport
  let graph: TraceGraph
  let alarms: [AlarmLine]
  let coverage: Coverage
  let cost: CostEstimate
  let baseCost: BaseCost
  let detection: DetectionMatrix

  init(_ report: PolicyReport) {
    self.report = report
    graph = TraceGraph(of: report.stack)
    alarms = report.stack.alarmLines
    coverage = Coverage(of: report.stack)
    cost = CostEstimate(of: report.stack)
    baseCost = BaseCost(of: report.stack)
    detection = DetectionMatrix(of: report.stack)
  }

  var identity: StackIdentity { report.stack.identity }
  /// The target of links on the page.
  var anchor: String { "\(identity.stack)-\(identity.environment)" }
  var tracedHops: Int { graph.hops.count { $0.visibility == .traced } }
  /// Alarms without a subscriber.
  var unheard: Int { alarms.count { $0.hearers.isEmpty } }

  var functions: [Coverage.Row] { coverage.rows(of: .function) }
  /// Functions whose error and latency alarms notify a subscriber.
  var watched: Int {
    functions.count { row in [Coverage.Watch.errors, .duration, .subscriber].allSatisfy { row[$0] == .yes } }
  }

  func count(_ severity: Severity) -> Int {
    report.findings.count { $0.severity == severity }
  }
}
