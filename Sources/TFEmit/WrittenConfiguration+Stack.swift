public import InfraModel

extension WrittenConfiguration {
  /// The resources of the configuration as a stack that can be asked like any other. What only Swift said, such as the
  /// load that is expected, it does not know; what no type can hold it has as unreadable.
  public func stack(_ identity: StackIdentity, at location: SourceLocation) -> DeclaredStack {
    let reader = WrittenBlocks(identity: identity, blocks: blocks)
    let home = reader.region(of: "aws")
    let resources = blocks.sorted { $0.key < $1.key }.compactMap { key, block -> PlannedResource? in
      guard let address = reader.address(key) else { return nil }
      let provider = block["provider"]?.string ?? "aws"
      return PlannedResource(
        address: address, region: reader.region(of: provider), block: reader.block(block), location: location)
    }
    return DeclaredStack(identity, region: home, planned: resources)
  }
}

/// Reads blocks as Terraform's JSON has them, in which every text is a template.
private struct WrittenBlocks {
  let identity: StackIdentity
  let blocks: [String: JSON]

  /// `aws_sns_topic.alerts`, `data.aws_region.here`; `nil` for what is no resource.
  func address(_ key: String) -> Address? {
    var words = key.split(separator: ".").map(String.init)
    let isData = words.first == "data"
    if isData { words.removeFirst() }
    // Every type has its provider's name before an underscore; no section of a configuration has one.
    guard words.count == 2, words[0].contains("_") else { return nil }
    return Address(mode: isData ? .data : .managed, type: words[0], name: words[1])
  }

  /// `provider`: `aws`, or `aws.us_east_1`.
  func region(of provider: String) -> Region {
    guard let name = blocks["provider.\(provider)"]?["region"], case .text(let text) = value(name),
      case .literal(let region)? = text.parts.first.map({ part in literal(part) }) ?? nil
    else { return Region.unknown }
    return Region(rawValue: region)
  }

  private func literal(_ part: Text.Part) -> Text.Part? {
    switch part {
    case .literal: part
    case .expression(.variable(_, .text(let text))): text.literal.map { .literal($0) }
    case .expression(.variable(_, .literal(let literal))): .literal(literal)
    case .expression: nil
    }
  }

  func block(_ block: JSON) -> Block {
    let arguments = block.members.filter { MetaArgument(rawValue: $0.key) == nil }.map { name, content in
      (name, argument(name, content))
    }
    return Block(uniqueArguments: arguments)
  }

  private func argument(_ name: String, _ content: JSON) -> Value {
    if documentArguments.contains(name), let text = content.string,
      let document = try? JSON(reading: Array(text.utf8)), case .object = document
    {
      return .json(value(document))
    }
    return value(content)
  }

  private func value(_ content: JSON) -> Value {
    switch content {
    case .null: .text("")
    case .bool(let bool): .bool(bool)
    case .integer(let integer): .integer(integer)
    case .number(let number): .number(number)
    case .string(let string): .text(readTemplate(string, reference: expression))
    case .array(let elements): .list(elements.map { value($0) })
    case .object(let members): .map(members.mapValues { value($0) })
    }
  }

  /// What stands between `${` and `}`; `nil` for what waits for Terraform.
  private func expression(_ source: String) -> Expression? {
    if let choice = choice(source) { return choice }
    guard isPlainReference(source) else { return nil }
    if let variable = variable(source) { return variable }
    let words = source.split(separator: ".", maxSplits: source.hasPrefix("data.") ? 3 : 2).map(String.init)
    guard let attribute = words.last, let address = address(words.dropLast().joined(separator: ".")) else {
      return nil
    }
    return .attribute(Reference(address: address, attribute: attribute, stack: identity))
  }

  /// `var.name` with its default, without which the value is not known.
  private func variable(_ source: String) -> Expression? {
    guard source.hasPrefix("var.") else { return nil }
    let name = String(source.dropFirst("var.".count))
    guard let content = blocks["variable.\(name)"]?["default"], content != .null else { return nil }
    guard blocks["variable.\(name)"]?["sensitive"] != .bool(true) else {
      return .variable(name, default: .text(Text(.sensitive(SensitiveText(content.string ?? "\(content)")))))
    }
    return .variable(name, default: plain(content))
  }

  /// A default is no template.
  private func plain(_ content: JSON) -> Value {
    switch content {
    case .string(let string): .text(Text(string))
    case .array(let elements): .list(elements.map { plain($0) })
    case .object(let members): .map(members.mapValues { plain($0) })
    case .null, .bool, .integer, .number: value(content)
    }
  }

  /// `(var.name ? "Active" : "PassThrough")`, as a stack's choice between two words is written.
  private func choice(_ source: String) -> Expression? {
    guard source.hasPrefix("("), source.hasSuffix(")") else { return nil }
    let question = source.dropFirst().dropLast().split(separator: " ", omittingEmptySubsequences: false).map(
      String.init)
    guard question.count == 5, question[1] == "?", question[3] == ":", let condition = variable(question[0]),
      let first = word(question[2]), let second = word(question[4])
    else { return nil }
    return .conditional(condition, then: .literal(first), else: .literal(second))
  }

  private func word(_ source: String) -> Value? {
    guard !source.contains("\\"), !source.contains("${"), let value = try? JSON(reading: Array(source.utf8)) else {
      return nil
    }
    return plain(value)
  }
}
