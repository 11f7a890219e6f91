extension HCLFile {
  /// The file as `terraform fmt` leaves it, with its comments.
  public var source: String {
    var printer = HCLPrinter()
    printer.print(body)
    return printer.source
  }
}

extension HCLExpression {
  /// The expression as Terraform reads it: on one line, unless it has heredocs, comments or is long.
  public var source: String {
    var printer = HCLPrinter()
    printer.print(self)
    return String(printer.source.dropLast())
  }

  /// The expression on one line; a heredoc is a quoted string there, and comments are left out.
  public var inlineSource: String {
    var printer = HCLPrinter(isInline: true)
    printer.print(self)
    return String(printer.source.dropLast())
  }
}

/// Writes a tree line by line. The lines are aligned when all are there.
struct HCLPrinter {
  private struct Line {
    var indentation = 0
    var text = ""
    /// How many characters stand before the equals sign, if `terraform fmt` aligns it with its neighbors.
    var assignment: Int?
    var comment: String?
    /// A line of a heredoc, which stands as it is.
    var isVerbatim = false
  }

  private var lines = [Line()]
  private var indentation = 0
  /// Whether a heredoc has ended on this line, so that nothing else can stand on it.
  private var hasEnded = false
  private let isInline: Bool

  /// What `terraform fmt` would leave on one line can be longer; people break it before.
  private static let longestLine = 100

  init(isInline: Bool = false) {
    self.isInline = isInline
  }

  var source: String {
    var lines = lines
    if lines.last?.text.isEmpty == true { lines.removeLast() }
    align(&lines)
    return lines.map(written).joined(separator: "\n") + "\n"
  }

  private func written(_ line: Line) -> String {
    if line.isVerbatim { return line.text }
    let text = line.text + (line.comment.map { (line.text.isEmpty ? "" : " ") + $0 } ?? "")
    return text.isEmpty ? "" : String(repeating: "  ", count: line.indentation) + text
  }

  /// Neighboring assignments have their equals signs in one column, and neighboring comments begin in one.
  private func align(_ lines: inout [Line]) {
    for run in runs(of: lines, where: { $0.assignment != nil }) {
      let width = run.compactMap { lines[$0].assignment }.max() ?? 0
      for index in run {
        let place = lines[index].assignment ?? width
        let spaces = String(repeating: " ", count: width - place)
        let text = lines[index].text
        lines[index].text.insert(contentsOf: spaces, at: text.index(text.startIndex, offsetBy: place))
      }
    }
    for run in runs(of: lines, where: { $0.comment != nil && !$0.text.isEmpty }) {
      let width = run.map { lines[$0].indentation * 2 + lines[$0].text.count }.max() ?? 0
      for index in run {
        let line = lines[index]
        lines[index].text += String(repeating: " ", count: width - line.indentation * 2 - line.text.count)
      }
    }
  }

  /// The lines that are neighbors. To `terraform fmt`, the lines of a heredoc are part of the line that it begins on.
  private func runs(of lines: [Line], where fits: (Line) -> Bool) -> [[Int]] {
    var runs: [[Int]] = [[]]
    for index in lines.indices where !lines[index].isVerbatim {
      if fits(lines[index]) {
        runs[runs.count - 1].append(index)
      } else if runs.last?.isEmpty == false {
        runs.append([])
      }
    }
    return runs
  }

  // MARK: Lines

  private mutating func write(_ text: String) {
    if hasEnded { breakLine() }
    if lines[lines.count - 1].text.isEmpty { lines[lines.count - 1].indentation = indentation }
    lines[lines.count - 1].text += text
  }

  private mutating func breakLine() {
    lines.append(Line())
    hasEnded = false
  }

  private mutating func print(_ comments: [HCLComment]) {
    for line in comments.flatMap(\.lines) {
      if !lines[lines.count - 1].text.isEmpty { breakLine() }
      write(line.isEmpty ? "#" : "# \(line)")
      breakLine()
    }
  }

  private mutating func end(with comment: HCLComment?) {
    let text = comment.map { $0.lines.filter { !$0.isEmpty }.joined(separator: " ") }
    if let text, hasEnded { write("# \(text)") } else if let text { lines[lines.count - 1].comment = "# \(text)" }
    breakLine()
  }
}

// MARK: - Bodies

extension HCLPrinter {
  mutating func print(_ body: HCLBody) {
    for (index, item) in body.items.enumerated() {
      if index > 0, item.startsParagraph { breakLine() }
      print(item.comments)
      switch item.content {
      case .attribute(let attribute): printAssignment(attribute.name, "=", attribute.value)
      case .block(let block): print(block)
      }
      end(with: item.trailingComment)
    }
    print(body.closingComments)
  }

  private mutating func print(_ block: HCLBlock) {
    let labels = block.labels.map { " " + HCLTemplate($0).quoted }.joined()
    write("\(block.type)\(labels) {")
    if !block.body.items.isEmpty || !block.body.closingComments.isEmpty {
      indentation += 1
      breakLine()
      print(block.body)
      indentation -= 1
    }
    write("}")
  }

