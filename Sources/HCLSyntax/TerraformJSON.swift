extension HCLFile {
  /// Reads a `.tf.json` file, as the blocks and attributes that the same configuration has in HCL.
  ///
  /// JSON does not tell nested blocks from arguments. Those of Terraform's own language, such as `lifecycle`, become blocks;
  /// of a provider's resources every member becomes an argument, and a block among them has objects for its value.
  ///
  /// Source: https://developer.hashicorp.com/terraform/language/syntax/json
  ///
  /// - Throws: `HCLSyntaxError` with the first place that is not Terraform JSON.
  public init(readingJSON bytes: [UInt8]) throws(HCLSyntaxError) {
    var parser = JSONTreeParser(bytes)
    let reader = TerraformJSONReader(bytes: bytes)
    self.init(body: try reader.body(of: [try parser.document()], .configuration))
  }
}

/// What Terraform reads an object as: which of its members are blocks, and which are no templates.
private struct BlockSchema {
  /// The blocks in it, with their number of labels.
  var blocks: [String: (labels: Int, schema: BlockSchema)] = [:]
  /// The arguments whose strings are expressions, such as `"depends_on": ["aws_sns_topic.a"]`.
  var expressions: Set<String> = []
  /// The arguments whose strings are no templates.
  var literals = Literals.only([])

  enum Literals {
    case only(Set<String>)
    case all
  }

  enum Reading { case template, expression, literal }

  func reading(of argument: String) -> Reading {
    if expressions.contains(argument) { return .expression }
    switch literals {
    case .all: return .literal
    case .only(let names): return names.contains(argument) ? .literal : .template
    }
  }

  static let plain = BlockSchema()
  private static let literal = BlockSchema(literals: .all)
  private static let connection = (labels: 0, schema: plain)
  private static let provisioner = (
    labels: 1, schema: BlockSchema(blocks: ["connection": connection], expressions: ["when", "on_failure"])
  )
  private static let conditions = ["precondition": (0, plain), "postcondition": (0, plain)]
    .mapValues { (labels: $0.0, schema: $0.1) }
  private static let lifecycle = (
    labels: 0,
    schema: BlockSchema(
      blocks: conditions, expressions: ["ignore_changes", "replace_triggered_by"],
      literals: .only(["create_before_destroy", "prevent_destroy"]))
  )
  private static let dynamic = (
    labels: 1, schema: BlockSchema(blocks: ["content": (labels: 0, schema: plain)], expressions: ["iterator"])
  )
  static let resource = BlockSchema(
    blocks: [
      "lifecycle": lifecycle, "provisioner": provisioner, "connection": connection, "dynamic": dynamic,
    ], expressions: ["provider", "depends_on"])
  private static let terraform = BlockSchema(
    blocks: [
      "backend": (labels: 1, schema: literal), "required_providers": (labels: 0, schema: literal),
      "cloud": (
        labels: 0, schema: BlockSchema(blocks: ["workspaces": (labels: 0, schema: literal)], literals: .all)
      ),
      "provider_meta": (labels: 1, schema: plain),
    ], literals: .all)
  static let configuration = BlockSchema(
    blocks: [
      "terraform": (labels: 0, schema: terraform),
      "provider": (labels: 1, schema: BlockSchema(literals: .only(["alias", "version"]))),
      "variable": (
        labels: 1,
        schema: BlockSchema(
          blocks: ["validation": (labels: 0, schema: plain)], expressions: ["type"], literals: .all)
      ),
      "locals": (labels: 0, schema: plain),
      "output": (
        labels: 1,
        schema: BlockSchema(
          blocks: ["precondition": (labels: 0, schema: plain)], expressions: ["depends_on"],
          literals: .only(["description"]))
      ),
      "resource": (labels: 2, schema: resource),
      "data": (labels: 2, schema: resource),
      "ephemeral": (labels: 2, schema: resource),
      "module": (
        labels: 1,
        schema: BlockSchema(expressions: ["providers", "depends_on"], literals: .only(["source", "version"]))
      ),
      "moved": (labels: 0, schema: BlockSchema(expressions: ["from", "to"])),
      "import": (labels: 0, schema: BlockSchema(expressions: ["to", "provider"])),
      "removed": (
        labels: 0,
        schema: BlockSchema(
          blocks: ["lifecycle": (labels: 0, schema: plain), "provisioner": provisioner], expressions: ["from"])
      ),
      "check": (
        labels: 1,
        schema: BlockSchema(blocks: [
          "data": (labels: 2, schema: resource), "assert": (labels: 0, schema: plain),
        ])
      ),
    ])
}

private struct TerraformJSONReader {
  let bytes: [UInt8]

