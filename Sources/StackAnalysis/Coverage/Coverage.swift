public import TerraformModel

/// The monitoring of a stack's resources: alarms, traces, log retention, dead-letter queues and dashboards.
public struct Coverage: Sendable {
  /// One resource, with the answer for each kind of monitoring that applies to it.
  public struct Row: Sendable {
    public let kind: Kind
    public let address: Address
    public let name: String
    public let region: Region
    public let cells: [Watch: Answer]

    public subscript(watch: Watch) -> Answer { cells[watch, default: .notApplicable] }
  }

  public enum Answer: String, Sendable, CaseIterable {
    case yes
    case no
    /// Known only after apply, declared elsewhere, or not readable.
    case unknown
    /// Not applicable, such as the permission to write traces where tracing is off.
    case notApplicable = "-"
  }

  public let stack: StackIdentity
  /// By kind, and within one in the order of declaration.
  public let rows: [Row]

  public init(of stack: DeclaredStack) {
    self.stack = stack.identity
    let collector = CoverageCollector(stack)
    rows = Kind.allCases.flatMap { kind in
      stack.declarations.filter { kind.holds($0) }.map { declaration in
        let cells = kind.watches.map { ($0, collector.answer($0, of: declaration, kind)) }
        return Row(
          kind: kind, address: declaration.address, name: declaration.resource.name, region: declaration.region,
          cells: Dictionary(uniqueKeysWithValues: cells))
      }
      // Of some types only a part needs an alarm.
      .filter { kind != .other || $0[.neededAlarms] != .notApplicable }
    }
  }

  /// The coverage of a stack that no longer exists.
  public static func nothing(of stack: StackIdentity) -> Coverage {
    Coverage(stack: stack, rows: [])
  }

  private init(stack: StackIdentity, rows: [Row]) {
    self.stack = stack
    self.rows = rows
  }

  public func rows(of kind: Kind) -> [Row] {
    rows.filter { $0.kind == kind }
  }
}

extension Sequence<Coverage.Answer> {
  /// The combined answer: `no` if any is `no`, otherwise `unknown` if any is `unknown`.
  var together: Coverage.Answer {
    let answers = Set(self)
    return [.no, .unknown, .yes].first(where: answers.contains) ?? .notApplicable
  }
}
