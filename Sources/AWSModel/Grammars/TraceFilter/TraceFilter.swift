public import TerraformModel

/// X-Ray's filter expressions: which traces belong to a group. Terraform takes any text for one, so it is read here.
///
/// Outside of a service's braces a condition is about the request as its caller saw it. A failure further down needs
/// `service("orders") { fault }`.
public indirect enum TraceFilter: Hashable, Sendable {
  case all([TraceFilter])
  case any([TraceFilter])
  case not(TraceFilter)
  /// `fault`, `fault = true`, `fault != true`
  case flag(Flag, Bool)
  /// `responsetime > 5`
  case number(Number, Comparison, Double)
  /// `http.url CONTAINS "/items"`; alone, that it is there.
  case text(Word, TextTest?)
  /// `annotation.tier = "gold"`; alone, that it is there.
  case annotation(String, AnnotationTest?)
  /// `service("orders") { fault }`, or any service.
  case service(ServiceSelector?, TraceFilter?)
  /// `edge("web", "orders") { fault }`
  case edge(ServiceSelector, ServiceSelector, TraceFilter?)
  /// `rootcause.fault.entity { … }`
  case rootCause(Cause, Part, TraceFilter)
  /// `rootcause.json = #[…]`
  case rootCauseDocument(isEqual: Bool, JSONDocument)
  /// `group.name = "slow"`
  case group(GroupKey, isEqual: Bool, String)
}

extension TraceFilter {
  /// Keywords that are true or false.
  public enum Flag: String, Hashable, Sendable, CaseIterable {
    case ok, error, throttle, fault, partial, inferred, first, last, remote, root
  }

  /// Keywords that are numbers; times are in seconds.
  public enum Number: String, Hashable, Sendable, CaseIterable {
    case responseTime = "responsetime"
    case duration, index, coverage
    case status = "http.status"
  }

  /// Keywords that are text.
  public enum Word: String, Hashable, Sendable, CaseIterable {
    case user, name, type, message
    case url = "http.url"
    case method = "http.method"
    case userAgent = "http.useragent"
    case clientIP = "http.clientip"
    case availabilityZone = "availabilityzone"
    case instanceID = "instance.id"
    case resourceARN = "resource.arn"
  }

  public enum Comparison: String, Hashable, Sendable, CaseIterable {
    case atLeast = ">="
    case atMost = "<="
    case notEqual = "!="
    case equal = "="
    case above = ">"
    case below = "<"
  }

  public enum TextTest: Hashable, Sendable {
    case equals(String)
    case differs(String)
    case contains(String)
    case begins(String)
    case ends(String)
  }

  public enum AnnotationTest: Hashable, Sendable {
    case text(TextTest)
    case number(Comparison, Double)
    case bool(isEqual: Bool, Bool)
  }

  /// Which services are meant: by name, or by parts of what X-Ray knows of them.
  public struct ServiceSelector: Hashable, Sendable {
    public var name: String?
    public var type: String?
    public var account: String?

    public init(name: String? = nil, type: String? = nil, account: String? = nil) {
      self.name = name
      self.type = type
      self.account = account
    }
  }

  public enum Cause: String, Hashable, Sendable, CaseIterable {
    case fault, error
    case responseTime = "responsetime"
  }

  public enum Part: String, Hashable, Sendable, CaseIterable {
    case service, entity, exception
  }

  public enum GroupKey: String, Hashable, Sendable, CaseIterable {
    case name = "group.name"
    case arn = "group.arn"
  }
}

extension TraceFilter {
  /// Reads a filter expression.
  public init(parsing text: String) throws(SyntaxError) {
    self = try Self.read(text).filter
  }

  /// Reads a filter expression along with what in it was probably not meant.
  public static func read(_ text: String) throws(SyntaxError) -> (filter: TraceFilter, warnings: [SyntaxWarning]) {
    var parser = TraceFilterParser(text)
    let filter = try parser.wholeExpression()
    return (filter, parser.warnings)
  }

  /// Every service that the filter speaks of.
  public var services: [ServiceSelector] {
    switch self {
    case .all(let filters), .any(let filters): filters.flatMap(\.services)
    case .not(let filter), .rootCause(_, _, let filter): filter.services
    case .service(let selector, let filter): (selector.map { [$0] } ?? []) + (filter?.services ?? [])
    case .edge(let from, let to, let filter): [from, to] + (filter?.services ?? [])
    case .flag, .number, .text, .annotation, .rootCauseDocument, .group: []
    }
  }
}
