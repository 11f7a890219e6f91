/// The name AWS knows a resource by, which is known before anything is written, so that it can be checked.
public enum PhysicalName: Hashable, Sendable {
  /// `<stack>-<environment>-<name>` between a fixed start and end that AWS asks for, such as `/aws/lambda/` or `.fifo`.
  case convention(prefix: String, suffix: String)
  /// `<stack>-<environment>-<name>-<account>`, for a name that is unique across all accounts, such as a bucket's: in the
  /// conventional one, only the first account to create it succeeds. `account`: `stack.callerIdentity().accountID`.
  case conventionInAccount(Text)
  /// Exactly this name.
  case exactly(String)

  public static let conventional = PhysicalName.convention(prefix: "", suffix: "")

  /// - Parameters:
  ///   - start: What conventional names start with, `<stack>-<environment>` unless the stack sets another.
  ///   - repetition: `count` or `for_each`, whose instances need names of their own.
  func resolved(for name: String, prefix start: Text, repeated repetition: Repetition? = nil) -> Text {
    switch self {
    case .convention(let prefix, let suffix):
      if let repetition { return "\(prefix)\(start)-\(name)-\(repetition.suffix)\(suffix)" }
      // Nearly every prefix is known, and then the name is one string instead of a text of parts.
      if let start = start.literal { return Text(joined(prefix, start, "-", name, suffix)) }
      return "\(prefix)\(start)-\(name)\(suffix)"
    case .conventionInAccount(let account):
      let name = PhysicalName.conventional.resolved(for: name, prefix: start, repeated: repetition)
      return "\(name)-\(account)"
    case .exactly(let name): return Text(name)
    }
  }
}

/// Joins the parts into one string with reserved capacity. Every resource has a name, and appending piece by piece
/// would reallocate it four times.
private func joined(_ parts: String...) -> String {
  var joined = ""
  joined.reserveCapacity(parts.reduce(0) { $0 + $1.utf8.count })
  for part in parts { joined += part }
  return joined
}

extension PhysicalName: ExpressibleByStringLiteral {
  public init(stringLiteral name: String) {
    self = .exactly(name)
  }
}

/// AWS's rules for the names of one kind of resource.
public struct NamingRule: Sendable {
  /// The Terraform argument that holds the name, such as `function_name`.
  public var argument: String
  public var length: ClosedRange<Int>
  /// The characters AWS accepts, as people write them, such as `a-z A-Z 0-9 - _`.
  public var characters: NameCharacters
  /// Resources that share a namespace in one region, such as metric and composite alarms. The type where `nil`.
  public var space: String?
  /// Whether the name is unique in an account across all regions.
  public var isGlobal: Bool
  /// Whether the name is unique across all accounts.
  public var isWorldwide: Bool
  /// Whether AWS treats `Alerts` and `alerts` as one name, as IAM does.
  public var ignoresCase: Bool

  public init(
    argument: String = "name", length: ClosedRange<Int>, characters: NameCharacters, space: String? = nil,
    isGlobal: Bool = false, isWorldwide: Bool = false, ignoresCase: Bool = false
  ) {
    self.argument = argument
    self.length = length
    self.characters = characters
    self.space = space
    self.isGlobal = isGlobal || isWorldwide
    self.isWorldwide = isWorldwide
    self.ignoresCase = ignoresCase
  }
}

/// A set of characters that names may contain.
public struct NameCharacters: Sendable {
  /// The set as messages describe it: `letters, digits, - and _`.
  public let description: String
  package let contains: @Sendable (Unicode.Scalar) -> Bool
  /// One bit for each character of ASCII, in which nearly all names are written.
  private let ascii: (low: UInt64, high: UInt64)

  public init(_ description: String, contains: @escaping @Sendable (Unicode.Scalar) -> Bool) {
    self.description = description
    self.contains = contains
    func bits(from start: UInt8) -> UInt64 {
      (0..<64).reduce(0) { contains(Unicode.Scalar(start + $1)) ? $0 | 1 << $1 : $0 }
    }
    ascii = (bits(from: 0), bits(from: 64))
  }

  /// Whether a name contains only these characters.
  package func spell(_ name: String) -> Bool {
    name.withBytes { $0.allSatisfy { $0 < 128 && (($0 < 64 ? ascii.low : ascii.high) >> ($0 & 63)) & 1 == 1 } }
      || name.unicodeScalars.allSatisfy(contains)
  }

  /// Letters and digits of ASCII, and these.
  public static func alphanumerics(and others: String) -> NameCharacters {
    let others = Array(others.unicodeScalars)
    return NameCharacters("letters, digits and \(others.map(String.init).joined(separator: " "))") { scalar in
      isASCIILetterOrDigit(scalar) || others.contains(scalar)
    }
  }

  /// Lower-case letters and digits of ASCII, and these.
  package static func lowercase(and others: String) -> NameCharacters {
    let others = Array(others.unicodeScalars)
    let marks = others.map(String.init).joined(separator: " ")
    return NameCharacters("lower-case letters, digits and \(marks)") { scalar in
      switch scalar {
      case "a"..."z", "0"..."9": true
      default: others.contains(scalar)
      }
    }
  }

  /// Anything but control characters.
  public static let printable = NameCharacters("characters other than control characters") { scalar in
    scalar.value >= 0x20 && scalar.value != 0x7f
  }
}

package func isASCIILetterOrDigit(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar {
  case "a"..."z", "A"..."Z", "0"..."9": true
  default: false
  }
}
