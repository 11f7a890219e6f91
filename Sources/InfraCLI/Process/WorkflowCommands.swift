/// Commands for GitHub's runner, of which each is a line. Untrusted text in them is escaped here, so that none can be
/// made of a text.
struct WorkflowCommands {
  enum Annotation: String {
    case error
    case warning
    case notice
  }

  private(set) var lines: [String] = []

  mutating func append(_ annotation: Annotation, _ properties: [(name: String, value: String)], message: String) {
    let list = properties.map { "\($0.name)=\(escapedProperty($0.value))" }.joined(separator: ",")
    lines.append("::\(annotation.rawValue) \(list)::\(escapedMessage(message))")
  }
}

/// Per cent, carriage return and newline would end a command or be read as an escape.
private func escapedMessage(_ text: String) -> String {
  escaped(text, [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")])
}

/// In a property, a colon and a comma would end it as well.
private func escapedProperty(_ text: String) -> String {
  escaped(text, [("%", "%25"), ("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C")])
}

/// By scalars, since `\r\n` is one character of Swift's. The runner's log shows the rest, so what would be hidden there is
/// an escape here too.
private func escaped(_ text: String, _ escapes: [(Unicode.Scalar, String)]) -> String {
  text.unicodeScalars.map { scalar in
    escapes.first { $0.0 == scalar }?.1 ?? inLine(String(scalar))
  }.joined()
}
