/// Reads a property by its key path.
///
/// A property that is stored in the value itself is read at its offset, which costs a fifth of the instructions of the key
/// path: every argument of every resource is read so when a stack is declared (`Benchmarks/instructions`).
struct Property<Owner, T>: Sendable {
  private let path: any KeyPath<Owner, T> & Sendable
  /// `nil` for a property that is computed, or that is behind an optional or an enum.
  private let offset: Int?

  init(_ path: any KeyPath<Owner, T> & Sendable) {
    self.path = path
    offset = MemoryLayout<Owner>.offset(of: path)
  }

  func value(of owner: Owner) -> T {
    guard let offset else { return owner[keyPath: path] }
    return Self.value(at: offset, of: owner)
  }

  /// The same for a key path that is used once.
  static func value(of owner: Owner, at path: KeyPath<Owner, T>) -> T {
    guard let offset = MemoryLayout<Owner>.offset(of: path) else { return owner[keyPath: path] }
    return value(at: offset, of: owner)
  }

  private static func value(at offset: Int, of owner: Owner) -> T {
    withUnsafePointer(to: owner) { UnsafeRawPointer($0).load(fromByteOffset: offset, as: T.self) }
  }
}