  func body(of trees: [JSONTree], _ schema: BlockSchema) throws(HCLSyntaxError) -> HCLBody {
    var body = HCLBody()
    var comments: [HCLComment] = []
    for tree in trees {
      for member in try members(of: tree) {
        if member.key == "//" {
          comments.append(comment(member))
          continue
        }
        var items: [HCLItem] = []
        if let (labels, inner) = schema.blocks[member.key] {
          try read(member, type: member.key, labels: [], missing: labels, inner, into: &items)
        } else {
          let value = try value(of: member.value, as: schema.reading(of: member.key))
          items = [HCLItem(.attribute(HCLAttribute(member.key, value, range: range(of: member))))]
        }
        if !comments.isEmpty, !items.isEmpty {
          items[0].comments = comments
          comments = []
        }
        body.items += items
      }
    }
    body.closingComments = comments
    return body
  }

  /// The blocks at a key: below it one level of keys for each label, and at each level one object or several.
  private func read(
    _ member: JSONMember, type: String, labels: [String], missing: Int, _ schema: BlockSchema,
    into items: inout [HCLItem]
  ) throws(HCLSyntaxError) {
    let trees: [JSONTree]
    switch member.value.kind {
    case .array(let elements): trees = elements
    case .null: return
    default: trees = [member.value]
    }
    for tree in trees {
      if missing == 0 {
        let body = try body(of: [tree], schema)
        items.append(HCLItem(.block(HCLBlock(type, labels: labels, body: body, range: range(of: member)))))
        continue
      }
      for inner in try members(of: tree) where inner.key != "//" {
        try read(inner, type: type, labels: labels + [inner.key], missing: missing - 1, schema, into: &items)
      }
    }
  }

  private func members(of tree: JSONTree) throws(HCLSyntaxError) -> [JSONMember] {
    guard case .object(let members) = tree.kind else { throw error("expected an object", at: tree.range.lowerBound) }
    return members
  }

  private func range(of member: JSONMember) -> Range<Int> {
    member.keyRange.lowerBound..<member.value.range.upperBound
  }

  /// `"//"`: what Terraform ignores.
  private func comment(_ member: JSONMember) -> HCLComment {
    let text: String
    switch member.value.kind {
    case .string(let bytes, _): text = String(decoding: bytes, as: UTF8.self)
    default: text = String(decoding: bytes[member.value.range], as: UTF8.self)
    }
    let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    return HCLComment(lines: lines, range: range(of: member))
  }

  private func value(of tree: JSONTree, as reading: BlockSchema.Reading) throws(HCLSyntaxError) -> HCLExpression {
    let kind: HCLExpression.Kind
    switch tree.kind {
    case .null: kind = .null
    case .bool(let flag): kind = .bool(flag)
    case .number(let number):
      kind =
        number.first == "-"
        ? .unary(.minus, HCLExpression(.number(String(number.dropFirst())), range: tree.range)) : .number(number)
    case .string(let text, let places):
      var parser = HCLParser(text, places: places, of: bytes)
      switch reading {
      case .expression: return try parser.wholeExpression()
      case .template: kind = .template(try parser.bareTemplate())
      case .literal:
        let literal = String(decoding: text, as: UTF8.self)
        kind = .template(HCLTemplate(.bare, literal.isEmpty ? [] : [.literal(literal)]))
      }
    case .array(let elements):
      var values: [HCLElement] = []
      for element in elements { values.append(HCLElement(try value(of: element, as: reading))) }
      kind = .tuple(values, closingComments: [])
    case .object(let members):
      var values: [HCLMember] = []
      for member in members {
        let key = try key(of: member, as: reading)
        values.append(HCLMember(key: key, value: try value(of: member.value, as: reading)))
      }
      kind = .object(values, closingComments: [])
    }
    return HCLExpression(kind, range: tree.range)
  }

  /// A key is a template as well. A plain name is one without quotes, as people write it.
  private func key(of member: JSONMember, as reading: BlockSchema.Reading) throws(HCLSyntaxError) -> HCLExpression {
    if member.key.isName { return HCLExpression(.name(member.key), range: member.keyRange) }
    let key = JSONTree(kind: .string(Array(member.key.utf8), places: places(of: member)), range: member.keyRange)
    return try value(of: key, as: reading == .literal ? .literal : .template)
  }

  /// Every byte of a key is where the key begins.
  private func places(of member: JSONMember) -> [Int] {
    Array(repeating: member.keyRange.lowerBound, count: member.key.utf8.count + 1)
  }

  private func error(_ message: String, at offset: Int) -> HCLSyntaxError {
    HCLSyntaxError(position: HCLLines(bytes).position(of: offset), message: message)
  }
}

extension String {
  /// Whether it can be a key without quotes.
  fileprivate var isName: Bool {
    var parser = HCLParser(Array(utf8))
    return parser.takeName() != nil && parser.isAtEnd && !["true", "false", "null", "for"].contains(self)
  }
}
