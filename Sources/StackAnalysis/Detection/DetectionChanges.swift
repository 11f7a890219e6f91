public import FailureDetection
public import TerraformModel

/// The failures that a stack notices no longer, later, earlier, or only now.
public struct DetectionChanges: Sendable {
  /// One failure of one resource.
  public struct Change: Sendable {
    /// Its current address.
    public let address: Address
    public let failure: FailureMode
    public let old: DetectionMatrix.Outcome
    public let new: DetectionMatrix.Outcome
  }

  public let stack: StackIdentity
  /// Noticed before, and not now.
  public private(set) var lost: [Change] = []
  /// Noticed now, and not before.
  public private(set) var gained: [Change] = []
  /// Noticed at least a fifth later than before.
  public private(set) var later: [Change] = []
  /// Noticed at least a fifth earlier than before.
  public private(set) var earlier: [Change] = []

  public var isEmpty: Bool { lost.isEmpty && gained.isEmpty && later.isEmpty && earlier.isEmpty }

  /// `destination`: The current address of the resource that had an earlier address.
  public init(from old: DetectionMatrix, to new: DetectionMatrix, destination: (Address) -> Address = { $0 }) {
    stack = new.stack
    let former = Dictionary(old.rows.map { (destination($0.address), $0) }, uniquingKeysWith: { first, _ in first })
    for row in new.rows {
      guard let past = former[row.address] else { continue }
      for cell in row.cells {
        guard let before = past.cells.first(where: { $0.failure == cell.failure })?.outcome else { continue }
        let change = Change(address: row.address, failure: cell.failure, old: before, new: cell.outcome)
        switch (before, cell.outcome) {
        case (.noticed(let past), .noticed(let present)):
          let (old, new) = (past.time, present.time)
          if new > old * 1.2 { later.append(change) }
          if new * 1.2 < old { earlier.append(change) }
        case (.noticed, .unnoticed): lost.append(change)
        case (.unnoticed, .noticed): gained.append(change)
        case (.unnoticed, _), (.undetermined, _), (.noticed, .undetermined): continue
        }
      }
    }
  }
}

extension DetectionMatrix.Notice {
  /// The median in seconds; infinite where fewer than half of the runs are noticed.
  fileprivate var time: Double { median.map { $0.milliseconds / 1_000 } ?? .infinity }
}
