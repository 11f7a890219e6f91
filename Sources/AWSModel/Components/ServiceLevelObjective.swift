public import TerraformModel

/// A service level objective with alarms on how fast its error budget is spent: eight metric alarms, and two composite alarms
/// that notify. It follows the multiwindow, multi-burn-rate alerts of Google's SRE workbook.
///
/// ```swift
/// let objective = ServiceLevelObjective(
///   "checkout", 99.9, of: stage.requests, failing: stage.serverErrors, notify: alerts.arn)
/// let alarms = stack.add(objective)
/// stack.add(
///   Dashboard("objectives", in: stack.currentRegion) {
///     Row {
///       objective.remainingBudget
///       alarms.status
///     }
///   })
/// ```
///
/// A burn rate of 1 spends the budget just in the objective's time. Each burn rate is measured over a long window and over a
/// short one, so that the alarm is over soon after the failures are. Over 30 days:
///
/// | notifies | budget spent | in | and in | burn rate |
/// |---|---:|---:|---:|---:|
/// | `alerts` | 2 % | 1 hour | 5 minutes | 14.4 |
/// | `alerts` | 5 % | 6 hours | 30 minutes | 6 |
/// | `tickets` | 10 % | 1 day | 2 hours | 3 |
/// | `tickets` | 10 % | 3 days | 6 hours | 1 |
///
/// A window is one period of an `aws_cloudwatch_metric_alarm`. CloudWatch's periods end at a day, so that the window of three days
/// is three periods in a row that each spend a day's share. A threshold of 100 % or more of the requests can never be exceeded;
/// that burn rate has no alarm. For an objective of 93 % and less it is the first one, over 30 days.
///
/// With few requests a single failure exceeds a short window's threshold: the alarms mean something if one failure is a small
/// part of what the budget allows for in an hour, which is 1,000 requests an hour for 99.9 %.
///
/// Sources: https://sre.google/workbook/alerting-on-slos/,
/// https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html
public struct ServiceLevelObjective: Component {
  /// What the names of the alarms start with.
  public var name: String
  /// The share of requests that succeed, in percent. Above 0 and below 100; other values become the nearest one from 1 to
  /// 99.999.
  public var percent: Double
  /// All requests; their `Sum` is read.
  public var requests: Metric
  /// Those that fail; their `Sum` is read.
  public var failures: Metric
  /// The time over which the objective holds.
  public var time: Duration
  /// The topic for what cannot wait until the next working day.
  public var alerts: ARN<Topic>
  /// The topic for what can.
  public var tickets: ARN<Topic>

  /// - Parameter tickets: The topic for what can wait; that of the alerts where it is `nil`.
  public init(
    _ name: String, _ percent: Double, of requests: Metric, failing failures: Metric, over time: Duration = .days(30),
    notify alerts: ARN<Topic>, tickets: ARN<Topic>? = nil
  ) {
    self.name = name
    self.percent = percent.isNaN ? 99.9 : min(max(percent, 1), 99.999)
    self.requests = requests
    self.failures = failures
    self.time = max(time, .days(1))
    self.alerts = alerts
    self.tickets = tickets ?? alerts
  }

  /// The alarms of the objective.
  public struct Alarms {
    /// The budget is spent so fast that it cannot wait.
    public let page: Declared<CompositeAlarm>
    /// The budget is spent too fast, and that can wait until the next working day.
    public let ticket: Declared<CompositeAlarm>
    /// A widget with the states of both, and of the alarms on the windows.
    public let status: AlarmStatus
  }

  @discardableResult
  public func declare(in stack: inout StackBuilder) -> Alarms {
    let page = notification("page", [.hour, .sixHours], to: alerts, in: &stack)
    let ticket = notification("ticket", [.day, .threeDays], to: tickets, in: &stack)
    let all = [page.alarm.arn, ticket.alarm.arn] + (page.windows + ticket.windows).map(\.arn)
    return Alarms(page: page.alarm, ticket: ticket.alarm, status: AlarmStatus("\(name): alarms", all))
  }

  /// A widget with the share of the budget that is left in the time range that the dashboard shows, in percent.
  public var remainingBudget: ErrorBudgetWidget { ErrorBudgetWidget(objective: self) }

  /// The share of requests that may fail, in percent.
  var budget: Double { rounded(100 - percent) }

