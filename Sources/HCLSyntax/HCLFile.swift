/// A file in HCL, the language of Terraform's `.tf` files, as a tree.
///
/// The tree has everything that Terraform reads and the comments. It does not know which blocks and arguments Terraform
/// has. Every part has its `range`: the bytes of the file that it stands in.
///
/// Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
public struct HCLFile: Hashable, Sendable {
  /// What the file has at its top level.
  public var body: HCLBody

  public init(body: HCLBody) {
    self.body = body
  }
}

/// The attributes and blocks of a file or of a block, in their order.
public struct HCLBody: Hashable, Sendable {
  /// In the order of the file.
  public var items: [HCLItem]
  /// The comments after the last item.
  public var closingComments: [HCLComment]

  public init(items: [HCLItem] = [], closingComments: [HCLComment] = []) {
    self.items = items
    self.closingComments = closingComments
  }

  /// The attributes without the comments about them.
  public var attributes: [HCLAttribute] {
    items.compactMap { if case .attribute(let attribute) = $0.content { attribute } else { nil } }
  }

  /// The blocks without the comments about them.
  public var blocks: [HCLBlock] {
    items.compactMap { if case .block(let block) = $0.content { block } else { nil } }
  }

  /// The value of the attribute with this name.
  public subscript(name: String) -> HCLExpression? {
    attributes.first { $0.name == name }?.value
  }
}

/// An attribute or a block, with the comments about it.
public struct HCLItem: Hashable, Sendable {
  /// What an item can be.
  public enum Content: Hashable, Sendable {
    case attribute(HCLAttribute)
    case block(HCLBlock)
  }

  /// What it is.
  public var content: Content
  /// Those on the lines before it, and those inside an attribute's value that are about no element of it.
  public var comments: [HCLComment]
  /// The comment behind it on its last line.
  public var trailingComment: HCLComment?
  /// Whether an empty line separates it, with its comments, from the item before it.
  public var startsParagraph: Bool

  public init(
    _ content: Content, comments: [HCLComment] = [], trailingComment: HCLComment? = nil, startsParagraph: Bool = false
  ) {
    self.content = content
    self.comments = comments
    self.trailingComment = trailingComment
    self.startsParagraph = startsParagraph
  }
}

/// `name = value`
public struct HCLAttribute: Hashable, Sendable {
  /// What is set. A body has each name once.
  public var name: String
  /// What it is set to, unevaluated.
  public var value: HCLExpression
  /// From the name to the end of the value.
  public var range: Range<Int>

  public init(_ name: String, _ value: HCLExpression, range: Range<Int> = 0..<0) {
    self.name = name
    self.value = value
    self.range = range
  }
}

/// `type "label" { … }`
public struct HCLBlock: Hashable, Sendable {
  /// Such as `resource`.
  public var type: String
  /// Without quotes.
  public var labels: [String]
  /// What is between the braces.
  public var body: HCLBody
  /// From the type to the closing brace.
  public var range: Range<Int>

  public init(_ type: String, labels: [String] = [], body: HCLBody, range: Range<Int> = 0..<0) {
    self.type = type
    self.labels = labels
    self.body = body
    self.range = range
  }
}

/// A comment without its `#`, `//` or `/*`, and without the spaces around its lines.
public struct HCLComment: Hashable, Sendable {
  /// One, or those of `/* … */`.
  public var lines: [String]
  /// The bytes of the file that it stands in.
  public var range: Range<Int>

  public init(lines: [String], range: Range<Int> = 0..<0) {
    self.lines = lines
    self.range = range
  }
}
