/// Something a rule has to say about one declaration.
public struct Finding: Sendable {
  public let rule: RuleID
  public let severity: Severity
  /// What goes wrong, and who asked for the rule.
  public let rationale: String
  public let address: Address
  public let location: SourceLocation
  /// The cause, in one clause without a full stop, with names in quotes.
  public let message: String
  /// What to do about it.
  public let fix: String
  /// Other places that have to do with it.
  public let notes: [Note]

  /// Another place that has to do with a finding.
  public struct Note: Sendable {
    public let location: SourceLocation
    public let message: String

    public init(at location: SourceLocation, _ message: String) {
      self.location = location
      self.message = message
    }
  }
}

extension Rule {
  /// A finding of this rule about a declared resource.
  public func finding<R: Resource>(
    on declared: Declared<R>, _ message: String, fix: String, notes: [Finding.Note] = []
  ) -> Finding {
    finding(on: declared.declaration, message, fix: fix, notes: notes)
  }

  /// A finding of this rule about any declaration. Where a component declared it, notes say which calls led to it.
  public func finding(
    on declaration: Declaration, _ message: String, fix: String, notes: [Finding.Note] = []
  ) -> Finding {
    let description = Self.description
    return Finding(
      rule: description.id, severity: description.severity, rationale: description.rationale,
      address: declaration.address, location: declaration.location, message: message, fix: fix,
      notes: notes + declaration.path.surroundings)
  }

  /// A finding of this rule about what is no resource.
  public func finding(
    on block: ConfigurationBlock, _ message: String, fix: String, notes: [Finding.Note] = []
  ) -> Finding {
    let description = Self.description
    return Finding(
      rule: description.id, severity: description.severity, rationale: description.rationale, address: block.address,
      location: block.location, message: message, fix: fix, notes: notes)
  }
}
