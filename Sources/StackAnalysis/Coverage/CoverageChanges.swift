public import TerraformModel

/// The monitoring that a stack lost and gained.
public struct CoverageChanges: Sendable {
  /// One kind of monitoring of one resource, whose answer changed.
  public struct Change: Hashable, Sendable {
    public let kind: Coverage.Kind
    /// Its current address.
    public let address: Address
    public let watch: Coverage.Watch
  }

  public let stack: StackIdentity
  /// From yes to no.
  public private(set) var lost: [Change] = []
  /// From no to yes.
  public private(set) var gained: [Change] = []
  /// Where one of the two answers is unknown, so the change is undetermined.
  public private(set) var untold: [Change] = []
  /// Resources that are new, and those that were removed together with their monitoring.
  public private(set) var added: [Coverage.Row] = []
  public private(set) var removed: [Coverage.Row] = []

  public var isEmpty: Bool {
    lost.isEmpty && gained.isEmpty && untold.isEmpty && added.isEmpty && removed.isEmpty
  }

  /// `destination`: The current address of the resource that had an earlier address.
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
        // Monitoring that is no longer applicable is not lost.
        case (.yes, _), (.no, _), (.unknown, _), (.notApplicable, _): continue
        }
      }
    }
    removed = old.rows.filter { former[destination($0.address)] != nil }
  }
}
