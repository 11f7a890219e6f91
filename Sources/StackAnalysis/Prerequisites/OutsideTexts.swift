import AWSModel
package import TerraformModel

/// A text of a declaration, and where it stands.
package struct OutsideText: Sendable {
  package let text: Text
  package let declaration: Declaration
  /// The argument of the top level.
  package let argument: String
  /// The key that the text is directly below, such as the name of an environment variable.
  package let key: String?
  /// Whether it is in a policy document, which may speak of what need not exist.
  package let isInPolicy: Bool
}

extension DeclaredStack {
  /// Every text of every resource and data source, in the order of declaration.
  package var outsideTexts: [OutsideText] {
    var texts: [OutsideText] = []
    for declaration in declarations {
      for (name, value) in declaration.block.arguments {
        value.forEachText(below: nil, inPolicy: false) { text, key, isInPolicy in
          texts.append(
            OutsideText(text: text, declaration: declaration, argument: name, key: key, isInPolicy: isInPolicy))
        }
      }
    }
    return texts
  }
}

extension Value {
  fileprivate func forEachText(
    below key: String?, inPolicy isInPolicy: Bool, _ visit: (Text, _ key: String?, _ isInPolicy: Bool) -> Void
  ) {
    switch self {
    case .text(let text): visit(text, key, isInPolicy)
    case .literal(let literal): visit(Text(literal), key, isInPolicy)
    case .list(let values): for value in values { value.forEachText(below: key, inPolicy: isInPolicy, visit) }
    case .map(let members), .literalMap(let members):
      for (key, value) in members.sorted(by: { $0.key < $1.key }) {
        value.forEachText(below: key, inPolicy: isInPolicy, visit)
      }
    case .blocks(let blocks):
      for (name, value) in blocks.flatMap(\.arguments) { value.forEachText(below: name, inPolicy: isInPolicy, visit) }
    case .json(let document): document.forEachText(below: key, inPolicy: true, visit)
    case .bool, .integer, .number, .address: break
    }
  }
}
