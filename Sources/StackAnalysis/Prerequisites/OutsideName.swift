import TerraformModel

/// What something outside of the stack is called: an ARN, an id, a host. Parts of it may depend on the account or on a
/// variable.
public struct OutsideName: Hashable, Sendable {
  /// A part of a name.
  public enum Part: Hashable, Sendable {
    /// Text as it stands.
    case literal(String)
    /// The id of the account that Terraform runs in.
    case account
    /// The value of a variable; `assumed` is its default or example.
    case variable(String, assumed: String)
  }

  /// The parts in order.
  public private(set) var parts: [Part]
  /// Only what follows the last of these characters, such as a user pool's id in its ARN.
  public private(set) var start: Character?

  /// A name of several parts.
  public init(_ parts: [Part]) {
    self.parts = parts
  }

  /// A name that nothing else decides.
  public init(_ literal: String) {
    parts = [.literal(literal)]
  }

  /// The text where it contains nothing but the account and variables besides literals; `nil` for one that refers to a
  /// resource.
  init?(_ text: Text) {
    parts = []
    for part in text.parts {
      switch part {
      case .literal(let literal): parts.append(.literal(literal))
      case .expression(.variable(let name, default: let value)):
        guard let assumed = value.assumedWord else { return nil }
        parts.append(.variable(name, assumed: assumed))
      case .expression(.attribute(let reference)):
        guard reference.address.type == "aws_caller_identity", reference.attribute == "account_id" else { return nil }
        parts.append(.account)
      case .expression: return nil
      }
    }
  }

  /// With the variables' defaults or examples, and `ACCOUNT` for the account's id.
  public var assumed: String {
    let whole = parts.map { part in
      switch part {
      case .literal(let literal): literal
      case .account: "ACCOUNT"
      case .variable(_, let assumed): assumed
      }
    }.joined()
    guard let start else { return whole }
    return String(whole.split(separator: start, omittingEmptySubsequences: false).last ?? "")
  }

  /// The variables that it depends on, in order.
  public var variables: [String] {
    parts.compactMap { if case .variable(let name, _) = $0 { name } else { nil } }
  }

  func after(_ start: Character) -> OutsideName {
    var name = self
    name.start = start
    return name
  }

  /// Without an end, if it ends in it.
  func without(suffix: String) -> OutsideName {
    guard case .literal(let literal)? = parts.last, literal.hasSuffix(suffix) else { return self }
    var name = self
    name.parts[parts.count - 1] = .literal(String(literal.dropLast(suffix.count)))
    return name
  }
}

extension OutsideName: CustomStringConvertible {
  /// `assumed`, with the variables that decide it.
  public var description: String {
    variables.isEmpty ? assumed : "\(assumed) (\(variables.map { "var.\($0)" }.joined(separator: ", ")))"
  }
}

extension Value {
  fileprivate var assumedWord: String? {
    switch self {
    case .text(let text): text.literal
    case .literal(let literal): literal
    case .integer(let integer): String(integer)
    case .bool(let bool): String(bool)
    default: nil
    }
  }
}
