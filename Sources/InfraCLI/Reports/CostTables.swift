import InfraModel

/// An estimate as rows of words, which text and markdown draw in their ways.
struct CostTables {
  let estimate: CostEstimate

  var total: String {
    estimate.list == .zero
      ? "nothing that is known of costs anything"
      : "\(estimate.alone) a month in an account of its own, \(estimate.list) where what is free is used up"
  }

  /// What comes, and how much of it is recorded. No rows where nothing is known to come.
  var flows: [[String]] {
    guard !estimate.flows.isEmpty else { return [] }
    let rows = estimate.flows.map { flow in
      [
        "\(flow.entrance)", grouped(flow.rate.perMonth), grouped(flow.traces), flow.share, flow.reason,
      ]
    }
    return [["requests at", "a month", "traces", "recorded", "because"]] + rows
  }

  var lines: [[String]] {
    guard !estimate.lines.isEmpty else { return [] }
    let rows = estimate.lines.map { line in
      [
        line.charge.title, line.charge.text(of: line.amount), line.free == 0 ? "" : line.charge.text(of: line.free),
        "\(line.alone)", "\(line.list)",
      ]
    }
    let total = [["total", "", "", "\(estimate.alone)", "\(estimate.list)"]]
    return [["for", "a month", "free", "alone", "nothing free"]] + rows + total
  }

  /// What the numbers leave out.
  var remarks: [String] {
    estimate.unexpected.map { "nobody has said what comes to '\($0)'; `stack.expect(.perMonth(…), at: …)` does" }
  }

  static let footnote = "AWS's list prices of us-east-1 on \(Prices.day), for 30 days"
}

extension Flow {
  /// `52.5 %`
  fileprivate var share: String {
    if case .canary = decision { return "" }
    return percent(effectiveRate)
  }

  fileprivate var reason: String {
    let all = everything + atPeak
    return switch decision {
    case .rule(let name, let sampling): "rule '\(name)': \(sampling.words)\(all)"
    case .standardRule: "X-Ray's own rule: \(Sampling.standard.words)\(all)"
    case .function: "functions decide by themselves: \(Sampling.standard.words)\(all)"
    case .canary(let traces): "the canary sends \(traces) and reads them back"
    case .nobody: "nothing here is traced"
    }
  }
}

extension Flow {
  /// Of requests at random one more or less may find the reservoir used.
  fileprivate var everything: String {
    guard effectiveRate == 1, decision.sampling.rate != .everything else { return "" }
    return rate.arrivals == .regular ? ", which is all" : ", which is nearly all"
  }

  /// How much less is recorded while most requests arrive.
  fileprivate var atPeak: String {
    guard let share = effectiveRateAtPeak, share < effectiveRate else { return "" }
    return "; \(percent(share)) in the busiest second"
  }
}

extension Sampling {
  fileprivate var words: String {
    rate == .everything ? "everything" : "\(reservoir) a second and \(percent(rate.fraction)) of the rest"
  }
}

extension Charge {
  /// An amount with its unit.
  fileprivate func text(of amount: Int) -> String {
    switch unit {
    case .bytes: scaled(amount, by: 1_000_000_000, "GB")
    case .megabyteSeconds: scaled(amount, by: 1_024, "GB s")
    case .traces, .metrics, .alarms, .dashboards, .requests, .events: grouped(amount)
    }
  }

  /// With two digits, of which the last is rounded up: what there is should not look like nothing.
  private func scaled(_ amount: Int, by factor: Int, _ unit: String) -> String {
    let (whole, rest) = amount.quotientAndRemainder(dividingBy: factor)
    guard rest > 0 else { return "\(grouped(whole)) \(unit)" }
    let hundredths = (rest * 100 + factor - 1) / factor
    if hundredths == 100 { return "\(grouped(whole + 1)) \(unit)" }
    return "\(grouped(whole)).\(hundredths < 10 ? "0" : "")\(hundredths) \(unit)"
  }
}

/// `5.95 %`, with two digits at most.
func percent(_ fraction: Double) -> String {
  let hundredths = Int(nearest: fraction * 10_000)
  let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
  if rest == 0 { return "\(whole) %" }
  return rest.isMultiple(of: 10) ? "\(whole).\(rest / 10) %" : "\(whole).\(rest < 10 ? "0" : "")\(rest) %"
}
