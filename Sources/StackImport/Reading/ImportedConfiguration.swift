import HCLSyntax

/// All blocks of a configuration.
struct ImportedConfiguration {
  var entities: [Entity.Key: Entity] = [:]
  /// In the order of the files and in them.
  private(set) var order: [Entity.Key] = []
  private(set) var requirements: [String: ProviderRequirement] = [:]
  /// The `backend` or `cloud` block.
  var backend: (block: HCLBlock, lines: Lines)?
  private(set) var notes: [ImportReport.Note] = []
  /// The types of its resources.
  private(set) var managedTypes: Set<String> = []
  /// The comments at the ends of the files.
  private(set) var closingComments: [String] = []

  init(_ files: [ImportedFile]) throws(ImportError) {
    for file in files {
      let lines = Lines(file)
      let tree = try HCLFile(importing: file)
      for (index, item) in tree.body.items.enumerated() {
        var item = item
        if index == 0, !order.isEmpty { item.startsParagraph = true }
        try add(item, lines)
      }
      closingComments += tree.body.closingComments.flatMap(\.readableLines)
    }
    if order.isEmpty && requirements.isEmpty && backend == nil { throw .empty }
    addImpliedProviders()
  }

  private mutating func add(_ item: HCLItem, _ lines: Lines) throws(ImportError) {
    guard case .block(let block) = item.content else {
      throw unsupported("an argument outside of a block", itemOffset(item), lines)
    }
    let labels = block.labels
    func expect(_ count: Int) throws(ImportError) {
      guard labels.count == count else {
        throw unsupported("`\(block.type)` with \(labels.count) labels", block.range.lowerBound, lines)
      }
    }
    switch block.type {
    case "terraform":
      try expect(0)
      closingComments += item.allComments
      try addSettings(block, lines)
    case "locals":
      try expect(0)
      try addLocals(block, of: item, lines)
    case "variable":
      try expect(1)
      try add(.variable(labels[0]), block, item, lines)
    case "module":
      try expect(1)
      try add(.module(labels[0]), block, item, lines)
    case "resource", "data", "ephemeral":
      try expect(2)
      let mode: Entity.Mode = block.type == "resource" ? .managed : (block.type == "data" ? .data : .ephemeral)
      try add(.resource(mode, labels[0], labels[1]), block, item, lines)
    case "provider":
      try expect(1)
      try add(.provider(labels[0], alias: block.body["alias"]?.word), block, item, lines)
    case "output", "check":
      try expect(1)
      try add(.other(order.count), block, item, lines)
    case "moved", "import", "removed":
      try expect(0)
      try add(.other(order.count), block, item, lines)
    default: throw unsupported("the block `\(block.type)`", block.range.lowerBound, lines)
    }
  }

  private func itemOffset(_ item: HCLItem) -> Int {
    switch item.content {
    case .attribute(let attribute): attribute.range.lowerBound
    case .block(let block): block.range.lowerBound
    }
  }

  private func unsupported(_ what: String, _ offset: Int, _ lines: Lines) -> ImportError {
    .unsupported(lines.place(of: offset), what: what)
  }

  private mutating func add(
    _ key: Entity.Key, _ block: HCLBlock, _ item: HCLItem, _ lines: Lines
  ) throws(ImportError) {
    var block = block
    var comments = item.allComments
    // In JSON, a comment about a block is in the block.
    if lines.path.hasSuffix(".json"), !block.body.items.isEmpty {
      comments += block.body.items[0].comments.flatMap(\.readableLines)
      block.body.items[0].comments = []
    }
    try add(
      Entity(
        key: key, content: .block(block), comments: comments,
        startsParagraph: item.startsParagraph || !comments.isEmpty,
        lines: lines, offset: block.range.lowerBound))
  }

  private mutating func add(_ entity: Entity) throws(ImportError) {
    guard entities.updateValue(entity, forKey: entity.key) == nil else {
      throw .duplicate(entity.place, address: entity.key.address)
    }
    order.append(entity.key)
    if case .resource(.managed, let type, _) = entity.key { managedTypes.insert(type) }
  }

