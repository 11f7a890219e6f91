/// Breaks Swift into lines as `swift format` leaves them.
struct SwiftLayout {
  private(set) var lines = [""]
  let width: Int

  init(width: Int = 100) {
    self.width = width
  }

  /// Prints a statement from the beginning of a line.
  mutating func print(_ code: SwiftCode, indentation: Int) {
    write(String(repeating: " ", count: indentation))
    print(code, indentation, trailing: 0)
  }

  mutating func endLine() { lines.append("") }

  mutating func print(comment: String, indentation: Int) {
    let start = String(repeating: " ", count: indentation) + "//"
    for line in comment.wrapped(to: width - indentation - 3) {
      write(line.isEmpty ? start : "\(start) \(line)")
      endLine()
    }
  }

  private mutating func write(_ text: String) { lines[lines.count - 1] += text }

  private mutating func breakLine(_ indentation: Int) {
    endLine()
    write(String(repeating: " ", count: indentation))
  }

  private var column: Int { lines[lines.count - 1].count }

  /// - Parameters:
  ///   - indentation: That of the line on which the code begins.
  ///   - trailing: How many characters follow on the last line.
  ///   - isFollowed: Whether a member or a closure follows, so that a parenthesis that closes several lines stands alone.
  private mutating func print(_ code: SwiftCode, _ indentation: Int, trailing: Int, isFollowed: Bool = false) {
    if let flat = code.flat, column + flat.count + trailing <= width { return write(flat) }
    switch code {
    case .text(let text): write(text)
    case .string(let string): print(string, indentation)
    case .sequence(let parts):
      for (index, part) in parts.enumerated() {
        let rest = parts[(index + 1)...].first?.firstLength ?? trailing
        let isLast = index + 1 == parts.count
        print(part, indentation, trailing: rest, isFollowed: isLast ? isFollowed : true)
      }
    case .call(let name, let arguments, let closure):
      print(name, indentation, trailing: 1)
      let header = closure.map { $0.parameters.joined(separator: ", ").count + 7 }
      // A tuple's parenthesis stands alone, as one before a member or a closure does.
      print(
        arguments, indentation, trailing: header ?? trailing + 1,
        isFollowed: isFollowed || closure != nil || name == .text(""))
      if let closure { print(closure, indentation) }
    case .closure(let closure):
      write("{ \(closure.parameters.joined(separator: ", ")) in")
      breakLine(indentation + 2)
      print(closure.body, indentation + 2, trailing: 0)
      breakLine(indentation)
      write("}")
    case .collection(let elements, let isDictionary): print(elements, isDictionary, indentation)
    }
  }

  private mutating func print(
    _ arguments: [SwiftArgument], _ indentation: Int, trailing: Int, isFollowed: Bool
  ) {
    guard !arguments.isEmpty else { return write("()") }
    write("(")
    if arguments.count == 1, arguments[0].label == nil, arguments[0].comments.isEmpty, !isFollowed,
      case .collection(let elements, _) = arguments[0].value, !elements.isEmpty
    {
      print(arguments[0].value, indentation, trailing: trailing)
      return write(")")
    }
    let flat = arguments.map(\.flat)
    let labels = arguments.filter { $0.label != nil }.count
    let line = flat.allSatisfy { $0 != nil } ? flat.compactMap(\.self).joined(separator: ", ") : nil
    if let line, column + line.count + trailing <= width { return write(line + ")") }
    breakLine(indentation + 2)
    func close() {
      if isFollowed { breakLine(indentation) }
      write(")")
    }
    if let line, labels < 4, column + line.count + (isFollowed ? 0 : trailing) <= width {
      write(line)
      return close()
    }
    for (index, argument) in arguments.enumerated() {
      if !argument.comments.isEmpty {
        lines[lines.count - 1] = ""
        for comment in argument.comments { print(comment: comment, indentation: indentation + 2) }
        write(String(repeating: " ", count: indentation + 2))
      }
      if let label = argument.label { write("\(label): ") }
      let isLast = index + 1 == arguments.count
      // A text of several lines is indented further where a label stands before it.
      let isLabelled = if case .string = argument.value { argument.label != nil } else { false }
      print(argument.value, indentation + (isLabelled ? 4 : 2), trailing: isLast ? trailing : 1)
      if isLast { break }
      // Short arguments share a line, such as a type and its label.
      if labels < 3 || arguments[index + 1].label == nil, !arguments[index + 1].isClosure, let this = flat[index],
        let next = flat[index + 1],
        this.count < 60,
        column + 2 + next.count + (index + 2 == arguments.count ? trailing : 1) <= width,
        !lines[lines.count - 1].hasSuffix("]")
      {
        write(", ")
      } else {
        write(",")
        breakLine(indentation + 2)
      }
    }
    close()
  }

