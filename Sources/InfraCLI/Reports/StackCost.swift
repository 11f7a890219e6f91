import InfraModel

/// What a stack costs: by its load, and where all is asked for, while its resources exist.
struct StackCost {
  let estimate: CostEstimate
  let base: BaseCost?

  init(estimate: CostEstimate, base: BaseCost?) {
    self.estimate = estimate
    self.base = base
  }

  init(of stack: DeclaredStack, includesAll: Bool) {
    self.init(estimate: CostEstimate(of: stack), base: includesAll ? BaseCost(of: stack) : nil)
  }
}

extension StackCost {
  /// The sums, with what is charged while resources exist where that is asked for.
  var total: String {
    guard let base, base.total > .zero else { return CostTables(estimate: estimate).total }
    let (alone, list) = (estimate.alone + base.total, estimate.list + base.total)
    return "\(alone) a month with the free tier, \(list) without the free tier; "
      + "\(base.total) of it while the resources exist, used or not"
  }
}
