import HCLSyntax
import SwiftTypes

// References as Swift values.

extension Lowering {
  /// `nil` for what Swift has no value for.
  mutating func traversal(_ base: HCLExpression, _ steps: [HCLStep], _ scope: Scope) -> Lowered? {
    guard case .name(let root) = base.kind else {
      return chain(operand(base, scope), steps[...], scope)
    }
    if let binding = scope.bindings[root] {
      switch binding {
      case .element(let name): return chain(.expression(.text(name)), steps[...], scope)
      case .member(let name):
        guard let field = steps.attribute(0), ["key", "value"].contains(field) else { return nil }
        return chain(.expression(.text("\(name).\(field)")), steps.dropFirst(), scope)
      }
    }
    guard let first = steps.attribute(0) else { return nil }
    switch root {
    case "var":
      guard let name = use(.variable(first)) else { return ownVariable(first, steps, scope) }
      return chain(.expression(.text(name)), steps.dropFirst(), scope)
    case "local":
      return use(.local(first)).flatMap { chain(.text(.text($0)), steps.dropFirst(), scope) }
    case "module": return module(first, steps.dropFirst(), scope)
    case "each":
      guard scope.hasEach else { return nil }
      if first == "key" { return chain(.text(.text("each.key")), steps.dropFirst(), scope) }
      return first == "value" ? chain(.expression(.text("each.value")), steps.dropFirst(), scope) : nil
    case "count":
      return scope.hasIndex && first == "index" ? chain(.expression(.text("index")), steps.dropFirst(), scope) : nil
    case "path", "terraform", "self":
      let names = [
        "path.module": "modulePath", "path.root": "rootPath", "path.cwd": "workingDirectory",
        "terraform.workspace": "workspace",
      ]
      if root == "self" { return chain(named("itself"), steps[...], scope) }
      return names["\(root).\(first)"].flatMap { chain(named($0), steps.dropFirst(), scope) }
    case "data", "ephemeral":
      guard let label = steps.attribute(1) else { return nil }
      if root == "data", let data = scope.checkedData, data.type == first, data.label == label {
        return attribute(of: .text(data.name), nil, steps.dropFirst(2), scope)
      }
      return resource(root == "data" ? .data : .ephemeral, first, label, steps.dropFirst(2), scope)
    default: return resource(.managed, root, first, steps.dropFirst(), scope)
    }
  }

  private func named(_ name: String) -> Lowered {
    .expression(
      name == "modulePath"
        ? .text("Expression.modulePath") : .call("Expression.named", [SwiftArgument(.text(".\(name)"))]))
  }

  /// A variable in its own validation, where there is no value of it in Swift yet.
  private mutating func ownVariable(_ name: String, _ steps: [HCLStep], _ scope: Scope) -> Lowered? {
    guard isInProgress(.variable(name)) else { return nil }
    return chain(
      .expression(.call("Expression.variable", [SwiftArgument(.literal(name))])), steps.dropFirst(), scope)
  }

  private mutating func resource(
    _ mode: Entity.Mode, _ type: String, _ label: String, _ steps: ArraySlice<HCLStep>, _ scope: Scope
  ) -> Lowered? {
    let key = Entity.Key.resource(mode, type, label)
    guard let entity = entities[key], let name = use(key) else { return nil }
    switch entity.repetition {
    case .none: return attribute(of: .text(name), typedEntities[key], steps, scope)
    case .count, .forEach:
      guard let (instance, rest) = instance(name, steps, entity.repetition, scope) else {
        return chain(.expression(.text("\(name).instances")), steps, scope)
      }
      return attribute(of: instance, typedEntities[key], rest, scope)
    }
  }

  /// One of several instances, by the key that comes first.
  private mutating func instance(
    _ name: String, _ steps: ArraySlice<HCLStep>, _ repetition: Entity.Repetition, _ scope: Scope
  ) -> (SwiftCode, ArraySlice<HCLStep>)? {
    let key: SwiftCode
    switch steps.first {
    case .legacyIndex(let number) where repetition == .count: key = .text("[\(number)]")
    case .index(let expression):
      if repetition == .forEach, let text = expression.unwrapped.text {
        key = .text("[\(SwiftString([.literal(text)]).flat)]")
      } else if repetition == .count, case .number(let number) = expression.unwrapped.kind, Int(number) != nil {
        key = .text("[\(number)]")
      } else {
        key = .sequence([.text("[at: "), .text(self.expression(expression, scope).inline), .text("]")])
        looseComments += expression.comments
      }
    default: return nil
    }
    return (.sequence([.text(name), key]), steps.dropFirst())
  }

