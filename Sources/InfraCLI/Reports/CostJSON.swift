import InfraModel

/// Estimates for scripts. Amounts are whole numbers of the line's unit, sums are US dollars.
func costJSON(_ costs: [StackCost]) -> String {
  json(["schemaVersion": 2, "prices": .literal(Prices.day), "estimates": .list(costs.map(members))])
}

private func members(_ cost: StackCost) -> Value {
  var members = members(cost.estimate)
  if let base = cost.base { members["base"] = baseMembers(base) }
  return .map(members)
}

/// What is charged while resources exist.
private func baseMembers(_ base: BaseCost) -> Value {
  [
    "prices": .literal(Prices.baseDay), "list": .number(base.total.number),
    "lines": .list(
      base.lines.map { line in
        [
          "address": .literal("\(line.address)"), "product": .literal(line.product), "size": .literal(line.size),
          "quantity": .number(line.quantity), "unit": .literal(line.isHourly ? "hour" : "month"),
          "list": .number(line.cost.number), "source": .literal(line.source),
        ]
      }),
    "unpriced": .list(
      base.unpriced.map { resource in
        [
          "address": .literal("\(resource.address)"), "product": .literal(resource.product),
          "reason": .literal(resource.reason),
        ]
      }),
    "unknown": .literalMap(counts(base.unknown)), "byUse": .literalMap(counts(base.byUse)),
  ]
}

private func counts(_ types: [BaseCost.TypeCount]) -> [String: Value] {
  Dictionary(types.map { ($0.type, .integer($0.count)) }, uniquingKeysWith: { first, _ in first })
}

private func members(_ estimate: CostEstimate) -> [String: Value] {
  [
    "stack": .literal(estimate.stack.stack), "environment": .literal(estimate.stack.environment),
    "alone": .number(estimate.alone.number), "list": .number(estimate.list.number),
    "flows": .list(estimate.flows.map(members)), "lines": .list(estimate.lines.map(members)),
    "unexpected": .list(estimate.unexpected.map { .literal($0.description) }),
  ]
}

private func members(_ flow: Flow) -> Value {
  var members: [String: Value] = [
    "entrance": .literal(flow.entryPoint.description), "region": .literal(flow.region.rawValue),
    "requests": .integer(flow.rate.perMonth), "peakPerSecond": .number(flow.rate.peak),
    "traces": .integer(flow.traces), "effectiveRate": .number(flow.effectiveRate),
    "decidedBy": .literal(flow.decision.word), "origin": .literal(flow.origin.word),
  ]
  if let share = flow.effectiveRateAtPeak { members["effectiveRateAtPeak"] = .number(share) }
  return .map(members)
}

private func members(_ line: CostEstimate.Line) -> Value {
  [
    "charge": .literal(line.charge.rawValue), "unit": .literal(line.charge.unit.rawValue),
    "amount": .integer(line.amount), "free": .integer(line.free),
    "alone": .number(line.alone.number), "list": .number(line.list.number),
    "isObservability": .bool(line.charge.isObservability), "source": .literal(Prices[line.charge].source),
  ]
}

extension Flow.Decision {
  fileprivate var word: String {
    switch self {
    case .rule: "sampling-rule"
    case .standardRule: "standard-rule"
    case .function: "function"
    case .canary: "canary"
    case .untraced: "untraced"
    }
  }
}

extension Flow.Origin {
  fileprivate var word: String {
    switch self {
    case .expected: "expected"
    case .scheduled: "scheduled"
    }
  }
}
