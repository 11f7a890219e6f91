/// A type whose arguments are declared in a table: a resource type, or a nested block of one.
public protocol ArgumentOwner: Sendable {
  static var arguments: ArgumentTable<Self> { get }
}

/// A nested block that can be made of what a plan has of it.
public protocol ArgumentBlock: ArgumentOwner {
  init(reading block: BlockView<Self>) throws(DecodingFailure)
}

/// A block seen through the table of its type. Any argument may be absent, known, or unknown, and reading one says which:
/// it gives the value, AWS's default where the argument is left out, or throws why it cannot be told.
public struct BlockView<Owner: Sendable>: Sendable {
  package let reader: BlockDecoder

  package init(_ reader: BlockDecoder) {
    self.reader = reader
  }

  /// The nested blocks of a name; `target.retry_policy` for those of the one block that holds them.
  package func blocks(_ name: String) throws(DecodingFailure) -> [BlockDecoder] {
    guard let stop = name.lastIndex(of: ".") else { return try reader.blocks(name) }
    let holders = try blocks(String(name[..<stop]))
    return try holders.first?.blocks(String(name[name.index(after: stop)...])) ?? []
  }

  /// Whether an argument is set, to whatever.
  public func isSet(_ name: String) -> Bool { reader.has(name) }
}

extension BlockView where Owner: ArgumentOwner {
  /// The value of an argument.
  ///
  /// - Throws: Where Terraform knows it only after apply, where a required one is missing, and where the model has no word
  ///   for what the plan has.
  public subscript<T: Sendable>(path: KeyPath<Owner, T>) -> T {
    get throws(DecodingFailure) {
      guard let argument = Owner.arguments.reader(of: path) else {
        throw DecodingFailure(
          argument: String(describing: path), reason: .notInTerraform("its type declares no argument for it"))
      }
      return try argument.read(self)
    }
  }
}