  /// An attribute of a resource, or all of it.
  ///
  /// - Parameter type: The generated type of the resource; `nil` for a raw resource.
  private mutating func attribute(
    of resource: SwiftCode, _ type: GeneratedType?, _ steps: ArraySlice<HCLStep>, _ scope: Scope
  ) -> Lowered? {
    guard case .attribute(let attribute)? = steps.first else {
      let reference = SwiftCode.call(
        .sequence([resource, .text(".reference")]), [SwiftArgument("to", .literal(""))], nil)
      return chain(.expression(.call("Expression.attribute", [SwiftArgument(reference)])), steps, scope)
    }
    if let found = type?.attribute(named: attribute) {
      let code = SwiftCode.sequence([resource, .text(".\(found.property)")])
      return chain(Lowered(code: code, form: Lowered.Form(found.kind)), steps.dropFirst(), scope)
    }
    let method = type == nil ? ".attribute" : ".declaredBlock.attribute"
    let text = SwiftCode.call(.sequence([resource, .text(method)]), [SwiftArgument(.literal(attribute))], nil)
    return chain(.text(text), steps.dropFirst(), scope)
  }

  private mutating func module(_ label: String, _ steps: ArraySlice<HCLStep>, _ scope: Scope) -> Lowered? {
    guard let entity = entities[.module(label)] else { return nil }
    guard let name = use(.module(label)) else {
      // Modules may read each other's outputs.
      guard isInProgress(.module(label)) else { return nil }
      return chain(.expression(.call("Expression.module", [SwiftArgument(.literal(label))])), steps, scope)
    }
    if entity.repetition != .none {
      guard let (instance, rest) = instance(name, steps, entity.repetition, scope) else {
        return chain(.expression(.text("\(name).instances")), steps, scope)
      }
      return chain(.expression(instance), rest, scope)
    }
    guard case .attribute(let output)? = steps.first else {
      return chain(.expression(.text("\(name).outputs")), steps, scope)
    }
    return chain(
      .text(.call("\(name).output", [SwiftArgument(.literal(output))])), steps.dropFirst(), scope)
  }

  /// What is chosen from a value, step by step.
  private mutating func chain(_ base: Lowered, _ steps: ArraySlice<HCLStep>, _ scope: Scope) -> Lowered? {
    guard let first = steps.first else { return base }
    // A text in a list or in a map is one in Swift as well.
    if case .typed(let kind) = base.form, let key = first.literalKey(of: kind) {
      return chain(.text(.sequence([base.code, .text("[\(key)]")])), steps.dropFirst(), scope)
    }
    var code = base.standalone
    var rest = steps
    while let step = rest.popFirst() {
      switch step {
      case .attribute(let name):
        code = .call(.sequence([code, .text(".member")]), [SwiftArgument(.literal(name))], nil)
      case .legacyIndex(let number): code = .sequence([code, .text("[\(number)]")])
      case .index(let key):
        looseComments += key.comments
        code = .sequence([code, .text("[\(expression(key, scope).inline)]")])
      case .attributeSplat, .fullSplat:
        var names: [String] = []
        while case .attribute(let name)? = rest.first {
          names.append(name)
          rest = rest.dropFirst()
        }
        // What follows `[*]` belongs to each element, an index as well.
        if names.isEmpty || (step == .fullSplat && !rest.isEmpty) { return nil }
        code = .call(
          .sequence([code, .text(".all")]), [SwiftArgument(.literal(names.joined(separator: ".")))], nil)
      }
    }
    return .expression(code)
  }
}

extension HCLStep {
  /// The constant key of a text in a list or a map, as Swift spells it.
  fileprivate func literalKey(of kind: SwiftKind) -> String? {
    switch (self, kind) {
    case (.legacyIndex(let number), .list(.text)): return number
    case (.index(let key), .list(.text)):
      guard case .number(let number) = key.unwrapped.kind, Int(number) != nil, key.comments.isEmpty else { return nil }
      return number
    case (.index(let key), .map(.text)):
      return key.unwrapped.text.map { SwiftString([.literal($0)]).flat }
    default: return nil
    }
  }
}

extension [HCLStep] {
  fileprivate func attribute(_ index: Int) -> String? {
    guard index < count, case .attribute(let name) = self[index] else { return nil }
    return name
  }
}
