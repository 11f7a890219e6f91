import AWSModel
import FailureDetection
import TerraformModel

/// What is known of the workloads of a stack's resources.
struct WorkloadBuilder {
  /// A workload, as far as it is known.
  enum Known {
    case workload(Workload)
    /// Nothing is known to arrive.
    case withoutLoad(Workload.Kind)
  }

  private let stack: DeclaredStack
  private let load: Load
  private let rates: ArrivalRates
  private let deadLetterQueues: Evidence<Address, Void>

  /// - Parameter load: What is expected, in place of what the stack declares.
  init(_ stack: DeclaredStack, load: Load? = nil) {
    self.stack = stack
    self.load = load ?? stack.load
    rates = load.map { ArrivalRates(stack, load: $0) } ?? stack.cached { ArrivalRates($0, load: $0.load) }
    deadLetterQueues = stack.deadLetterQueues
  }

  /// - Returns: `nil` for a resource of another kind.
  func workload(of resource: Declaration, _ kind: DetectionMatrix.Kind) -> Known? {
    guard let workload = kind.workload else { return nil }
    switch kind {
    case .queue, .deadLetterQueue:
      let isDeadLetterQueue = (try? deadLetterQueues.contains(resource.address)) ?? false
      guard isDeadLetterQueue == (kind == .deadLetterQueue) else { return nil }
      if isDeadLetterQueue { return .workload(Workload(.deadLetterQueue, .every(seconds: .max))) }
    case .function, .restAPI, .httpAPI, .stateMachine, .table, .bill: break
    }
    guard let (arrivals, day) = rates[resource.address] else { return .withoutLoad(workload) }
    let normal = load.normalOperation[resource.address]
    return .workload(
      Workload(
        workload, arrivals, day: day, normalErrorShare: normal?.errorRate ?? 0,
        medianDuration: normal?.medianDuration.map(\.milliseconds), timeout: timeout(of: resource, kind)))
  }

  /// The workload of a resource with a load.
  func workload(at address: Address, _ kind: DetectionMatrix.Kind) -> Workload? {
    guard let resource = stack.declaration(at: address), case .workload(let workload)? = workload(of: resource, kind)
    else { return nil }
    return workload
  }

  /// When a call is ended, in milliseconds.
  private func timeout(of resource: Declaration, _ kind: DetectionMatrix.Kind) -> Double? {
    switch kind {
    // Lambda's default is three seconds.
    case .function: (resource.block["timeout"] ?? 3).number(in: stack).map { $0 * 1_000 }
    // API Gateway waits no longer for an integration, unless a quota is raised.
    case .restAPI: 29_000
    case .httpAPI: 30_000
    case .stateMachine, .table, .queue, .deadLetterQueue, .bill: nil
    }
  }
}
