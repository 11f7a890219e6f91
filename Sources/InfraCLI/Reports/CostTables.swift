import InfraModel

/// An estimate as rows of words, for both text and Markdown.
struct CostTables {
  let estimate: CostEstimate

  var total: String {
    estimate.list == .zero
      ? "no known cost"
      : "\(estimate.alone) a month with the free tier, \(estimate.list) without the free tier"
  }

  /// The requests, and the share that is recorded. No rows without a known load.
  var flows: [[String]] {
    guard !estimate.flows.isEmpty else { return [] }
    let rows = estimate.flows.map { flow in
      [
        "\(flow.entryPoint)", grouped(flow.rate.perMonth), grouped(flow.traces), flow.share, flow.reason,
      ]
    }
    return [["requests at", "a month", "traces", "recorded", "reason"]] + rows
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
    return [["for", "a month", "free", "with the free tier", "without the free tier"]] + rows + total
  }

  /// What the estimate does not include.
  var remarks: [String] {
    estimate.unexpected.map { "no load declared for '\($0)'; declare it with `stack.expect(.perMonth(…), at: …)`" }
  }

  static let footnote = "AWS's list prices of us-east-1 on \(Prices.day), for 30 days"
  /// What the estimate is about.
  static let scope =
    "observability, and the work that the declared load counts; `--all` adds what is charged while it exists, such as databases"
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
    case .standardRule: "X-Ray's default rule: \(Sampling.standard.words)\(all)"
    case .function: "the functions' own sampling: \(Sampling.standard.words)\(all)"
    case .canary(let traces): "the canary sends \(traces) and reads them back"
    case .untraced: "not traced"
    }
  }
}

extension Flow {
  /// With random arrivals one request more or less may exceed the reservoir.
  fileprivate var everything: String {
    guard effectiveRate == 1, decision.sampling.rate != .everything else { return "" }
    return rate.arrivals == .regular ? ", which records all" : ", which records nearly all"
  }

  /// The lower share that is recorded in the busiest second.
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

  /// With two decimals, rounded up so that a small amount does not look like zero.
  private func scaled(_ amount: Int, by factor: Int, _ unit: String) -> String {
    let (whole, rest) = amount.quotientAndRemainder(dividingBy: factor)
    guard rest > 0 else { return "\(grouped(whole)) \(unit)" }
    let hundredths = (rest * 100 + factor - 1) / factor
    if hundredths == 100 { return "\(grouped(whole + 1)) \(unit)" }
    return "\(grouped(whole)).\(hundredths < 10 ? "0" : "")\(hundredths) \(unit)"
  }
}

/// `5.95 %`, with at most two decimals.
func percent(_ fraction: Double) -> String {
  let hundredths = Int(nearest: fraction * 10_000)
  let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
  if rest == 0 { return "\(whole) %" }
  return rest.isMultiple(of: 10) ? "\(whole).\(rest / 10) %" : "\(whole).\(rest < 10 ? "0" : "")\(rest) %"
}
