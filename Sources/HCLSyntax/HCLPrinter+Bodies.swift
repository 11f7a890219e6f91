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
  mutating func printAssignment(_ key: String, _ sign: String, _ value: HCLExpression) {
    write(key)
    let line = lines.count - 1
    let place = lines[line].text.count
    write(" \(sign) ")
    print(value)
    if lines.count - 1 == line || lines[line + 1].isVerbatim { lines[line].assignment = place }
  }
}
