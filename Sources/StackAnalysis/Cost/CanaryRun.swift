import AWSModel
import TerraformModel

/// What one healthy run of a `Canary` does, as its environment tells it.
struct CanaryRun {
  /// Test traces, each of one segment, sent and read back.
  let traces: Int
  /// The time CloudWatch takes to show a metric, which the run waits for.
  let seconds: Int
  /// Asking every ten seconds, and reporting twice.
  var metricRequests: Int { sum(seconds / 10, 2) }
  /// The test metric, which belongs to no alarm.
  let ownMetrics = 1

  init?(_ function: Subject<LambdaFunction>) {
    guard function.isCanary else { return nil }
    let environment = (try? function[\.environment]) ?? [:]
    func number(_ variable: String) -> Int? { environment[variable]?.known.flatMap { Int($0) } }
    traces = number("TRACES_PER_RUN") ?? 1
    seconds = number("METRIC_WAIT_SECONDS") ?? 120
  }
}
