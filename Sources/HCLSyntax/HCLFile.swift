/// A file in HCL, the language of Terraform's `.tf` files, as a tree.
///
/// The tree has everything that Terraform reads and the comments. It does not know which blocks and arguments Terraform
/// has. Every part has its `range`: the bytes of the file that it stands in.
///
/// Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
public struct HCLFile: Hashable, Sendable {
  public var body: HCLBody

  public init(body: HCLBody) {
    self.body = body
  }
}

/// The attributes and blocks of a file or of a block, in their order.
public struct HCLBody: Hashable, Sendable {
  public var items: [HCLItem]
  /// The comments after the last item.
  public var closingComments: [HCLComment]

  public init(items: [HCLItem] = [], closingComments: [HCLComment] = []) {
    self.items = items
    self.closingComments = closingComments
  }

  public var attributes: [HCLAttribute] {
    items.compactMap { if case .attribute(let attribute) = $0.content { attribute } else { nil } }
  }

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
  public enum Content: Hashable, Sendable {
    case attribute(HCLAttribute)
    case block(HCLBlock)
  }

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
  public var name: String
  public var value: HCLExpression
  public var range: Range<Int>

  public init(_ name: String, _ value: HCLExpression, range: Range<Int> = 0..<0) {
    self.name = name
    self.value = value
    self.range = range
  }
}

/// `type "label" { … }`
public struct HCLBlock: Hashable, Sendable {
  public var type: String
  public var labels: [String]
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
  public var lines: [String]
  public var range: Range<Int>

  public init(lines: [String], range: Range<Int> = 0..<0) {
    self.lines = lines
    self.range = range
  }
}
