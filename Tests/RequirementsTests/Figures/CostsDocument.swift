import InfraModel

/// `docs/costs.md`: every figure about costs in the five documents, and what infra-gen makes of it.
enum CostsDocument {
  static let path = "docs/costs.md"

  static var text: String {
    var text = """
      # What the documents say it costs, and what it does

      The five documents are full of figures about costs. Here is each of them beside what infra-gen reckons, with AWS's
      list prices of us-east-1 on \(Prices.day). T1 to T46 are explained in [requirements.md](requirements.md). This file
      is written by `RECORD=1 swift test --filter Requirements` from the tables in `Tests/RequirementsTests/Figures`, each
      of which holds the result worked out by hand as well; `infra-gen cost` reckons in the same way. Requests
      arrive at random, at any time of the day.

      """
    for system in SystemName.allCases {
      text += "\n## \(system.rawValue)\n\n| question | the document | infra-gen | verdict |\n|---|---|---|---|\n"
      for figure in DocumentedFigure.all where figure.system == system {
        text += "| \(figure.question) | \(figure.said) | \(figure.reckoned) | \(figure.verdict.words) |\n"
      }
    }
    return text
  }
}

extension DocumentedFigure.Verdict {
  fileprivate var words: String {
    switch self {
    case .right: "right"
    case .rightBut(let addition): "right, but \(addition)"
    case .wrong(let reason): "**wrong**: \(reason)"
    }
  }
}
