import AWSModel
import AlarmEvaluation
public import FailureDetection
public import TerraformModel

/// For each resource and each way in which it can fail: which alarm fires first, after how long, and who is notified; and
/// which alarms fire although nothing is broken.
///
/// The times are simulated: requests arrive at random at the rate that the stack declares, and alarms are evaluated as
/// CloudWatch evaluates them. Only alarms on a resource's own metrics count. An alarm on what the failure causes elsewhere,
/// such as a message in a dead-letter queue, may fire earlier.
public struct DetectionMatrix: Sendable {
  /// How many simulated runs each failure has.
  package static let runs = 20
  /// A failure that no alarm has noticed after so many hours counts as not noticed.
  package static let horizonHours = Workload.horizonMinutes / 60

  /// One resource.
  public struct Row: Sendable {
    public let kind: Kind
    public let address: Address
    public let name: String
    /// Calls or messages a minute, on average over the day; `nil` where the stack declares none and none is needed.
    public let perMinute: Double?
    public let cells: [Cell]
    /// The alarms that fire in normal operation, the most frequent first.
    public let falseAlarms: [FalseAlarm]
    /// The labels of alarms on the resource that are not simulated, such as those on anomalies.
    public let unsimulated: [String]
  }

  /// What a row is about.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    case function
    case restAPI = "REST API stage"
    case httpAPI = "HTTP API stage"
    case stateMachine = "state machine"
    case table
    case queue
    case deadLetterQueue = "dead-letter queue"
    /// The bill of one AWS service.
    case bill
  }

  /// One way to fail.
  public struct Cell: Hashable, Sendable {
    public let failure: FailureMode
    public let outcome: Outcome
  }

  public enum Outcome: Hashable, Sendable {
    case noticed(Notice)
    /// No alarm fires that notifies a subscriber; `alarm` fires, and notifies no one.
    case unnoticed(alarm: String?)
    /// It cannot be simulated.
    case undetermined(Reason)
  }

  /// What a simulation lacks.
  public enum Reason: String, Hashable, Sendable {
    case noLoad = "no load declared"
    case noDuration = "no usual duration declared"
    case noEstimate = "no cost estimated"
    case notComputable = "an alarm's expression is not computable"
  }

  /// When a failure is noticed.
  public struct Notice: Hashable, Sendable {
    /// The label of the alarm that fires first in most runs.
    public let alarm: String
    /// In half of the runs it is noticed within this time; `nil` for fewer.
    public let median: Duration?
    /// In 19 of 20 runs it is noticed within this time; `nil` for fewer.
    public let percentile95: Duration?
    /// In how many runs it is noticed within a day.
    public let noticed: Int
    public let recipients: [AlarmRecipient]
  }

  /// An alarm that fires although nothing is broken.
  public struct FalseAlarm: Hashable, Sendable {
    public let alarm: String
    /// On average over three simulated months of 30 days.
    public let perMonth: Double
  }

  public let stack: StackIdentity
  /// By kind, and within one in the order of declaration.
  public let rows: [Row]
  /// One failure that is noticed, as an example; `nil` where none is that can be drawn.
  package let chart: DetectionChart?

  /// - Parameter load: What is expected at entry points, in place of what the stack declares.
  public init(of stack: DeclaredStack, load: Load? = nil) {
    self.stack = stack.identity
    let workloads = WorkloadBuilder(stack, load: load)
    var simulation = DetectionSimulation(stack)
    var rows: [Row] = []
    for kind in Kind.allCases {
      for resource in kind.type.map({ stack.managed($0) }) ?? [] {
        guard let known = workloads.workload(of: resource, kind) else { continue }
        rows.append(simulation.row(resource, kind, known))
      }
    }
    rows += stack.billRows(simulation.alarms)
    self.rows = rows
    chart = DetectionChart.first(in: rows) { [simulation] row, alarm in
      simulation.chart(of: row, by: alarm, workloads.workload(at: row.address, row.kind))
    }
  }

  /// What no longer exists notices nothing.
  public static func nothing(of stack: StackIdentity) -> DetectionMatrix { DetectionMatrix(stack: stack, rows: []) }

  private init(stack: StackIdentity, rows: [Row]) {
    self.stack = stack
    self.rows = rows
    chart = nil
  }
}

extension DetectionMatrix.Kind {
  /// The Terraform type.
  var type: String? {
    switch self {
    case .function: LambdaFunction.type
    case .restAPI: Stage.type
    case .httpAPI: HTTPStage.type
    case .stateMachine: StateMachine.type
    case .table: Table.type
    case .queue, .deadLetterQueue: Queue.type
    case .bill: nil
    }
  }

  var workload: Workload.Kind? {
    switch self {
    case .function: .function
    case .restAPI, .httpAPI: .api
    case .stateMachine: .stateMachine
    case .table: .table
    case .queue: .queue
    case .deadLetterQueue: .deadLetterQueue
    case .bill: nil
    }
  }

  /// The ways in which it can fail, in the order in which they are shown.
  public var failures: [FailureMode] { workload?.failureModes ?? [.costDoubles] }
}