  /// `name = value`, aligned with its neighbors if it has one line or is a heredoc.
  private mutating func printAssignment(_ key: String, _ sign: String, _ value: HCLExpression) {
    write(key)
    let line = lines.count - 1
    let place = lines[line].text.count
    write(" \(sign) ")
    print(value)
    if lines.count - 1 == line || lines[line + 1].isVerbatim { lines[line].assignment = place }
  }
}

// MARK: - Expressions

extension HCLPrinter {
  mutating func print(_ expression: HCLExpression) {
    switch expression.kind {
    case .null: write("null")
    case .bool(let flag): write(flag ? "true" : "false")
    case .number(let number): write(number)
    case .template(let template): print(template)
    case .name(let name): write(name)
    case .tuple(let elements, let comments): printTuple(elements, comments)
    case .object(let members, let comments): printObject(members, comments)
    case .comprehension(let comprehension): print(comprehension)
    case .call(let call): print(call)
    case .parenthesized(let inner):
      write("(")
      print(inner)
      write(")")
    case .unary(let prefix, let operand):
      write(prefix.rawValue)
      print(operand)
    case .chain(let first, let rest):
      print(first)
      for operation in rest {
        write(" \(operation.operation.rawValue) ")
        print(operation.operand)
      }
    case .conditional(let condition, let first, let second):
      print(condition)
      write(" ? ")
      print(first)
      write(" : ")
      print(second)
    case .traversal(let base, let steps):
      print(base)
      for step in steps { print(step) }
    }
  }

  private mutating func print(_ step: HCLStep) {
    switch step {
    case .attribute(let name): write(".\(name)")
    case .legacyIndex(let index): write(".\(index)")
    case .attributeSplat: write(".*")
    case .fullSplat: write("[*]")
    case .index(let key):
      write("[")
      print(key)
      write("]")
    }
  }

  private mutating func print(_ call: HCLCall) {
    write("\(call.name)(")
    for (index, argument) in call.arguments.enumerated() {
      if index > 0 { write(", ") }
      print(argument)
    }
    write(call.expandsLast ? "...)" : ")")
  }

  private mutating func print(_ comprehension: HCLComprehension) {
    let isObject = if case .object = comprehension.result { true } else { false }
    write(isObject ? "{ for " : "[for ")
    write(comprehension.names.joined(separator: ", "))
    write(" in ")
    print(comprehension.collection)
    write(" : ")
    switch comprehension.result {
    case .tuple(let element): print(element)
    case .object(let key, let value, let groups):
      print(key)
      write(" => ")
      print(value)
      if groups { write("...") }
    }
    if let condition = comprehension.condition {
      write(" if ")
      print(condition)
    }
    write(isObject ? " }" : "]")
  }

  private mutating func printTuple(_ elements: [HCLElement], _ comments: [HCLComment]) {
    let isPlain = comments.isEmpty && elements.allSatisfy { $0.comments.isEmpty && $0.trailingComment == nil }
    if isInline || isPlain && fits(HCLExpression(.tuple(elements, closingComments: []))) {
      write("[")
      for (index, element) in elements.enumerated() {
        if index > 0 { write(", ") }
        print(element.value)
      }
      return write("]")
    }
    write("[")
    indentation += 1
    breakLine()
    for element in elements {
      print(element.comments)
      print(element.value)
      write(",")
      end(with: element.trailingComment)
    }
    print(comments)
    indentation -= 1
    write("]")
  }

  private mutating func printObject(_ members: [HCLMember], _ comments: [HCLComment]) {
    let isPlain = comments.isEmpty && members.allSatisfy { $0.comments.isEmpty && $0.trailingComment == nil }
    if members.isEmpty && comments.isEmpty { return write("{}") }
    if isInline || isPlain && fits(HCLExpression(.object(members, closingComments: []))) {
      write("{ ")
      for (index, member) in members.enumerated() {
        if index > 0 { write(", ") }
        print(member.key)
        write(" = ")
        print(member.value)
      }
      return write(" }")
    }
    write("{")
    indentation += 1
    breakLine()
    for member in members {
      print(member.comments)
      printAssignment(member.key.inlineSource, "=", member.value)
      end(with: member.trailingComment)
    }
    print(comments)
    indentation -= 1
    write("}")
  }

  /// Whether a collection can stay on its line: it is short, and it has no heredoc and no comment.
  private func fits(_ collection: HCLExpression) -> Bool {
    guard collection.isPlain else { return false }
    return indentation * 2 + (lines.last?.text.count ?? 0) + collection.inlineSource.count <= Self.longestLine
  }
}

