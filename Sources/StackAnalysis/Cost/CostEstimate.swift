import AWSModel
public import TerraformModel

/// What a stack costs in a month of 30 days, as far as its declarations and its expected load tell: all of what it takes
/// to see it, and of the work itself what the load counts.
public struct CostEstimate: Sendable {
  public let stack: StackIdentity
  public let flows: [Flow]
  /// Of everything that there is any of, in the order of `Charge`.
  public let lines: [Line]
  /// Entry points for which the stack declares no load.
  public let unexpected: [Address]

  /// One line of the bill.
  public struct Line: Sendable {
    public let charge: Charge
    public let amount: Int
    /// What of the free amount the stack can have, which is its account's and not its own.
    public let free: Int

    init(_ charge: Charge, _ amount: Int, free: Int? = nil) {
      self.charge = charge
      self.amount = amount
      self.free = free ?? Prices[charge].free
    }

    /// In an account that has nothing else.
    public var alone: Dollars { Prices[charge].list(of: max(0, amount) - free) }
    /// Where other stacks have used up what is free.
    public var list: Dollars { Prices[charge].list(of: amount) }
  }

  public var alone: Dollars { lines.reduce(.zero) { $0 + $1.alone } }
  public var list: Dollars { lines.reduce(.zero) { $0 + $1.list } }

  /// What AWS's bill has under one service's code, such as `AWSXRay`; `nil` for services that this knows too little of.
  public func bill(for service: String) -> (alone: Dollars, list: Dollars)? {
    guard service == "AWSXRay" else { return nil }
    let own = lines.filter { [.tracesRecorded, .tracesRead, .traceInsights].contains($0.charge) }
    return (own.reduce(.zero) { $0 + $1.alone }, own.reduce(.zero) { $0 + $1.list })
  }
}

extension CostEstimate {
  public init(of stack: DeclaredStack) {
    let flows = stack.flows
    let amounts = Amounts(of: stack, flows)
    self.stack = stack.identity
    self.flows = flows
    lines = Charge.allCases.compactMap { charge in
      let amount = amounts[charge]
      guard amount > 0 else { return nil }
      return charge == .dashboards ? Line(charge, amount, free: stack.freeDashboards) : Line(charge, amount)
    }
    let known = Set(flows.map(\.entryPoint))
    let doors = stack.subjects(Stage.self).map(\.address) + stack.subjects(HTTPStage.self).map(\.address)
    unexpected = doors.filter { !known.contains($0) }
  }
}

extension DeclaredStack {
  /// Three dashboards are free that show no more than fifty metrics.
  fileprivate var freeDashboards: Int {
    min(
      Prices[.dashboards].free,
      subjects(Dashboard.self).count { ((try? $0.metrics).map { Set($0).count } ?? .max) <= 50 })
  }
}
