public import TerraformModel

/// Something a rule has to say about one declaration.
public struct Finding: Sendable {
  public let rule: RuleID
  /// The rule's own, until the policy decides.
  public package(set) var severity: Severity
  /// The most that it weighs in an audit; the rule's own, unless it finds things that weigh differently.
  package var severityInAudit: Severity
  /// What goes wrong, and who asked for the rule.
  public let rationale: String
  public let address: Address
  public let location: SourceLocation
  /// Which of the rule's findings about the address it is, in words that outlast a better message: the rule's subject,
  /// counted by the policy where it has several of one.
  public internal(set) var discriminator: String
  /// The cause, in one clause without a full stop, with names in quotes.
  public let message: String
  /// What to do about it: in Swift, or in Terraform where an audit found it.
  public internal(set) var fix: String
  /// What to do about it in Terraform. An audit prints it instead of `fix`, and instead of the `terraformFix` of the
  /// rule; `nil` where one of those is right.
  public internal(set) var terraformFix: String?
  /// Other places that have to do with it.
  public let notes: [Note]

  /// Another place that has to do with a finding.
  public struct Note: Sendable {
    public let location: SourceLocation
    public let message: String
    public let role: Role

    /// What a place has to do with the finding.
    public enum Role: Hashable, Sendable {
      /// The rule names it.
      case related
      /// It adds the component that declares the subject.
      case componentCall
      /// It declares the subject, inside a component to whose use the finding points.
      case componentDeclaration
    }

    public init(at location: SourceLocation, _ message: String, role: Role = .related) {
      self.location = location
      self.message = message
      self.role = role
    }
  }
}

extension Finding {
  /// A finding with what its rule says of all of them.
  init(
    of rule: RuleDescription, on address: Address, at location: SourceLocation, _ message: String, fix: String,
    terraformFix: String? = nil, subject: String = "", notes: [Note] = []
  ) {
    self.init(
      rule: rule.id, severity: rule.severity, severityInAudit: rule.severityInAudit, rationale: rule.rationale,
      address: address, location: location, discriminator: subject, message: message, fix: fix,
      terraformFix: terraformFix, notes: notes)
  }

  /// A finding about a declaration. Where a component declared it, notes say which calls led to it.
  ///
  /// `place`: Where it points, where that is not the declaration.
  init(
    of rule: RuleDescription, on declaration: Declaration, at place: SourceLocation? = nil, _ message: String,
    fix: String, terraformFix: String? = nil, subject: String = "", notes: [Note] = []
  ) {
    self.init(
      of: rule, on: declaration.address, at: place ?? declaration.location, message, fix: fix,
      terraformFix: terraformFix, subject: subject, notes: notes + declaration.path.surroundings)
  }
}

extension Rule {
  /// A finding of this rule about a declared resource.
  ///
  /// `terraformFix`: What to do about it in Terraform, where the rule has several cases and its own `terraformFix` is
  /// right for some of them only.
  ///
  /// `subject`: What it is about within the resource, such as the name of a variable, where the rule may find several
  /// things in one. A baseline knows the finding by it.
  public func finding<R: Resource>(
    on declared: Declared<R>, _ message: String, fix: String, terraformFix: String? = nil, subject: String = "",
    notes: [Finding.Note] = []
  ) -> Finding {
    finding(on: declared.declaration, message, fix: fix, terraformFix: terraformFix, subject: subject, notes: notes)
  }

  /// A finding of this rule about a subject.
  public func finding<Model>(
    on subject: Subject<Model>, _ message: String, fix: String, terraformFix: String? = nil,
    subject topic: String = "", notes: [Finding.Note] = []
  ) -> Finding {
    finding(on: subject.declaration, message, fix: fix, terraformFix: terraformFix, subject: topic, notes: notes)
  }

  /// A finding of this rule about any declaration.
  public func finding(
    on declaration: Declaration, _ message: String, fix: String, terraformFix: String? = nil, subject: String = "",
    notes: [Finding.Note] = []
  ) -> Finding {
    Finding(
      of: Self.description, on: declaration, message, fix: fix, terraformFix: terraformFix, subject: subject,
      notes: notes)
  }

  /// A finding of this rule about something that is at neither a declaration nor a block of its own.
  public func finding(
    at location: SourceLocation, on address: Address, _ message: String, fix: String, subject: String = ""
  ) -> Finding {
    Finding(of: Self.description, on: address, at: location, message, fix: fix, subject: subject)
  }

  /// A finding of this rule about what is no resource.
  public func finding(
    on block: ConfigurationBlock, _ message: String, fix: String, subject: String = "", notes: [Finding.Note] = []
  ) -> Finding {
    Finding(
      of: Self.description, on: block.address, at: block.location, message, fix: fix, subject: subject, notes: notes)
  }
}

extension DeclarationPath {
  /// The other calls in the place's module, for a finding to mention: those around it and those it leads to.
  var surroundings: [Finding.Note] {
    let others = calls.indices.filter { $0 != placeInCalls && calls[$0].module == location.module }
    return others.map { index in
      index < placeInCalls
        ? Finding.Note(at: calls[index], "added by this component", role: .componentCall)
        : Finding.Note(at: calls[index], "declared here by the component", role: .componentDeclaration)
    }
  }
}