extension HCLExpression {
  /// Whether it has neither heredocs nor comments, so that it can stand on one line.
  fileprivate var isPlain: Bool {
    switch kind {
    case .null, .bool, .number, .name: true
    case .template(let template): template.isPlain
    case .tuple(let elements, let comments):
      comments.isEmpty
        && elements.allSatisfy { $0.comments.isEmpty && $0.trailingComment == nil && $0.value.isPlain }
    case .object(let members, let comments):
      comments.isEmpty
        && members.allSatisfy {
          $0.comments.isEmpty && $0.trailingComment == nil && $0.key.isPlain && $0.value.isPlain
        }
    case .comprehension(let comprehension): comprehension.parts.allSatisfy(\.isPlain)
    case .call(let call): call.arguments.allSatisfy(\.isPlain)
    case .parenthesized(let inner), .unary(_, let inner): inner.isPlain
    case .chain(let first, let rest): first.isPlain && rest.allSatisfy(\.operand.isPlain)
    case .conditional(let condition, let first, let second):
      condition.isPlain && first.isPlain && second.isPlain
    case .traversal(let base, let steps):
      base.isPlain && steps.allSatisfy { if case .index(let key) = $0 { key.isPlain } else { true } }
    }
  }
}

extension HCLComprehension {
  /// The expressions that it is made of.
  public var parts: [HCLExpression] {
    let results: [HCLExpression] =
      switch result {
      case .tuple(let element): [element]
      case .object(let key, let value, _): [key, value]
      }
    return [collection] + results + [condition].compactMap(\.self)
  }
}

// MARK: - Templates

extension HCLTemplate {
  fileprivate var isPlain: Bool {
    if case .heredoc = form { return false }
    return parts.allSatisfy { $0.expression?.isPlain ?? true }
  }

  /// Between quotes, which no line end can be.
  var quoted: String {
    let parts = if case .heredoc = form { evaluatedParts } else { parts }
    return "\"" + parts.source { $0.escapedForQuotes } + "\""
  }
}

extension HCLTemplate.Part {
  /// The expression in it.
  public var expression: HCLExpression? {
    switch self {
    case .interpolation(let expression, _), .condition(let expression, _), .loop(_, in: let expression, _): expression
    case .literal, .otherwise, .endOfCondition, .endOfLoop: nil
    }
  }

  fileprivate var source: String {
    switch self {
    case .literal(let text): text
    case .interpolation(let expression, let strip): "$" + strip.braces(expression.inlineSource)
    case .condition(let expression, let strip): "%" + strip.braces("if \(expression.inlineSource)")
    case .otherwise(let strip): "%" + strip.braces("else")
    case .endOfCondition(let strip): "%" + strip.braces("endif")
    case .loop(let names, let collection, let strip):
      "%" + strip.braces("for \(names.joined(separator: ", ")) in \(collection.inlineSource)")
    case .endOfLoop(let strip): "%" + strip.braces("endfor")
    }
  }
}

extension HCLStrip {
  fileprivate func braces(_ content: String) -> String {
    "{\(contains(.before) ? "~" : "")\(content)\(contains(.after) ? "~" : "")}"
  }
}

extension [HCLTemplate.Part] {
  /// A sigil right before an interpolation would join it to an escape, so it goes into an interpolation of its own.
  fileprivate func source(_ escaped: (String) -> String) -> String {
    var source = ""
    for (index, part) in enumerated() {
      guard case .literal(let text) = part else {
        source += part.source
        continue
      }
      let isBeforeSequence = index + 1 < count && self[index + 1].strip != nil
      let sigils = isBeforeSequence ? text.utf8.reversed().prefix { $0.isSigil }.count : 0
      let escapes = escaped(String(decoding: text.utf8.dropLast(sigils), as: UTF8.self).escapedSequences)
      source += escapes
      if sigils > 0 { source += "${\"" + String(decoding: text.utf8.suffix(sigils), as: UTF8.self) + "\"}" }
    }
    return source
  }
}

extension HCLPrinter {
  private mutating func print(_ template: HCLTemplate) {
    guard case .heredoc(let marker, let isIndented) = template.form, !isInline else { return write(template.quoted) }
    write("<<\(isIndented ? "-" : "")\(marker)")
    let text = template.parts.source { $0 }
    // A heredoc always ends with a line end, or is empty.
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
      lines.append(Line(text: String(line), isVerbatim: true))
    }
    lines.append(Line(text: marker, isVerbatim: true))
    hasEnded = true
  }
}

extension String {
  /// `$${` for `${` and `%%{` for `%{`.
  fileprivate var escapedSequences: String {
    var escaped: [UInt8] = []
    for byte in utf8 {
      if byte == UInt8(ascii: "{"), let last = escaped.last, last.isSigil { escaped.append(last) }
      escaped.append(byte)
    }
    // The sigil was appended behind its twin, which is the same.
    return String(decoding: escaped, as: UTF8.self)
  }

  fileprivate var escapedForQuotes: String {
    var escaped = ""
    for scalar in unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case "\"": escaped += "\\\""
      case "\n": escaped += "\\n"
      case "\r": escaped += "\\r"
      case "\t": escaped += "\\t"
      case _ where scalar.value < 32 || scalar.value == 127 || scalar.value == 0xfeff:
        let digits = String(scalar.value, radix: 16)
        escaped += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}

extension UInt8 {
  fileprivate var isSigil: Bool { self == UInt8(ascii: "$") || self == UInt8(ascii: "%") }
}
