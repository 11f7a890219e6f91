/// A block to be read argument by argument. What is missing, unknown or of another kind is an `Unreadable`.
public struct BlockReader: Sendable {
  let block: Block
  /// The way to the block from the resource, with a full stop at its end.
  private let path: String

  init(_ block: Block, at path: String = "") {
    self.block = block
    self.path = path
  }

  func has(_ name: String) -> Bool {
    block[name] != nil
  }

  func error(_ name: String, _ reason: Unreadable.Reason) -> Unreadable {
    Unreadable(argument: path + name, reason: reason)
  }

  /// An argument read in some way; `nil` where it is not set.
  private func optional<Result>(
    _ name: String, _ read: (Value) throws(Unreadable.Reason) -> Result
  ) throws(Unreadable) -> Result? {
    guard let value = block[name] else { return nil }
    do throws(Unreadable.Reason) { return try read(value) } catch { throw self.error(name, error) }
  }

  private func required<Result>(
    _ name: String, _ read: (Value) throws(Unreadable.Reason) -> Result
  ) throws(Unreadable) -> Result {
    guard let result = try optional(name, read) else { throw error(name, .missing) }
    return result
  }
}

extension Unreadable.Reason: Error {}

// MARK: - Text, which may wait for Terraform

extension BlockReader {
  func text(_ name: String) throws(Unreadable) -> Text { try required(name, Text.init(reading:)) }
  func textIfAny(_ name: String) throws(Unreadable) -> Text? { try optional(name, Text.init(reading:)) }
  func arn<Target>(_ name: String) throws(Unreadable) -> ARN<Target> { ARN(try text(name)) }
  func arnIfAny<Target>(_ name: String) throws(Unreadable) -> ARN<Target>? { try textIfAny(name).map { ARN($0) } }

  /// The texts of a list; none where it is not set.
  func texts(_ name: String) throws(Unreadable) -> [Text] {
    try optional(name) { value throws(Unreadable.Reason) in
      // A list that is known only after apply is of what it is made of.
      if case .text(let text) = value, text.known == nil, !text.references.isEmpty {
        return text.references.map { Text(.attribute($0)) }
      }
      guard case .list(let values) = value else { throw value.unfit }
      return try values.map { value throws(Unreadable.Reason) in try Text(reading: value) }
    } ?? []
  }

  func arns<Target>(_ name: String) throws(Unreadable) -> [ARN<Target>] { try texts(name).map { ARN($0) } }

  /// The texts of a map by their keys; none where it is not set.
  func textMap(_ name: String) throws(Unreadable) -> [String: Text] {
    try optional(name) { value throws(Unreadable.Reason) in
      guard case .map(let members) = value else { throw value.unfit }
      var texts: [String: Text] = [:]
      for (key, value) in members { texts[key] = try Text(reading: value) }
      return texts
    } ?? [:]
  }
}

// MARK: - What has to be known

extension BlockReader {
  func string(_ name: String) throws(Unreadable) -> String { try required(name, String.init(reading:)) }
  func stringIfAny(_ name: String) throws(Unreadable) -> String? { try optional(name, String.init(reading:)) }

  func strings(_ name: String) throws(Unreadable) -> [String] {
    let texts = try texts(name)
    return try texts.map { text throws(Unreadable) in
      guard let known = text.known else { throw error(name, text.reasonUnknown) }
      return known
    }
  }

  func integer(_ name: String) throws(Unreadable) -> Int { try required(name, Int.init(reading:)) }
  func integerIfAny(_ name: String) throws(Unreadable) -> Int? { try optional(name, Int.init(reading:)) }
  func number(_ name: String) throws(Unreadable) -> Double { try required(name, Double.init(reading:)) }
  func numberIfAny(_ name: String) throws(Unreadable) -> Double? { try optional(name, Double.init(reading:)) }
  func boolIfAny(_ name: String) throws(Unreadable) -> Bool? { try optional(name, Bool.init(reading:)) }

  func seconds(_ name: String) throws(Unreadable) -> Duration { .seconds(try integer(name)) }
  func secondsIfAny(_ name: String) throws(Unreadable) -> Duration? { try integerIfAny(name).map { .seconds($0) } }
  func millisecondsIfAny(_ name: String) throws(Unreadable) -> Duration? {
    try integerIfAny(name).map { .milliseconds($0) }
  }

  /// A word of a closed set.
  func word<Word: RawRepresentable<String>>(_ name: String) throws(Unreadable) -> Word {
    guard let word: Word = try wordIfAny(name) else { throw error(name, .missing) }
    return word
  }

  func wordIfAny<Word: RawRepresentable<String>>(_ name: String) throws(Unreadable) -> Word? {
    guard let string = try stringIfAny(name) else { return nil }
    guard let word = Word(rawValue: string) else { throw error(name, .unfit("'\(string)'")) }
    return word
  }

  /// An argument that a variable may decide, with what it comes to.
  ///
  /// - Parameter value: The value if the argument is missing.
  func input<Wrapped>(
    _ name: String, otherwise value: Wrapped? = nil, _ read: (Value) throws(Unreadable.Reason) -> Wrapped
  ) throws(Unreadable) -> Input<Wrapped> {
    guard let argument = block[name] else {
      guard let value else { throw error(name, .missing) }
      return .fixed(value)
    }
    do throws(Unreadable.Reason) { return try Input(reading: argument, read) } catch { throw self.error(name, error) }
  }
}

// MARK: - Nested blocks and documents

extension BlockReader {
  /// The nested blocks of one name, in their order.
  func blocks(_ name: String) throws(Unreadable) -> [BlockReader] {
    guard let value = block[name] else { return [] }
    guard let blocks = value.nestedBlocks else { throw error(name, value.unfit) }
    return blocks.map { BlockReader($0, at: "\(path)\(name).") }
  }

  /// The nested block of which there is at most one.
  func nested(_ name: String) throws(Unreadable) -> BlockReader? {
    try blocks(name).first
  }

  /// A JSON document, be it built of values or carried as text.
  func documentIfAny(_ name: String) throws(Unreadable) -> Value? {
    try optional(name) { value throws(Unreadable.Reason) in
      try value.document
    }
  }

  func document(_ name: String) throws(Unreadable) -> Value {
    guard let document = try documentIfAny(name) else { throw error(name, .missing) }
    return document
  }

  func policy(_ name: String) throws(Unreadable) -> PolicyDocument {
    guard let policy = try policyIfAny(name) else { throw error(name, .missing) }
    return policy
  }

  func policyIfAny(_ name: String) throws(Unreadable) -> PolicyDocument? {
    guard let document = try documentIfAny(name) else { return nil }
    do throws(Unreadable.Reason) { return try PolicyDocument(readingDocument: document) } catch {
      throw self.error(name, error)
    }
  }
}
