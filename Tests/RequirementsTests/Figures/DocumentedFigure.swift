import InfraModel
import Stacks

/// A figure about costs in a document, and infra-gen's answer to the same question.
struct DocumentedFigure: Sendable {
  let system: SystemName
  let question: String
  /// What the document says, in few words.
  let said: String
  /// infra-gen's estimate.
  let estimated: String
  /// The same, worked out by hand from the price list and written down here.
  let expected: String
  let verdict: Verdict

  enum Verdict: Sendable {
    case right
    /// It holds, but something has to be added.
    case rightBut(String)
    /// What is wrong with it, with the number of the trap where there is one.
    case wrong(String)
  }

  init(
    _ system: SystemName, _ question: String, said: String, _ estimated: String, is expected: String, _ verdict: Verdict
  ) {
    self.system = system
    self.question = question
    self.said = said
    self.estimated = estimated
    self.expected = expected
    self.verdict = verdict
  }

  static let all = interviewCompanion + legoAPI + mediaDownloader + orderTracing + sentimentAnalyzer
}

/// `$0.00; $0.09 without the free tier`
func bill(_ charge: Charge, _ amount: Int) -> String {
  let price = Prices[charge]
  let (alone, list) = (price.alone(of: amount), price.list(of: amount))
  return alone == list ? alone.exact : "\(alone.exact), or \(list.exact) without the free tier"
}

/// What so many of it cost by the price list, without the free tier.
func list(_ charge: Charge, _ amount: Int) -> String { Prices[charge].list(of: amount).exact }

extension Dollars {
  /// With as many digits as there are, and two at least.
  var exact: String {
    let (whole, rest) = billionths.quotientAndRemainder(dividingBy: 1_000_000_000)
    var digits = String(1_000_000_000 + rest).dropFirst()
    while digits.count > 2, digits.last == "0" { digits = digits.dropLast() }
    return "$\(grouped(whole)).\(digits)"
  }
}

/// `94.05 %`
func share(_ fraction: Double) -> String {
  let (whole, rest) = Int((fraction * 10_000).rounded()).quotientAndRemainder(dividingBy: 100)
  return rest == 0 ? "\(whole) %" : "\(whole).\(rest < 10 ? "0" : "")\(rest) %"
}