  private mutating func print(_ closure: SwiftClosure, _ indentation: Int) {
    write(" { \(closure.parameters.joined(separator: ", ")) in")
    breakLine(indentation + 2)
    print(closure.body, indentation + 2, trailing: 0)
    breakLine(indentation)
    write("}")
  }

  private mutating func print(_ elements: [SwiftElement], _ isDictionary: Bool, _ indentation: Int) {
    guard !elements.isEmpty else { return write(isDictionary ? "[:]" : "[]") }
    write("[")
    for element in elements {
      endLine()
      for comment in element.comments { print(comment: comment, indentation: indentation + 2) }
      write(String(repeating: " ", count: indentation + 2))
      if let key = element.key { write("\(key): ") }
      print(element.value, indentation + 2, trailing: 1)
      if elements.count > 1 { write(",") }
    }
    breakLine(indentation)
    write("]")
  }

  private mutating func print(_ string: SwiftString, _ indentation: Int) {
    // One line is the better choice for what no line end separates and is only a little too long.
    write("\"\"\"")
    for line in string.lines(width: max(40, width - indentation)) {
      endLine()
      if !line.isEmpty { write(String(repeating: " ", count: indentation) + line) }
    }
    breakLine(indentation)
    write("\"\"\"")
  }
}

extension SwiftCode {
  /// The code on one line; `nil` where it has comments or line ends.
  var flat: String? {
    switch self {
    case .text(let text): return text
    case .string(let string): return string.hasLineEnds ? nil : string.flat
    case .sequence(let parts):
      var line = ""
      for part in parts {
        guard let flat = part.flat else { return nil }
        line += flat
      }
      return line
    case .call(let name, let arguments, let closure):
      guard closure == nil, let name = name.flat else { return nil }
      var words: [String] = []
      for argument in arguments {
        guard let flat = argument.flat else { return nil }
        words.append(flat)
      }
      return "\(name)(\(words.joined(separator: ", ")))"
    case .closure(let closure):
      return closure.body.flat.map { "{ \(closure.parameters.joined(separator: ", ")) in \($0) }" }
    case .collection(let elements, let isDictionary):
      guard !elements.isEmpty else { return isDictionary ? "[:]" : "[]" }
      var words: [String] = []
      for element in elements {
        guard element.comments.isEmpty, let flat = element.value.flat else { return nil }
        words.append((element.key.map { "\($0): " } ?? "") + flat)
      }
      return "[\(words.joined(separator: ", "))]"
    }
  }

  /// The code on one line whatever it has, for an interpolation.
  var inline: String {
    switch self {
    case .text(let text): text
    case .string(let string): string.flat
    case .sequence(let parts): parts.map(\.inline).joined()
    case .call(let name, let arguments, let closure):
      "\(name.inline)("
        + arguments.map { ($0.label.map { "\($0): " } ?? "") + $0.value.inline }.joined(separator: ", ") + ")"
        + (closure.map { " { \($0.parameters.joined(separator: ", ")) in \($0.body.inline) }" } ?? "")
    case .closure(let closure): "{ \(closure.parameters.joined(separator: ", ")) in \(closure.body.inline) }"
    case .collection(let elements, let isDictionary):
      elements.isEmpty
        ? (isDictionary ? "[:]" : "[]")
        : "[" + elements.map { ($0.key.map { "\($0): " } ?? "") + $0.value.inline }.joined(separator: ", ") + "]"
    }
  }

  /// How much of the code stands on its first line at least.
  fileprivate var firstLength: Int {
    switch self {
    case .text(let text): text.count
    case .string, .collection, .closure: 1
    case .sequence(let parts): parts.first?.firstLength ?? 0
    case .call(let name, _, _): name.firstLength + 1
    }
  }
}

extension SwiftArgument {
  fileprivate var isClosure: Bool { if case .closure = value { true } else { false } }
  fileprivate var flat: String? { !comments.isEmpty ? nil : value.flat.map { (label.map { "\($0): " } ?? "") + $0 } }
}

extension String {
  /// The lines of a text, broken between words.
  fileprivate func wrapped(to width: Int) -> [String] {
    split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).flatMap { line -> [String] in
      guard line.count > width else { return [String(line)] }
      var lines: [String] = [""]
      for word in line.split(separator: " ", omittingEmptySubsequences: false) {
        if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].count + 1 + word.count > width { lines.append("") }
        lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
      }
      return lines
    }
  }
}
