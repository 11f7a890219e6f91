public import TerraformModel

/// Which requests a route of an HTTP API matches, as text: `route_key`. Terraform accepts any text, and API Gateway
/// accepts a path without a leading slash and never matches it.
///
/// `HTTPRoute.Key` writes it; this type parses route keys written elsewhere.
public enum RouteKey: Hashable, Sendable {
  /// `$default`
  case `default`
  case on(HTTPMethod, [Segment])

  /// The part of a path between two slashes.
  public enum Segment: Hashable, Sendable {
    case literal(String)
    /// `{id}`
    case variable(String)
    /// `{rest+}`: a greedy path variable, which matches the rest of the path.
    case rest(String)
  }
}

extension RouteKey {
  /// Reads a route key.
  public init(parsing text: String) throws(SyntaxError) {
    var cursor = TextCursor(text)
    if text == "$default" {
      self = .default
      return
    }
    let method = try Self.method(at: &cursor)
    guard cursor.take(" ") else {
      throw cursor.error(expected: "a space and a path", hint: "write `\(method.rawValue) /path`")
    }
    self = .on(method, try Self.path(at: &cursor))
  }

  private static func method(at cursor: inout TextCursor) throws(SyntaxError) -> HTTPMethod {
    let start = cursor.offset
    let word = cursor.run(while: \.isLetter)
    if let method = HTTPMethod(rawValue: word), cursor.next != UInt8(ascii: "/") { return method }
    let path = cursor.rest()
    let hint: String? =
      if HTTPMethod(rawValue: word) != nil {
        "write a space between the method and the path: `\(word) \(path)`"
      } else if let method = HTTPMethod(rawValue: word.uppercased()), path.hasPrefix(" ") {
        "write `\(method.rawValue)` in capitals"
      } else if word.isEmpty, path.hasPrefix("/") {
        "write the method before the path: `ANY \(path)`"
      } else if word.isEmpty, path.hasPrefix("$") {
        "write `$default`, or a method and a path"
      } else if path.utf8.contains(UInt8(ascii: "/")), !path.hasPrefix(" ") {
        "write a method and a slash before it: `ANY /\(word)\(path)`"
      } else {
        suggestion(for: word, among: HTTPMethod.allCases.map(\.rawValue)).map { "write `\($0)`" }
      }
    throw cursor.error(
      at: start, expected: "`$default`, or a method and a path",
      hint: hint ?? "write a method such as `GET` or `ANY`, a space, and a path that begins with `/`")
  }

  private static func path(at cursor: inout TextCursor) throws(SyntaxError) -> [Segment] {
    guard cursor.next == UInt8(ascii: "/") else {
      throw cursor.error(expected: "`/`", hint: "begin the path with a slash, or no request matches it")
    }
    var segments: [Segment] = []
    while !cursor.isAtEnd {
      if case .rest(let name)? = segments.last {
        throw cursor.error(expected: "the end", hint: "move `{\(name)+}` to the end: it matches the rest of the path")
      }
      guard cursor.take("/") else { throw cursor.error(expected: "`/` or the end") }
      segments.append(try segment(at: &cursor))
    }
    return segments == [.literal("")] ? [] : segments
  }

  private static func segment(at cursor: inout TextCursor) throws(SyntaxError) -> Segment {
    guard cursor.take("{") else {
      let start = cursor.offset
      let name = cursor.run { $0 > 32 && $0 < 127 && !"/{}?#".utf8.contains($0) }
      if name.hasPrefix(":") {
        throw cursor.error(
          at: start, expected: "the part of a path", hint: "write `{\(name.dropFirst())}` for `\(name)`")
      }
      if let byte = cursor.next, byte != UInt8(ascii: "/") {
        let hint: String? =
          switch byte {
          case UInt8(ascii: "{"): "write the variable as a whole part, between two slashes"
          case UInt8(ascii: "?"): "remove the query: routes differ only by method and path"
          default: nil
          }
        throw cursor.error(expected: "`/` or the end", hint: hint)
      }
      return .literal(name)
    }
    let name = cursor.run { $0.isWordByte || "-.:".utf8.contains($0) }
    guard !name.isEmpty else { throw cursor.error(expected: "the name of a variable") }
    let isRest = cursor.take("+")
    guard cursor.take("}") else { throw cursor.error(expected: "`}`", hint: "close the brace after '\(name)'") }
    return isRest ? .rest(name) : .variable(name)
  }
}
