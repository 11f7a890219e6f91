import InfraModel

/// Makes blocks of planned values: the configured arguments with the values that Terraform gives them, and the
/// reference in the configuration where the value is known only after apply.
struct PlanBlocks {
  let references: PlanReferences
  /// The values of the root module's variables.
  let variables: [String: JSON]
  /// Policy documents that Terraform puts together from `data "aws_iam_policy_document"` blocks, once it can.
  var documents: [Address: Value] = [:]

  typealias Scope = PlanReferences.Scope

  /// - Parameter expressions: The configuration; `nil` if it is not known, as in a state. Then every value counts that
  ///   is not empty.
  func block(_ instance: PlannedInstance, _ expressions: JSON?, in scope: Scope) -> Block {
    var arguments = members(instance.after, instance.unknown, instance.sensitive, expressions, in: scope)
    func isSensitive(_ name: String) -> Bool { instance.sensitive?[name].isAll == true }
    // What a resource is known by, as a state has it, is no reference to itself.
    for (name, value) in arguments {
      guard case .text(let text) = value, case .expression(.attribute(let owner))? = text.parts.first,
        owner.address == instance.address, let own = instance.after[name]?.string
      else { continue }
      arguments[name] = .text(isSensitive(name) ? Text(.sensitive(SensitiveText(own))) : Text(own))
    }
    for name in documentArguments {
      guard case .text(let text)? = arguments[name], let document = document(text) else { continue }
      arguments[name] = .json(document)
    }
    for (name, type) in references.catalog.nameArguments(of: instance.address.type) {
      guard case .text(let text)? = arguments[name] else { continue }
      if let value = text.literal, let origin = references.resource(type, named: value) {
        arguments[name] = .text(Text(.known(value, from: origin)))
      } else if isSensitive(name), let value = instance.after[name]?.string,
        let origin = references.resource(type, named: value)
      {
        arguments[name] = .text(Text(.attribute(origin)))
      }
    }
    return Block(uniqueArguments: arguments.map { ($0.key, $0.value) })
  }

  private func members(
    _ after: JSON, _ unknown: JSON, _ sensitive: SensitiveMarks?, _ expressions: JSON?, in scope: Scope
  ) -> [String: Value] {
    guard case .object(let values) = after else { return [:] }
    var names = Set(values.keys)
    if case .object(let unknowns) = unknown { names.formUnion(unknowns.keys) }
    var members: [String: Value] = [:]
    for name in names {
      let expression = expressions?[name]
      let value = values[name] ?? .null
      // The provider fills in what is not configured. A block may come from `dynamic`, which a plan does not show.
      if expressions != nil, expression == nil, !value.isBlocks {
        // If the number of blocks is known only after apply, the plan shows nothing else about them.
        guard unknown[name] == .bool(true), blocksOfOthersOnly.contains(name) else { continue }
      }
      // Where no marks are given, what reads a sensitive variable is sensitive. Where they are, Terraform knows better:
      // `nonsensitive` reads one too.
      let marks = sensitive.map { $0[name] } ?? (isSensitive(expression, in: scope) ? .all : nil)
      members[name] = self.value(value, unknown[name], marks, expression, named: name, in: scope)
    }
    return members
  }

  private func isSensitive(_ expression: JSON?, in scope: Scope) -> Bool {
    references.configuration.module(at: scope.modules.names[...])?.readsSensitive(expression) ?? false
  }

  private func value(
    _ after: JSON, _ unknown: JSON?, _ sensitive: SensitiveMarks?, _ expression: JSON?, named name: String,
    in scope: Scope
  ) -> Value? {
    switch after {
    case .null:
      guard unknown == .bool(true) || unknown?.holdsTrue == true else { return nil }
      // The source of a configuration in JSON is a part of the value.
      let isHidden = sensitive?.isAll == true && expression?["constant_value"] != nil
      return unknownValue(isHidden ? nil : expression, named: name, in: scope)
    case .array(let elements) where after.isBlocks:
      // Set elements have no marks of their own: the whole set has.
      if sensitive?.isAll == true { return self.sensitive(after, nil, in: scope) }
      return .blocks(blocks(elements, unknown?.array ?? [], sensitive, expression, in: scope))
    case .array(let elements):
      if elements.isEmpty, expression == nil { return nil }
      let sources = expression?["constant_value"]?.array
      let unknowns = unknown?.array ?? []
      // A set is sorted anew, so an element's source is only that of its place where it is unknown.
      return .list(
        elements.enumerated().map { index, element in
          let isUnknown = index < unknowns.count && unknowns[index] == .bool(true)
          let source = sources.flatMap { index < $0.count && $0.count == elements.count ? $0[index] : nil }
          if isUnknown {
            let isHidden = sensitive?[index].isAll == true
            return unknownElement(isHidden ? nil : source, expression, named: name, in: scope)
          }
          return known(element, sensitive?[index] ?? .none, nil, in: scope)
        })
    case .object(let values):
      if values.isEmpty, expression == nil, unknown?.holdsTrue != true { return nil }
      // The keys of a map that is sensitive are a part of it.
      if sensitive?.isAll == true { return self.sensitive(after, nil, in: scope) }
      return map(values, unknown, sensitive ?? .none, expression, named: name, in: scope)
    case .string(let string):
      if string.isEmpty, expression == nil { return nil }
      return known(after, sensitive ?? .none, expression, in: scope)
    case .integer(0) where expression == nil && unsetAsNought.contains(name): return nil
    case .bool, .integer, .number: return known(after, sensitive ?? .none, expression, in: scope)
    }
  }

