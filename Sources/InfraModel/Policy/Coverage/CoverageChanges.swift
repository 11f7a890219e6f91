/// What watched a stack and does so no more, and the other way round.
public struct CoverageChanges: Sendable {
  /// One question about one resource, which has another answer now.
  public struct Change: Hashable, Sendable {
    public let kind: Coverage.Kind
    /// Where it is now.
    public let address: Address
    public let watch: Coverage.Watch
  }

  public let stack: StackIdentity
  /// From yes to no.
  public private(set) var lost: [Change] = []
  /// From no to yes.
  public private(set) var gained: [Change] = []
  /// Where one of the two answers is not known, so that nobody can say which it is.
  public private(set) var untold: [Change] = []
  /// Resources that were not there before, and those that have gone with what watched them.
  public private(set) var added: [Coverage.Row] = []
  public private(set) var removed: [Coverage.Row] = []

  public var isEmpty: Bool {
    lost.isEmpty && gained.isEmpty && untold.isEmpty && added.isEmpty && removed.isEmpty
  }

  /// `destination`: Where what was at an address is now.
  public init(
    from old: Coverage, to new: Coverage, destination: (Address) -> Address = { $0 }
  ) {
    stack = new.stack
    var former = Dictionary(old.rows.map { (destination($0.address), $0) }, uniquingKeysWith: { first, _ in first })
    for row in new.rows {
      guard let past = former.removeValue(forKey: row.address) else {
        added.append(row)
        continue
      }
      for watch in row.kind.watches {
        let change = Change(kind: row.kind, address: row.address, watch: watch)
        switch (past[watch], row[watch]) {
        case (.yes, .no): lost.append(change)
        case (.no, .yes): gained.append(change)
        case (.unknown, .yes), (.unknown, .no), (.yes, .unknown), (.no, .unknown): untold.append(change)
        // Where a question no longer arises nothing is lost by its answer.
        case (.yes, _), (.no, _), (.unknown, _), (.notApplicable, _): continue
        }
      }
    }
    removed = old.rows.filter { former[destination($0.address)] != nil }
  }
}
