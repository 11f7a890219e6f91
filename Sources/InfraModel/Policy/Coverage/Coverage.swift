/// What watches the resources of a stack: what somebody who is called at night would want to have been there.
public struct Coverage: Sendable {
  /// One resource, and what it has of what its kind can have.
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
    /// It waits for Terraform, is declared elsewhere, or could not be read.
    case unknown
    /// The question does not arise, such as that of a permission for traces that nobody asked for.
    case notApplicable = "-"
  }

  public let stack: StackIdentity
  /// By kind, and within one in the order of declaration.
  public let rows: [Row]

  public init(of stack: DeclaredStack) {
    self.stack = stack.identity
    let survey = CoverageSurvey(stack)
    rows = Kind.allCases.flatMap { kind in
      stack.declarations.filter { kind.holds($0) }.map { declaration in
        let cells = kind.watches.map { ($0, survey.answer($0, of: declaration, kind)) }
        return Row(
          kind: kind, address: declaration.address, name: declaration.resource.name, region: declaration.region,
          cells: Dictionary(uniqueKeysWithValues: cells))
      }
    }
  }

  /// That of a stack that is no more.
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
  /// What they say together: one no makes it a no, and nothing makes a yes of what is not known.
  var together: Coverage.Answer {
    let answers = Set(self)
    return [.no, .unknown, .yes].first(where: answers.contains) ?? .notApplicable
  }
}
