package import TerraformModel

/// An argument that holds a text of some language of AWS's, as far as its text is known before Terraform runs.
package struct RenderedArgument {
  package let declaration: Declaration
  package let text: String

  package init(declaration: Declaration, text: String) {
    self.declaration = declaration
    self.text = text
  }

  /// How findings call what has it: what the stack's author called it.
  package var owner: String { "'\(declaration.resource.name)'" }

  /// What a parser has against the text; `nil` too where it stumbled over what only Terraform knows.
  package func error<Tree>(reading read: (String) throws(SyntaxError) -> Tree) -> SyntaxError? {
    do throws(SyntaxError) {
      _ = try read(text)
      return nil
    } catch {
      return error.found?.hasPrefix("$") == true && text.contains("${") ? nil : error
    }
  }
}

extension DeclaredStack {
  /// Every declaration of one type, or of all, that has the argument, in the order of declaration.
  package func spelled(_ argument: String, of type: String? = nil) -> [RenderedArgument] {
    (type.map { managed($0) } ?? declarations).compactMap { declaration in
      guard declaration.address.mode == .managed, let value = declaration.block[argument], let text = spelled(value)
      else { return nil }
      return RenderedArgument(declaration: declaration, text: text)
    }
  }

  package func spelled(_ value: Value) -> String? {
    switch value {
    case .text(let text): spelled(text)
    case .literal(let literal): literal
    case .bool, .integer, .number, .address, .list, .map, .literalMap, .blocks, .json: nil
    }
  }

  /// The text as AWS will see it, with `${…}` for each part that only Terraform knows.
  package func spelled(_ text: Text) -> String {
    var spelled = ""
    for part in text.parts {
      let own = Text(part)
      if let known = resolved(own) {
        spelled += known
      } else if let reference = own.references.first {
        spelled += "${\(reference.address).\(reference.attribute)}"
      } else {
        spelled += "${…}"
      }
    }
    return spelled
  }
}

extension Text {
  fileprivate init(_ part: Part) {
    switch part {
    case .literal(let literal): self.init(literal)
    case .expression(let expression): self.init(expression)
    }
  }
}
