import InfraModel

/// `docs/costs.md`: every figure about costs in the five documents, beside infra-gen's estimate.
enum CostsDocument {
  static let path = "docs/costs.md"

  static var text: String {
    var text = """
      # Costs: documented and estimated

      The documents of the five systems have many figures about costs. The tables compare each figure with infra-gen's
      estimate, at AWS's list prices of us-east-1 on \(Prices.day). [The requirements](requirements.md) explain T1 to
      T46. `RECORD=1 swift test --filter Requirements` writes this file from the tables in
      `Tests/RequirementsTests/Figures`, which also have each result calculated by hand; `infra-gen cost` calculates in
      the same way. The estimates assume that requests arrive at random, at any time of the day.

      """
    for system in SystemName.allCases {
      text += "\n## \(system.rawValue)\n\n| question | document | infra-gen | result |\n|---|---|---|---|\n"
      for figure in DocumentedFigure.all where figure.system == system {
        text += "| \(figure.question) | \(figure.said) | \(figure.estimated) | \(figure.verdict.words) |\n"
      }
    }
    return text
  }
}

extension DocumentedFigure.Verdict {
  fileprivate var words: String {
    switch self {
    case .right: "correct"
    case .rightBut(let addition): "correct, but \(addition)"
    case .wrong(let reason): "**wrong**: \(reason)"
    }
  }
}