  private mutating func addLocals(_ block: HCLBlock, of item: HCLItem, _ lines: Lines) throws(ImportError) {
    guard block.body.blocks.isEmpty else { throw unsupported("a block in `locals`", block.range.lowerBound, lines) }
    var comments = item.allComments
    for inner in block.body.items {
      guard case .attribute(let attribute) = inner.content else { continue }
      try add(
        Entity(
          key: .local(attribute.name), content: .local(attribute), comments: comments + inner.allComments,
          startsParagraph: !comments.isEmpty || inner.startsParagraph, lines: lines,
          offset: attribute.range.lowerBound))
      comments = []
    }
    closingComments += comments + block.body.closingComments.flatMap(\.readableLines)
  }

  // MARK: Settings

  private mutating func addSettings(_ block: HCLBlock, _ lines: Lines) throws(ImportError) {
    for attribute in block.body.attributes {
      let place = lines.place(of: attribute.range.lowerBound)
      guard attribute.name == "required_version" else {
        throw .unsupported(place, what: "`\(attribute.name)` in `terraform`")
      }
      notes.append(
        ImportReport.Note(
          place: place,
          text: "`required_version` \(attribute.value.inlineSource) becomes what the stack needs: see `versions`"))
    }
    closingComments += block.body.items.flatMap(\.allComments) + block.body.closingComments.flatMap(\.readableLines)
    for inner in block.body.blocks {
      switch inner.type {
      case "required_providers": try addRequirements(inner, lines)
      case "backend", "cloud":
        guard backend == nil else { throw unsupported("a second backend", inner.range.lowerBound, lines) }
        backend = (inner, lines)
      default: throw unsupported("`\(inner.type)` in `terraform`", inner.range.lowerBound, lines)
      }
    }
  }

  private mutating func addRequirements(_ block: HCLBlock, _ lines: Lines) throws(ImportError) {
    closingComments += block.body.items.flatMap(\.allComments) + block.body.closingComments.flatMap(\.readableLines)
    for attribute in block.body.attributes {
      let place = lines.place(of: attribute.range.lowerBound)
      var requirement = ProviderRequirement(source: "hashicorp/\(attribute.name)")
      if let version = attribute.value.text {
        requirement.version = version
      } else if case .object(let members, _) = attribute.value.kind {
        for member in members {
          switch member.name {
          case "source": requirement.source = member.value.text ?? requirement.source
          case "version": requirement.version = member.value.text
          case "configuration_aliases": continue
          default: throw .unsupported(place, what: "this requirement of provider '\(attribute.name)'")
          }
        }
      } else {
        throw .unsupported(place, what: "this requirement of provider '\(attribute.name)'")
      }
      // As CDKTF writes it.
      if !requirement.source.contains("/") { requirement.source = "hashicorp/\(requirement.source)" }
      let source = requirement.source.split(separator: "/").suffix(2).joined(separator: "/")
      if attribute.name == "aws" {
        guard source == "hashicorp/aws" else { throw .unsupported(place, what: "the AWS provider '\(source)'") }
        if let version = requirement.version {
          notes.append(
            ImportReport.Note(
              place: place, text: "the AWS provider's version \"\(version)\" becomes that of `versions`"))
        }
      }
      requirements[attribute.name] = requirement
    }
  }

  /// Terraform takes a provider that is not configured from the start of a resource's type.
  private mutating func addImpliedProviders() {
    var names: [String] = requirements.keys.sorted()
    for key in order {
      guard case .resource(_, let type, _) = key, let block = entities[key]?.block else { continue }
      let given = block.body["provider"].map { $0.text ?? $0.inlineSource }
      let name = given ?? String(type.prefix { $0 != "_" })
      if !name.contains(".") { names.append(name) }
    }
    guard let first = order.first.flatMap({ entities[$0] }) else { return }
    var seen: Set = ["aws", "terraform"]
    for name in names where seen.insert(name).inserted && entities[.provider(name, alias: nil)] == nil {
      let entity = Entity(
        key: .provider(name, alias: nil), content: .impliedProvider, comments: [], startsParagraph: false,
        lines: first.lines, offset: first.offset)
      entities[entity.key] = entity
      order.append(entity.key)
    }
  }
}

extension Entity.Key {
  /// What Terraform calls it.
  var address: String {
    switch self {
    case .variable(let name): "var.\(name)"
    case .local(let name): "local.\(name)"
    case .module(let name): "module.\(name)"
    case .resource(.managed, let type, let name): "\(type).\(name)"
    case .resource(let mode, let type, let name): "\(mode.rawValue).\(type).\(name)"
    case .provider(let name, let alias): "provider.\(name)" + (alias.map { ".\($0)" } ?? "")
    case .other: ""
    }
  }
}