  private func map(
    _ values: [String: JSON], _ unknown: JSON?, _ sensitive: SensitiveMarks, _ expression: JSON?, named name: String,
    in scope: Scope
  ) -> Value {
    var keys = Set(values.keys)
    if case .object(let unknowns)? = unknown { keys.formUnion(unknowns.filter { $0.value == .bool(true) }.keys) }
    return .map(
      Dictionary(
        uniqueKeysWithValues: keys.map { key in
          let source = expression?["constant_value"]?[key]
          if unknown?[key] == .bool(true) {
            let shown = sensitive[key].isAll ? nil : source
            return (key, unknownElement(shown, expression, named: name, in: scope))
          }
          let expression = source.map { ["constant_value": $0] }.map(JSON.object)
          return (key, known(values[key] ?? .null, sensitive[key], expression, in: scope))
        }))
  }

  // MARK: Known values

  /// A known value; a text that is only the ARN or name of a resource becomes the reference to it.
  private func known(_ value: JSON, _ sensitive: SensitiveMarks, _ expression: JSON?, in scope: Scope) -> Value {
    if sensitive.isAll { return self.sensitive(value, expression, in: scope) }
    switch value {
    case .null: return .text("")
    case .bool(let bool): return .bool(bool)
    case .integer(let integer): return .integer(integer)
    case .number(let number): return .number(number)
    case .string(let string):
      if let owner = references.owner(of: string) { return .text(Text(.attribute(owner))) }
      if let origin = references.origin(of: string, in: expression, scope) {
        return .text(Text(.known(string, from: origin)))
      }
      return .text(Text(string))
    case .array(let elements):
      return .list(elements.enumerated().map { known($1, sensitive[$0], nil, in: scope) })
    case .object(let members):
      return .map(
        Dictionary(uniqueKeysWithValues: members.map { ($0, known($1, sensitive[$0], nil, in: scope)) }))
    }
  }

  /// A value that nothing may quote. Where it leads to a resource it is the reference, which shows an address and not the
  /// value.
  private func sensitive(_ value: JSON, _ expression: JSON?, in scope: Scope) -> Value {
    switch value {
    case .string(let string):
      if let source = references.owner(of: string) ?? references.origin(of: string, in: expression, scope) {
        return .text(Text(.attribute(source)))
      }
      let isWritten = expression?["constant_value"]?.string == string
      return .text(Text(.sensitive(SensitiveText(string, isWritten: isWritten))))
    case .array(let elements) where !value.isBlocks:
      // How many there are is not hidden: whether there is any is what most rules ask.
      let written = expression?["constant_value"]?.array?.map { JSON.object(["constant_value": $0]) }
      return .list(
        elements.enumerated().map { index, element in
          sensitive(element, written.flatMap { $0.count == elements.count ? $0[index] : nil }, in: scope)
        })
    case .null, .bool, .integer, .number, .array, .object:
      return .text(Text(.sensitive(SensitiveText("\(value)"))))
    }
  }

  /// The JSON document that a text is, or that a block makes to which the text refers.
  func document(_ text: Text) -> Value? {
    if let literal = text.literal {
      guard let json = try? JSON(reading: Array(literal.utf8)), case .object = json else { return nil }
      return known(json, .none, nil, in: Scope(modules: ModulePath(), index: ""))
    }
    guard case .attribute(let reference) = text.onlyExpression else { return nil }
    return documents[reference.address]
  }

  // MARK: Unknown values

  private func unknownValue(_ expression: JSON?, named name: String, in scope: Scope) -> Value {
    guard let expression else { return .text(Text(.knownAfterApply(reading: []))) }
    guard let source = expression["constant_value"] else {
      return .text(referring(expression, named: name, in: scope))
    }
    if case .string(let template) = source, documentArguments.contains(name),
      let json = try? JSON(reading: Array(template.utf8)), case .object = json
    {
      return .json(templates(in: json, in: scope))
    }
    return templates(in: source, in: scope)
  }

