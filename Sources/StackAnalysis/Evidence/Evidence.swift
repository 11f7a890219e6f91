package import TerraformModel

/// What a rule looks for among resources in order to judge others, such as permissions by the function they are for.
///
/// An argument that is unknown makes a resource unclear: it may be what a rule looks for. A resource that is known to
/// concern something else does not.
package struct Evidence<Key: Hashable & Sendable, Entry: Sendable>: Sendable {
  private struct Unclear: Sendable {
    let error: DecodingFailure
    let mayConcern: @Sendable (Key) -> Bool
  }

  private var entries: [Key: [Entry]] = [:]
  private var unclear: [Unclear] = []

  package init() {}

  /// The keys for which something is known.
  var keys: Dictionary<Key, [Entry]>.Keys { entries.keys }

  mutating func add(_ entry: Entry, for key: Key) {
    entries[key, default: []].append(entry)
  }

  /// - Parameter mayConcern: Whether what is known of the resource leaves open that it concerns a key.
  package mutating func addUnclear(
    _ declaration: Declaration, _ error: DecodingFailure, mayConcern: @escaping @Sendable (Key) -> Bool = { _ in true }
  ) {
    unclear.append(Unclear(error: error.asEvidence(declaration), mayConcern: mayConcern))
  }

  /// Files what `read` makes of a resource.
  ///
  /// - Parameter mayConcern: Whether what is known of the resource leaves open that it concerns a key, where `read`
  ///   cannot tell.
  package mutating func record(
    _ declaration: Declaration, mayConcern: @escaping @Sendable (Key) -> Bool = { _ in true },
    _ read: () throws(DecodingFailure) -> [(Key, Entry)]
  ) {
    do throws(DecodingFailure) {
      for (key, entry) in try read() { add(entry, for: key) }
    } catch { addUnclear(declaration, error, mayConcern: mayConcern) }
  }

  /// Files what a resource says of the one thing that it names. Where it is unknown what it says, it is known of what.
  ///
  /// - Parameters:
  ///   - name: The key; `nil` for a thing that the stack does not have.
  ///   - read: The entry; `nil` where there is none.
  package mutating func record(
    _ declaration: Declaration, about name: () throws(DecodingFailure) -> Key?,
    _ read: () throws(DecodingFailure) -> Entry?
  ) {
    do throws(DecodingFailure) {
      guard let key = try name() else { return }
      record(
        declaration, mayConcern: { $0 == key }, { () throws(DecodingFailure) in try read().map { [(key, $0)] } ?? [] })
    } catch { addUnclear(declaration, error) }
  }

  /// What is known for a key.
  package subscript(key: Key) -> [Entry] { entries[key, default: []] }

  /// Everything there is for a key.
  ///
  /// - Throws: Where a resource may be one more.
  package func all(for key: Key) throws(DecodingFailure) -> [Entry] {
    if let missing = unclear.first(where: { $0.mayConcern(key) }) { throw missing.error }
    return self[key]
  }

  /// The first entry for a key that is what a rule looks for.
  ///
  /// - Throws: Where none is known to be, and a resource may be.
  package func first(for key: Key, where isMeant: (Entry) -> Bool) throws(DecodingFailure) -> Entry? {
    if let known = self[key].first(where: isMeant) { return known }
    _ = try all(for: key)
    return nil
  }

  /// Whether there is anything for a key.
  ///
  /// - Throws: Where nothing is known to be there, and a resource may be.
  package func contains(_ key: Key) throws(DecodingFailure) -> Bool {
    try first(for: key) { _ in true } != nil
  }
}

extension Evidence<Address, Void> {
  package mutating func add(_ address: Address) { add((), for: address) }
}

/// Whether two conditions hold: `false` where one is known not to, even if the other cannot be told.
package func both(
  _ first: @autoclosure () throws(DecodingFailure) -> Bool, _ second: @autoclosure () throws(DecodingFailure) -> Bool
) throws(DecodingFailure) -> Bool {
  do throws(DecodingFailure) {
    guard try first() else { return false }
  } catch {
    guard try second() else { return false }
    throw error
  }
  return try second()
}

extension Sequence {
  /// The first element that is what a rule looks for.
  ///
  /// - Throws: Where none is known to be, and one may be; the error names it.
  package func firstKnown(
    where isMeant: (Element) throws(DecodingFailure) -> Bool
  ) throws(DecodingFailure) -> Element? where Element: DeclaredResource {
    var possible: DecodingFailure?
    for element in self {
      do throws(DecodingFailure) {
        if try isMeant(element) { return element }
      } catch {
        possible = possible ?? error.asEvidence(element.declaration)
      }
    }
    if let possible { throw possible }
    return nil
  }
}

extension DecodingFailure {
  /// Why a resource that a rule looks for cannot be told.
  package func asEvidence(_ declaration: Declaration) -> DecodingFailure {
    if case .evidence = reason { return self }
    return DecodingFailure(
      argument: argument,
      reason: .evidence(declaration.address, because: description, isDecidedByApply: isDecidedByApply))
  }
}
