public import TerraformModel

extension AccessLog: ArgumentBlock {
  // A generic type has no stored one.
  public static var arguments: ArgumentTable<Self> {
    ArgumentTable { table in
      table.add("destination_arn", \.group, .arn)
      table.add("format", \.fields, default: [], writing: format, reading: fields)
    }
  }

  /// With those of its fields that the type knows.
  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    self.init(to: try block[\.group], fields: try block[\.fields])
  }

  /// JSON with `$context` variables as values, the id of the request among them.
  @Sendable private static func format(of fields: Set<Field>) -> Value? {
    let members = (fields.map(\.rawValue) + ["requestId"]).map { name in
      (String(name.map { $0 == "." ? "_" : $0 }), "$context.\(name)".value)
    }
    return .json(.map(Dictionary(members, uniquingKeysWith: { first, _ in first })))
  }

  /// Those of the format's variables that the type knows; none where the format is not JSON.
  @Sendable private static func fields(of format: Value) throws(DecodingFailure.Reason) -> Set<Field> {
    guard case .map(let members)? = try? format.document else { return [] }
    let words = members.values.compactMap { if case .text(let text) = $0 { text.literal } else { nil } }
    return Set(
      words.filter { $0.hasPrefix("$context.") }.compactMap { Field(rawValue: String($0.dropFirst("$context.".count))) }
    )
  }
}
