extension DeclaredStack {
  /// The text as AWS will see it, as far as that is known before Terraform runs: a reference to a name is that name,
  /// a reference to an ARN is not known.
  public func resolved(_ text: Text) -> String? {
    if let literal = text.literal { return literal }
    var steps = 1_024
    return resolved(text, depth: 0, within: &steps)
  }

  /// `depth`: How many references have been followed one after another, for a plan may be damaged into a circle.
  /// `steps`: How many may still be followed in all, for texts may hold each other more than once.
  private func resolved(_ text: Text, depth: Int, within steps: inout Int) -> String? {
    if let literal = text.literal { return literal }
    guard depth < 64 else { return nil }
    // A reference that is all of the text needs no text put together.
    if case .attribute(let reference) = text.onlyExpression {
      steps -= 1
      guard steps > 0, case .text(let text) = declaration(at: reference.address)?.block[reference.attribute] else {
        return nil
      }
      return resolved(text, depth: depth + 1, within: &steps)
    }
    var resolved = ""
    for part in text.parts {
      switch part {
      case .literal(let literal): resolved += literal
      case .expression(.attribute(let reference)):
        steps -= 1
        guard steps > 0, case .text(let text) = declaration(at: reference.address)?.block[reference.attribute],
          let value = self.resolved(text, depth: depth + 1, within: &steps)
        else { return nil }
        resolved += value
      case .expression(let expression):
        guard let word = expression.known?.word else { return nil }
        resolved += word
      }
    }
    return resolved
  }

  /// The text with everything known before Terraform runs put in, so that equal things compare equal. The instances of one
  /// resource are equal: rules see the resource once.
  package func simplified(_ text: Text) -> Text {
    text.literal == nil ? resolved(text).map { Text($0) } ?? text.withoutInstances : text
  }
}

extension Text {
  /// The text with references to resources in place of those to their instances.
  fileprivate var withoutInstances: Text {
    var isOfInstance = false
    forEachExpression { if case .attribute(let reference) = $0, reference.instance != nil { isOfInstance = true } }
    guard isOfInstance else { return self }
    var text = Text("")
    forEachPart { part, _ in
      switch part {
      case .literal(let literal): text.append(literal: literal)
      case .expression(.attribute(let reference)):
        text.append(Text(Reference(address: reference.address, attribute: reference.attribute, stack: reference.stack)))
      case .expression(let expression): text.append(Text(expression))
      }
    }
    return text
  }
}
