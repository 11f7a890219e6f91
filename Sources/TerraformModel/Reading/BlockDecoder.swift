/// A block to be read argument by argument. What is missing, unknown or of another kind is a `DecodingFailure`.
public struct BlockDecoder: Sendable {
  let block: Block
  /// The way to the block from the resource, with a full stop at its end.
  private let path: String

  package init(_ block: Block, at path: String = "") {
    self.block = block["dynamic"] == nil ? block : block.withUnknownDynamicBlocks
    self.path = path
  }

  package func has(_ name: String) -> Bool {
    block[name] != nil
  }

  package func error(_ name: String, _ reason: DecodingFailure.Reason) -> DecodingFailure {
    DecodingFailure(argument: path + name, reason: reason)
  }

  /// An argument read in some way; `nil` where it is not set.
  private func optional<Result>(
    _ name: String, _ read: (Value) throws(DecodingFailure.Reason) -> Result
  ) throws(DecodingFailure) -> Result? {
    guard let value = block[name] else { return nil }
    do throws(DecodingFailure.Reason) { return try read(value) } catch { throw self.error(name, error) }
  }

  private func required<Result>(
    _ name: String, _ read: (Value) throws(DecodingFailure.Reason) -> Result
  ) throws(DecodingFailure) -> Result {
    guard let result = try optional(name, read) else { throw error(name, .missing) }
    return result
  }
}

extension DecodingFailure.Reason: Error {}

// MARK: - Text, which may wait for Terraform

extension BlockDecoder {
  package func text(_ name: String) throws(DecodingFailure) -> Text { try required(name, Text.init(reading:)) }
  package func textIfPresent(_ name: String) throws(DecodingFailure) -> Text? {
    try optional(name, Text.init(reading:))
  }
  package func arn<Target>(_ name: String) throws(DecodingFailure) -> ARN<Target> { ARN(try text(name)) }
  package func arnIfPresent<Target>(_ name: String) throws(DecodingFailure) -> ARN<Target>? {
    try textIfPresent(name).map { ARN($0) }
  }

  /// The texts of a list; none where it is not set.
  package func texts(_ name: String) throws(DecodingFailure) -> [Text] {
    try optional(name) { value throws(DecodingFailure.Reason) in
      // A list that is known only after apply is of what it is made of.
      if case .text(let text) = value, text.known == nil, !text.references.isEmpty {
        return text.references.map { Text(.attribute($0)) }
      }
      guard case .list(let values) = value else { throw value.unfit }
      return try values.map { value throws(DecodingFailure.Reason) in try Text(reading: value) }
    } ?? []
  }

  package func arns<Target>(_ name: String) throws(DecodingFailure) -> [ARN<Target>] { try texts(name).map { ARN($0) } }

  /// The texts of a map by their keys; none where it is not set.
  package func textMap(_ name: String) throws(DecodingFailure) -> [String: Text] {
    try optional(name) { value throws(DecodingFailure.Reason) in
      guard case .map(let members) = value else { throw value.unfit }
      var texts: [String: Text] = [:]
      for (key, value) in members { texts[key] = try Text(reading: value) }
      return texts
    } ?? [:]
  }
}

// MARK: - What has to be known

extension BlockDecoder {
  package func string(_ name: String) throws(DecodingFailure) -> String { try required(name, String.init(reading:)) }
  package func stringIfPresent(_ name: String) throws(DecodingFailure) -> String? {
    try optional(name, String.init(reading:))
  }

  package func strings(_ name: String) throws(DecodingFailure) -> [String] {
    let texts = try texts(name)
    return try texts.map { text throws(DecodingFailure) in
      guard let known = text.known else { throw error(name, text.reasonUnknown) }
      return known
    }
  }

  package func integer(_ name: String) throws(DecodingFailure) -> Int { try required(name, Int.init(reading:)) }
  package func integerIfPresent(_ name: String) throws(DecodingFailure) -> Int? {
    try optional(name, Int.init(reading:))
  }
  package func number(_ name: String) throws(DecodingFailure) -> Double { try required(name, Double.init(reading:)) }
  package func numberIfPresent(_ name: String) throws(DecodingFailure) -> Double? {
    try optional(name, Double.init(reading:))
  }
  package func boolIfPresent(_ name: String) throws(DecodingFailure) -> Bool? {
    try optional(name, Bool.init(reading:))
  }

  func seconds(_ name: String) throws(DecodingFailure) -> Duration { .seconds(try integer(name)) }
  package func secondsIfPresent(_ name: String) throws(DecodingFailure) -> Duration? {
    try integerIfPresent(name).map { .seconds($0) }
  }
  package func millisecondsIfPresent(_ name: String) throws(DecodingFailure) -> Duration? {
    try integerIfPresent(name).map { .milliseconds($0) }
  }

  /// A word of a closed set.
  package func word<Word: RawRepresentable<String>>(_ name: String) throws(DecodingFailure) -> Word {
    guard let word: Word = try wordIfPresent(name) else { throw error(name, .missing) }
    return word
  }

  package func wordIfPresent<Word: RawRepresentable<String>>(_ name: String) throws(DecodingFailure) -> Word? {
    guard let string = try stringIfPresent(name) else { return nil }
    guard let word = Word(rawValue: string) else { throw error(name, .unfit("'\(string)'")) }
    return word
  }

  /// An argument that a variable may decide, with what it comes to.
  ///
  /// - Parameter value: The value if the argument is missing.
  package func input<Wrapped>(
    _ name: String, otherwise value: Wrapped? = nil, _ read: (Value) throws(DecodingFailure.Reason) -> Wrapped
  ) throws(DecodingFailure) -> Input<Wrapped> {
    guard let argument = block[name] else {
      guard let value else { throw error(name, .missing) }
      return .fixed(value)
    }
    do throws(DecodingFailure.Reason) { return try Input(reading: argument, read) } catch {
      throw self.error(name, error)
    }
  }
}

// MARK: - Nested blocks and documents

extension BlockDecoder {
  /// The nested blocks of one name, in their order.
  package func blocks(_ name: String) throws(DecodingFailure) -> [BlockDecoder] {
    guard let value = block[name] else { return [] }
    guard let blocks = value.nestedBlocks else { throw error(name, value.unfit) }
    return blocks.map { BlockDecoder($0, at: "\(path)\(name).") }
  }

  /// The nested block of which there is at most one.
  package func nested(_ name: String) throws(DecodingFailure) -> BlockDecoder? {
    try blocks(name).first
  }

  /// A JSON document, be it built of values or carried as text.
  package func documentIfPresent(_ name: String) throws(DecodingFailure) -> Value? {
    try optional(name) { value throws(DecodingFailure.Reason) in
      try value.document
    }
  }

  package func document(_ name: String) throws(DecodingFailure) -> Value {
    guard let document = try documentIfPresent(name) else { throw error(name, .missing) }
    return document
  }
}
