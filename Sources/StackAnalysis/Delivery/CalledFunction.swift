import AWSModel
package import TerraformModel

/// A function as something calls it: the function, and which of its versions or aliases the caller names. Permissions of
/// the one are none of the other.
///
/// https://docs.aws.amazon.com/lambda/latest/dg/access-control-resource-based.html
package struct CalledFunction {
  package enum Qualifier: Hashable, Sendable {
    /// The function itself, whose code is `$LATEST`.
    case unqualified
    /// An alias that the stack declares.
    case alias(Address)
    /// A version by its number, or an alias of another stack.
    case named(String)
    /// A version whose number is known only after apply.
    case version
    /// A plan does not tell whether a qualifier follows the ARN.
    case unknown

    /// Whether a permission for one is a permission for the other, as far as is known.
    func mayBe(_ other: Qualifier) -> Bool {
      switch (self, other) {
      case (.unknown, _), (_, .unknown): true
      case (.version, .named(let number)), (.named(let number), .version): Int(number) != nil
      default: self == other
      }
    }
  }

  package let function: Declaration
  let qualifier: Qualifier
}

/// Finds the functions of a stack that ARNs, invocation ARNs and names call.
package struct CalledFunctions {
  private let stack: DeclaredStack
  private let functions: FunctionIndex
  private let aliases: [Address: [Declaration]]

  package init(_ stack: DeclaredStack) {
    self.stack = stack
    let functions = FunctionIndex(stack)
    self.functions = functions
    aliases = Dictionary(
      grouping: stack.managed(LambdaAlias.type),
      by: { alias in
        guard case .text(let name)? = alias.block["function_name"],
          let function = functions.function(named: name, in: alias.region)
        else { return alias.address }
        return function.address
      })
  }

  /// What a value in `region` calls; `nil` for a function of another stack, for what is no function, and for what cannot
  /// be told.
  package func called(by value: Value?, in region: Region) -> CalledFunction? {
    guard case .text(let text)? = value else { return nil }
    if text.literal == nil, let called = called(through: text), called.qualifier != .unknown { return called }
    // What is known says all.
    if let name = stack.resolved(text) { return called(byName: name, in: region) }
    return called(through: text)
  }

  /// The qualifier that an argument of its own names, and otherwise what the function's name has behind it.
  package func qualifier(_ value: Value?, of called: CalledFunction) -> CalledFunction.Qualifier {
    guard let value else { return called.qualifier }
    guard case .text(let text) = value else { return .unknown }
    if let reference = text.onlyExpression?.onlyReference ?? text.references.first, text.partCount == 1 {
      if reference.address.type == LambdaAlias.type { return .alias(reference.address) }
      if reference.address.type == LambdaFunction.type { return .version }
    }
    return stack.resolved(text).map { named($0, of: called.function) } ?? .unknown
  }

  private func named(_ name: String, of function: Declaration) -> CalledFunction.Qualifier {
    if name.isEmpty || name == "$LATEST" { return .unqualified }
    let alias = aliases[function.address, default: []].first { $0.block["name"]?.text(in: stack) == name }
    return alias.map { .alias($0.address) } ?? .named(name)
  }

  /// Through the first reference to a function or an alias, with what stands behind it.
  private func called(through text: Text) -> CalledFunction? {
    let parts = text.parts
    for (index, part) in parts.enumerated() {
      guard case .expression(let expression) = part, let reference = expression.onlyReference,
        let target = stack.declaration(at: reference.address)
      else { continue }
      switch target.address.type {
      case LambdaAlias.type:
        guard let function = function(of: target) else { return nil }
        return CalledFunction(function: function, qualifier: .alias(target.address))
      case LambdaFunction.type:
        if reference.attribute.hasPrefix("qualified_") { return CalledFunction(function: target, qualifier: .version) }
        return CalledFunction(function: target, qualifier: qualifier(behind: parts[(index + 1)...], of: target))
      default: continue
      }
    }
    return nil
  }

  private func qualifier(
    behind parts: ArraySlice<Text.Part>, of function: Declaration
  ) -> CalledFunction.Qualifier {
    // Of a text that is known only after apply, a plan keeps no more than the reference.
    guard let next = parts.first else { return stack.isPlanned ? .unknown : .unqualified }
    guard case .literal(let literal) = next, literal.hasPrefix(":") else { return .unqualified }
    let name = literal.dropFirst().prefix { $0 != "/" }
    guard name.isEmpty else { return named(String(name), of: function) }
    guard case .expression(let expression)? = parts.dropFirst().first else { return .unknown }
    let called = CalledFunction(function: function, qualifier: .unknown)
    return qualifier(.text(Text(expression)), of: called)
  }

  private func function(of alias: Declaration) -> Declaration? {
    guard case .text(let name)? = alias.block["function_name"] else { return nil }
    return functions.function(named: name, in: alias.region)?.declaration
  }

  /// `name`, `name:live`, `arn:aws:lambda:…:function:name:live`, and the ARN by which API Gateway invokes it.
  private func called(byName name: String, in region: Region) -> CalledFunction? {
    var words = name.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
    var region = region
    if let place = words.lastIndex(of: "function") {
      if place >= 2 { region = Region(rawValue: words[place - 2]) }
      words = Array(words[(place + 1)...])
    }
    guard let last = words.last, (1...2).contains(words.count) else { return nil }
    // An invocation ARN ends in `/invocations`.
    words[words.count - 1] = String(last.prefix { $0 != "/" })
    guard let function = functions.function(named: Text(words[0]), in: region)?.declaration else { return nil }
    return CalledFunction(
      function: function, qualifier: words.count == 2 ? named(words[1], of: function) : .unqualified)
  }
}
