import InfraModel

/// The report's data of one stack in one environment: the values of the other commands, each computed once.
struct ReportEntry {
  let verdict: Verdict
  let graph: TraceGraph
  let alarms: [AlarmLine]
  let coverage: Coverage
  let cost: CostEstimate

  init(_ verdict: Verdict) {
    self.verdict = verdict
    graph = TraceGraph(of: verdict.stack)
    alarms = verdict.stack.alarmLines
    coverage = Coverage(of: verdict.stack)
    cost = CostEstimate(of: verdict.stack)
  }

  var identity: StackIdentity { verdict.stack.identity }
  /// The target of links on the page.
  var anchor: String { "\(identity.stack)-\(identity.environment)" }
  var tracedHops: Int { graph.hops.count { $0.sight == .traced } }
  /// Alarms without a subscriber.
  var unheard: Int { alarms.count { $0.hearers.isEmpty } }

  var functions: [Coverage.Row] { coverage.rows(of: .function) }
  /// Functions whose error and latency alarms notify a subscriber.
  var watched: Int {
    functions.count { row in [Coverage.Watch.errors, .duration, .subscriber].allSatisfy { row[$0] == .yes } }
  }

  func count(_ severity: Severity) -> Int {
    verdict.findings.count { $0.severity == severity }
  }
}
