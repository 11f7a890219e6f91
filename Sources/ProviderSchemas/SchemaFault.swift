package import TerraformModel

/// Something in a block that its schema does not allow.
package struct SchemaFault: Hashable, Sendable {
  /// The names of the nested blocks around it, and its own.
  package let path: [String]
  package let problem: Problem

  package enum Problem: Hashable, Sendable {
    /// The block has no member of that name. Those that are nearest to it are suggested.
    case unknown(nearest: [String])
    /// The provider sets it, and the configuration cannot.
    case readOnly
    /// The configuration has to set it.
    case missing
    /// Terraform cannot convert the value, such as a text where a list is expected.
    case wrongKind(expected: String, found: String)
    /// There have to be that many blocks.
    case tooFew(Int)
    /// There may only be that many blocks.
    case tooMany(Int)
    case deprecated
  }
}

extension SchemaBlock {
  /// What of a block the schema does not allow. What Terraform decides, such as the number of `dynamic` blocks, is allowed.
  package func faults(in block: Block) -> [SchemaFault] {
    var check = SchemaCheck()
    check.check(block, self, at: [])
    return check.faults
  }

  /// The nearest names to one that is not there: all of those that differ in as few letters.
  package func nearest(to name: String, isIncluded: (SchemaMember) -> Bool = { _ in true }) -> [String] {
    suggestions(for: name, among: members.filter(isIncluded).map(\.name))
  }
}

/// Compares a block with its schema.
private struct SchemaCheck {
  private(set) var faults: [SchemaFault] = []

  private mutating func add(_ problem: SchemaFault.Problem, at path: [String]) {
    faults.append(SchemaFault(path: path, problem: problem))
  }

  mutating func check(_ block: Block, _ schema: SchemaBlock, at path: [String]) {
    let members = schema.membersByName
    let dynamic = DynamicBlocks(of: block)
    for argument in block.arguments where argument.name != DynamicBlocks.name {
      if let member = members.byName[argument.name] {
        check(argument.value, member, isCounted: !dynamic.names.contains(member.name), at: path + [member.name])
      } else if !path.isEmpty || MetaArgument(rawValue: argument.name) == nil {
        // Those of a resource are the subject of a rule of their own.
        addUnknown(argument.name, of: schema, at: path)
      }
    }
    for (name, content) in dynamic.contents {
      guard let member = members.byName[name] else {
        addUnknown(name, of: schema, at: path)
        continue
      }
      if let inner = member.kind.object { check(content, inner, at: path + [name]) }
    }
    for name in members.required where !dynamic.names.contains(name) && block[name].map(\.isLeftOut) ?? true {
      add(.missing, at: path + [name])
    }
  }

  private mutating func addUnknown(_ name: String, of schema: SchemaBlock, at path: [String]) {
    add(.unknown(nearest: schema.nearest(to: name) { $0.isSettable || $0.isPartOfObject }), at: path + [name])
  }

  private mutating func check(_ value: Value, _ member: SchemaMember, isCounted: Bool, at path: [String]) {
    if !member.isSettable, !member.isPartOfObject { add(.readOnly, at: path) }
    if member.isDeprecated { add(.deprecated, at: path) }
    if member.isBlock, isCounted, let count = value.blockCount, count > 0 {
      if count < member.fewest {
        add(.tooFew(member.fewest), at: path)
      } else if let most = member.most, count > most {
        add(.tooMany(most), at: path)
      }
    }
    check(value, member.kind, at: path)
  }

