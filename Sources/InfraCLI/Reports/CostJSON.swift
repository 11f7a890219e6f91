import InfraModel

/// Estimates for scripts. Amounts are whole numbers of the line's unit, sums are US dollars.
func costJSON(_ estimates: [CostEstimate]) -> String {
  json(["schemaVersion": 2, "prices": .literal(Prices.day), "estimates": .list(estimates.map(members))])
}

private func members(_ estimate: CostEstimate) -> Value {
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
