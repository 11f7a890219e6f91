/// A JSON document as it was read. It knows nothing of Terraform: text in it is text.
public enum JSON: Hashable, Sendable {
  case null
  case bool(Bool)
  /// A number without fraction and exponent that fits.
  case integer(Int)
  case number(Double)
  case string(String)
  case array([JSON])
  case object([String: JSON])
}

extension JSON {
  /// The member of an object; `nil` where there is none, or no object.
  public subscript(_ key: String) -> JSON? {
    if case .object(let members) = self { members[key] } else { nil }
  }

  public var string: String? {
    if case .string(let string) = self { string } else { nil }
  }

  public var integer: Int? {
    if case .integer(let integer) = self { integer } else { nil }
  }

  public var array: [JSON]? {
    if case .array(let elements) = self { elements } else { nil }
  }
}

/// Why something is no JSON document, and where.
public struct JSONError: Error, Hashable {
  /// Counted from 1. A column is a byte of UTF-8, as in Swift's own messages.
  public let line: Int
  public let column: Int
  /// One clause without a full stop.
  public let reason: String
}

extension JSONError: CustomStringConvertible {
  public var description: String { "line \(line), column \(column): \(reason)" }
}

/// The members of objects that a reader passes over, by where they are. An element of a list is where the list is.
struct JSONOmissions: Sendable {
  let names: Set<String>
  /// Those further down, by the names of the members that they are in.
  let inner: [String: @Sendable () -> JSONOmissions]

  init(_ names: Set<String> = [], in inner: [String: @Sendable () -> JSONOmissions] = [:]) {
    self.names = names
    self.inner = inner
  }
}