  private func unknownElement(_ source: JSON?, _ expression: JSON?, named name: String, in scope: Scope) -> Value {
    if let source { return templates(in: source, in: scope) }
    // One reference for several elements may be to any of them.
    return expression.map { .text(referring($0, named: name, in: scope)) } ?? .text(Text(.knownAfterApply(reading: [])))
  }

  /// A configuration in JSON keeps its source in the plan, as `constant_value`.
  private func templates(in source: JSON, in scope: Scope) -> Value {
    switch source {
    case .null: .text("")
    case .bool(let bool): .bool(bool)
    case .integer(let integer): .integer(integer)
    case .number(let number): .number(number)
    case .string(let string): .text(readTemplate(string) { expression($0, in: scope) })
    case .array(let elements): .list(elements.map { templates(in: $0, in: scope) })
    case .object(let members): .map(members.mapValues { templates(in: $0, in: scope) })
    }
  }

  private func expression(_ source: String, in scope: Scope) -> Expression? {
    guard isPlainReference(source) else { return nil }
    if source.hasPrefix("var."), scope.modules.steps.isEmpty {
      let name = String(source.dropFirst(4))
      guard let value = variables[name] else { return .knownAfterApply(reading: []) }
      guard references.configuration.sensitiveVariables.contains(name) else {
        return .literal(known(value, .none, nil, in: scope))
      }
      return .sensitive(SensitiveText(value.string ?? "\(value)"))
    }
    let found = references.resolved([source], in: scope)
    guard let only = found.first, found.count == 1 else { return .knownAfterApply(reading: found) }
    return .attribute(only)
  }

  /// An expression in HCL, of which a plan keeps only what it refers to. Where that is one thing, the value leads to it,
  /// be it as it is or within a larger text.
  private func referring(_ expression: JSON, named name: String, in scope: Scope) -> Text {
    let words = expression["references"]?.array?.compactMap(\.string) ?? []
    let found = references.resolved(words, in: scope, byName: name == "dimensions" || argumentsOfNames.contains(name))
    guard let only = found.first, found.count == 1 else { return Text(.knownAfterApply(reading: found)) }
    // A statement is often about parts of the resource, such as `"${aws_s3_bucket.media.arn}/*"`.
    if name == "resources", only.attribute == "arn",
      references.catalog.facts[only.address.type]?.hasParts ?? true
    {
      return Text(.attribute(only)) + Text(.knownAfterApply(reading: []))
    }
    return Text(.attribute(only))
  }

  // MARK: Nested blocks

  /// Pairs each planned block with the one that was written: sets of blocks are sorted anew, so the one fits that has the
  /// same constants.
  private func blocks(
    _ elements: [JSON], _ unknowns: [JSON], _ sensitive: SensitiveMarks?, _ expression: JSON?, in scope: Scope
  ) -> [Block] {
    let all = expression?.array ?? expression.map { [$0] } ?? []
    // More of them than were written come from `dynamic` blocks.
    var written = BlockPairing(all.count == elements.count ? all : [])
    return elements.enumerated().map { index, element in
      let unknown = index < unknowns.count ? unknowns[index] : .null
      let own = written.take(fitting: element)
      let members = members(element, unknown, sensitive.map { $0[index] }, own, in: scope)
      return Block(uniqueArguments: members.map { ($0.key, $0.value) })
    }
  }
}

/// Nested blocks that the provider never fills in, so that an unknown one that is not configured comes from
/// `dynamic`. Measured with provider 5.100: a plan of each type without the block has it as an empty list, and those that
/// the provider fills in, such as `tracing_config`, as unknown.
private let blocksOfOthersOnly: Set = [
  "access_log_settings", "actions_suppressor", "condition", "cors", "cors_configuration", "dead_letter_config",
  "destination_config", "environment", "filter_criteria", "image_config", "lambda_function", "metric_query",
  "metric_transformation", "not_principals", "principals", "queue", "replica", "retry_policy", "routing_config",
  "scaling_config", "snap_start", "statement", "topic", "vpc_config",
]

/// Arguments that a state shows as zero if they are not set, and for which AWS does not accept zero.
private let unsetAsNought: Set = ["datapoints_to_alarm"]

extension JSON {
  /// Whether it is what nested blocks look like in a plan.
  fileprivate var isBlocks: Bool {
    guard case .array(let elements) = self, let first = elements.first else { return false }
    if case .object = first { return true } else { return false }
  }

  /// Whether `true` stands anywhere in it.
  fileprivate var holdsTrue: Bool {
    switch self {
    case .bool(let bool): bool
    case .array(let elements): elements.contains { $0.holdsTrue }
    case .object(let members): members.values.contains { $0.holdsTrue }
    case .null, .integer, .number, .string: false
    }
  }
}