  private mutating func check(_ value: Value, _ kind: SchemaKind, at path: [String]) {
    switch (kind, value) {
    case (.any, _), (_, .address): break
    case (_, .text(let text)):
      // An expression can be of any kind.
      if text.onlyExpression == nil, !kind.takes(text) { addWrong("a text", kind, at: path) }
    case (_, .literal(let literal)):
      if !kind.takes(Text(literal)) { addWrong("a text", kind, at: path) }
    case (.text, .bool), (.text, .integer), (.text, .number), (.text, .json), (.bool, .bool), (.number, .integer),
      (.number, .number):
      break
    case (.list(let element), .list(let values)), (.set(let element), .list(let values)):
      for value in values { check(value, element, at: path) }
    case (.map(let element), .map(let values)), (.map(let element), .literalMap(let values)):
      for value in values.values { check(value, element, at: path) }
    case (.list(.object(let schema)), .map(let values)), (.set(.object(let schema)), .map(let values)),
      (.object(let schema), .map(let values)):
      check(Block(uniqueArguments: values.map { ($0.key, $0.value) }), schema, at: path)
    case (.list(.object(let schema)), .blocks(let blocks)), (.set(.object(let schema)), .blocks(let blocks)),
      (.map(.object(let schema)), .blocks(let blocks)), (.object(let schema), .blocks(let blocks)):
      for block in blocks { check(block, schema, at: path) }
    case (.object, .list(let values)):
      for value in values { check(value, kind, at: path) }
    case (_, .blocks(let blocks)) where blocks.isEmpty: break
    default: addWrong(value.kindInWords, kind, at: path)
    }
  }

  private mutating func addWrong(_ found: String, _ kind: SchemaKind, at path: [String]) {
    add(.wrongKind(expected: kind.inWords, found: found), at: path)
  }
}

extension SchemaMember {
  /// Whether it is in the type of an attribute, where a provider says nothing besides the kind.
  fileprivate var isPartOfObject: Bool { !isSettable && !traits.isComputed }
}

extension SchemaKind {
  /// Whether Terraform converts a text to the kind.
  fileprivate func takes(_ text: Text) -> Bool {
    switch self {
    case .text, .any: true
    case .number: text.literal.map { Double($0) != nil } ?? true
    case .bool: text.literal.map { ["true", "false", "1", "0"].contains($0) } ?? true
    case .list, .set, .map, .object: false
    }
  }

  /// The kind, as a sentence names it.
  package var inWords: String {
    switch self {
    case .text: "a text"
    case .number: "a number"
    case .bool: "`true` or `false`"
    case .any: "any value"
    case .list(.object), .set(.object), .object: "a block"
    case .list: "a list"
    case .set: "a set"
    case .map: "a map"
    }
  }
}

extension Value {
  /// Whether the argument is not written at all.
  fileprivate var isLeftOut: Bool {
    if case .blocks(let blocks) = self { blocks.isEmpty } else { false }
  }

  /// How many nested blocks the value is; `nil` where Terraform decides that.
  fileprivate var blockCount: Int? {
    switch self {
    case .blocks(let blocks): blocks.count
    case .list(let values): values.count
    case .map, .literalMap: 1
    case .bool, .integer, .number, .text, .literal, .address, .json: nil
    }
  }

  fileprivate var kindInWords: String {
    switch self {
    case .bool: "`true` or `false`"
    case .integer, .number: "a number"
    case .text, .literal, .json: "a text"
    case .list: "a list"
    case .map, .literalMap: "a map"
    case .blocks: "a block"
    case .address: "a reference"
    }
  }
}

/// The nested blocks that Terraform makes for each member of a collection.
private struct DynamicBlocks {
  static let name = "dynamic"

  /// The name of the blocks, and what is in each.
  private(set) var contents: [(name: String, content: Block)] = []
  private(set) var names: Set<String> = []

  init(of block: Block) {
    guard let value = block[Self.name] else { return }
    let entries: [Value] = if case .list(let values) = value { values } else { [value] }
    for case .blocks(let byName) in entries {
      for argument in byName.flatMap(\.arguments) {
        guard case .blocks(let blocks) = argument.value else { continue }
        for case .blocks(let contents)? in blocks.map({ $0["content"] }) {
          self.contents += contents.map { (argument.name, $0) }
          names.insert(argument.name)
        }
      }
    }
  }
}
