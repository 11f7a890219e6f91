import InfraModel

/// What is charged while resources exist, as rows of words, for both text and Markdown.
struct BaseCostTables {
  let base: BaseCost

  var lines: [[String]] {
    guard !base.lines.isEmpty else { return [] }
    let rows = base.lines.map { line in
      [
        "\(line.address)", line.product, line.size, plainNumber(line.quantity) + (line.isHourly ? " × 720 h" : ""),
        "\(line.cost)",
      ]
    }
    return [["charged while it exists", "for", "size", "amount", "a month"]] + rows
      + [["total", "", "", "", "\(base.total)"]]
  }

  /// What the sum does not include.
  var remarks: [String] {
    let unpriced = base.unpriced.map { "no price for '\($0.address)' (\($0.product)): \($0.reason)" }
    return unpriced
      + [
        sentence("not known here what AWS charges for: ", base.unknown),
        sentence("charged by use alone, of which the declared load counts what is above: ", base.byUse),
      ].compactMap(\.self)
  }

  private func sentence(_ start: String, _ types: [BaseCost.TypeCount]) -> String? {
    guard !types.isEmpty else { return nil }
    return start + types.map { $0.count > 1 ? "\($0.type) (\($0.count))" : $0.type }.joined(separator: ", ")
  }

  static let footnote =
    "what is charged while it exists: list prices of us-east-1 on \(Prices.baseDay); other regions ask up to a quarter more"
}
