import InfraModel

/// Reads a template as it stands in a configuration in JSON, whose source a plan keeps.
///
/// - Parameter examined: Counts the characters that are looked at, for a test that they are not looked at over and over.
func readTemplate(_ source: String, examined: inout Int, reference: (String) -> Expression?) -> Text {
  var text = Text("")
  var rest = Substring(source)
  while let dollar = rest.firstIndex(where: { $0 == "$" || $0 == "%" }) {
    text.append(literal: String(rest[..<dollar]))
    rest = rest[dollar...]
    let mark = String(rest[dollar])
    if rest.hasPrefix("\(mark)\(mark){") {
      text.append(literal: "\(mark){")
      rest = rest.dropFirst(3)
    } else if rest.hasPrefix("${") {
      // Terraform takes no template in which one is left open, so nothing behind it is looked for.
      guard let end = endOfInterpolation(rest, examined: &examined) else { break }
      let inner = rest[rest.index(rest.startIndex, offsetBy: 2)..<end].drop { $0 == " " }
      let trimmed = String(inner)
      text.append(Text(reference(trimmed) ?? .knownAfterApply(reading: [])))
      rest = rest[rest.index(after: end)...]
    } else {
      text.append(literal: mark)
      rest = rest.dropFirst()
    }
  }
  text.append(literal: String(rest))
  return text
}

func readTemplate(_ source: String, reference: (String) -> Expression?) -> Text {
  var examined = 0
  return readTemplate(source, examined: &examined, reference: reference)
}

/// Where the brace closes that `${` opens; `nil` where none does.
private func endOfInterpolation(_ text: Substring, examined: inout Int) -> Substring.Index? {
  var depth = 0
  var isQuoted = false
  var isEscaped = false
  var index = text.index(text.startIndex, offsetBy: 1)
  while index < text.endIndex {
    let character = text[index]
    examined += 1
    if isQuoted {
      if isEscaped {
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else if character == "\"" {
        isQuoted = false
      }
    } else if character == "\"" {
      isQuoted = true
    } else if character == "{" {
      depth += 1
    } else if character == "}" {
      depth -= 1
      if depth == 0 { return index }
    }
    index = text.index(after: index)
  }
  return nil
}

/// Whether an expression is a reference and nothing else: words, full stops and brackets.
func isPlainReference(_ source: String) -> Bool {
  !source.isEmpty
    && source.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."),
        UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: "\""):
        true
      default: false
      }
    }
}
