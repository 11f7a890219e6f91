/// A key path as the key of a table.
struct ArgumentKey: Hashable, @unchecked Sendable {
  // Key paths of properties capture nothing, and reading one changes nothing.
  let path: AnyKeyPath

  init(_ path: AnyKeyPath) {
    self.path = path
  }
}

protocol ArgumentReader: Sendable {}

/// How one property is read from a block.
final class TypedReader<Owner: Sendable, T: Sendable>: ArgumentReader {
  /// Whether no argument holds it.
  let isSwiftOnly: Bool
  let read: @Sendable (BlockView<Owner>) throws(DecodingFailure) -> T

  init(isSwiftOnly: Bool = false, read: @escaping @Sendable (BlockView<Owner>) throws(DecodingFailure) -> T) {
    self.isSwiftOnly = isSwiftOnly
    self.read = read
  }
}

extension BlockDecoder {
  /// The value at a path through nested blocks, with the block that holds it; `nil` where a part of the path is absent.
  ///
  /// - Throws: Where a block on the way is known only after apply.
  func value(
    at steps: [String]
  ) throws(DecodingFailure) -> (value: Value, holder: BlockDecoder, name: String)? {
    var reader = self
    for step in steps.dropLast() {
      guard let nested = try reader.nested(step) else { return nil }
      reader = nested
    }
    guard let last = steps.last, let value = reader.block[last] else { return nil }
    return (value, reader, last)
  }
}
