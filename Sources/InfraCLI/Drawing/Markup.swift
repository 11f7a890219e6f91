/// HTML or SVG. All text in it is escaped, so a stack named `<script>` is displayed under that name.
struct Markup {
  private var text: String

  private init(verbatim text: String) {
    self.text = text
  }

  /// Text from any source, escaped.
  static func text(_ text: String) -> Markup {
    Markup(verbatim: escaped(text))
  }

  /// An element with its attributes in order. Names are constants; values may come from any source.
  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ children: [Markup]
  ) -> Markup {
    var text = "<\(name)"
    for (attribute, value) in attributes { text += " \(attribute)=\"\(escaped(value))\"" }
    text += ">"
    for child in children { text += child.text }
    return Markup(verbatim: text + "</\(name)>")
  }

  static func element(
    _ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>, _ text: String
  ) -> Markup {
    element(name, attributes, [.text(text)])
  }

  static func element(_ name: StaticString, _ children: [Markup]) -> Markup { element(name, [:], children) }
  static func element(_ name: StaticString, _ text: String) -> Markup { element(name, [:], text) }

  /// An element that HTML knows to have no end, such as `meta`.
  static func empty(_ name: StaticString, _ attributes: KeyValuePairs<StaticString, String>) -> Markup {
    var text = "<\(name)"
    for (attribute, value) in attributes { text += " \(attribute)=\"\(escaped(value))\"" }
    return Markup(verbatim: text + ">")
  }

  /// A style sheet or script that ships with infra-gen, which is not escaped.
  static func asset(_ asset: Asset) -> Markup {
    Markup(verbatim: "<\(asset.element)>\(asset.text)</\(asset.element)>")
  }

  static func group(_ children: [Markup]) -> Markup {
    Markup(verbatim: children.map(\.text).joined())
  }

  static let nothing = Markup(verbatim: "")
  /// Where a line of the file may end.
  static let newline = Markup(verbatim: "\n")

  /// The markup as a whole HTML page.
  var page: String { "<!doctype html>\n\(text)\n" }
  /// The markup as a separate file.
  var file: String { "\(text)\n" }
}

/// The text, escaped for both elements and attributes.
private func escaped(_ text: String) -> String {
  var escaped = ""
  // XML has no way to write most control characters, and bidirectional ones would show the rest in another order.
  for scalar in printable(text).unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&#39;"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}
