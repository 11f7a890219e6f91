// What the access logs of REST and HTTP APIs have in common: where they go, and lines in JSON of `$context` variables.

extension Block {
  /// `destination_arn` and `format`, which says the id of the request in any case, for AWS insists on it.
  mutating func setAccessLog(to group: ARN<LogGroup>, _ fields: [String]) {
    set("destination_arn", group)
    let format = (fields + ["requestId"]).map { name in
      (String(name.map { $0 == "." ? "_" : $0 }), "$context.\(name)".value)
    }
    self["format"] = .json(.map(Dictionary(format, uniquingKeysWith: { first, _ in first })))
  }
}

extension BlockReader {
  /// Those of the `format`'s variables that a type knows.
  func accessLogFields<Field: RawRepresentable<String> & Hashable>() -> Set<Field> {
    guard let document = try? document("format"), case .map(let members) = document else { return [] }
    let words = members.values.compactMap { if case .text(let text) = $0 { text.literal } else { nil } }
    return Set(
      words.filter { $0.hasPrefix("$context.") }.compactMap { Field(rawValue: String($0.dropFirst("$context.".count))) }
    )
  }
}