  private func notification(
    _ suffix: String, _ rates: [BurnRate], to topic: ARN<Topic>, in stack: inout StackBuilder
  ) -> (alarm: Declared<CompositeAlarm>, windows: [Declared<MetricAlarm>]) {
    var all: [Declared<MetricAlarm>] = []
    let spent = rates.compactMap { rate -> AlarmRule? in
      let threshold = rounded(rate.factor(over: time) * budget)
      guard threshold < 100 else { return nil }
      let windows = [rate.long, rate.short].map { stack.add(alarm($0, of: rate, above: threshold)) }
      all += windows
      return .all(windows.map { .inAlarm($0.alarmName) })
    }
    let composite = stack.add(
      CompositeAlarm(
        "\(name)-\(suffix)", when: .any(spent), notify: [topic], okActions: [topic],
        description: "The error budget of '\(name)', \(plain(percent)) %, is spent too fast"))
    return (composite, all)
  }

  private func alarm(_ window: BurnRate.Window, of rate: BurnRate, above threshold: Double) -> MetricAlarm {
    MetricAlarm(
      "\(name)-\(window.label)-of-\(rate.long.label)",
      when: MetricMath(
        "100 * failing / requests", label: "failing requests, percent",
        of: ["failing": (failures, .sum), "requests": (requests, .sum)], missingDataMeaning: .noActivity),
      threshold: .above(threshold), period: window.period, evaluation: window.evaluation, missingData: .notBreaching,
      notify: [],
      description: "More than \(plain(threshold)) % of the requests of '\(name)' fail: "
        + "\(plain(rounded(rate.factor(over: time)))) times what its objective allows for")
  }
}

/// A burn rate: a share of the budget that is spent in a long window, and in a short one at the same rate.
private struct BurnRate {
  struct Window {
    let label: String
    let period: Period
    var evaluation = Evaluation.once
  }

  let long: Window
  let short: Window
  /// The share of the budget, 0 to 1.
  let share: Double
  let hours: Double

  /// How many times faster than the objective allows for.
  func factor(over time: Duration) -> Double { share * time.milliseconds / 3_600_000 / hours }

  static let hour = BurnRate(
    long: Window(label: "1h", period: .hours(1)), short: Window(label: "5m", period: .minutes(5)), share: 0.02, hours: 1
  )
  static let sixHours = BurnRate(
    long: Window(label: "6h", period: .hours(6)), short: Window(label: "30m", period: .minutes(30)), share: 0.05,
    hours: 6)
  static let day = BurnRate(
    long: Window(label: "1d", period: .hours(24)), short: Window(label: "2h", period: .hours(2)), share: 0.1, hours: 24)
  static let threeDays = BurnRate(
    long: Window(label: "3d", period: .hours(24), evaluation: .consecutive(3)),
    short: Window(label: "6h", period: .hours(6)), share: 0.1, hours: 72)
}

/// The share of an error budget that is left, as a number.
public struct ErrorBudgetWidget: Widget {
  let objective: ServiceLevelObjective

  public var metrics: [Metric] { [objective.requests, objective.failures] }

  public func tiles(width: Int, in region: Input<Region>) -> [Tile] {
    let remaining = "100 * (1 - 100 * failing / requests / \(plain(objective.budget)))"
    func input(_ metric: Metric, _ id: String) -> Value {
      let dimensions = metric.dimensions.sorted { $0.key < $1.key }.flatMap { [$0.key.value, $0.value.value] }
      return .list(
        [metric.namespace.value, metric.name.value] + dimensions + [
          ["id": id.value, "stat": "Sum", "visible": false]
        ])
    }
    let properties: [String: Value] = [
      "title": "\(objective.name): error budget left, percent".value, "region": region.value, "view": "singleValue",
      // The sums of the whole range that the dashboard shows, and not of its last period.
      "setPeriodToTimeRange": true,
      "metrics": [
        [["expression": remaining.value, "id": "remaining", "label": "left".value]],
        input(objective.failures, "failing"), input(objective.requests, "requests"),
      ],
    ]
    return [Tile("metric", height: 3, properties: properties)]
  }
}

/// Without the noise of binary fractions: 100 − 99.9 is 0.1.
private func rounded(_ number: Double) -> Double { (number * 1e6).rounded() / 1e6 }

private func plain(_ number: Double) -> String {
  number == number.rounded() ? "\(Int(number))" : "\(number)"
}
