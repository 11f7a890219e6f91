import HCLSyntax

/// A block, or a local, of a configuration.
struct Entity {
  enum Mode: String, Hashable { case managed, data, ephemeral }

  /// What others refer to it by.
  enum Key: Hashable {
    case variable(String)
    case local(String)
    case module(String)
    case resource(Mode, String, String)
    /// - Parameter alias: `nil` for the configuration that resources have by default.
    case provider(String, alias: String?)
    /// What nothing refers to, by its position.
    case other(Int)
  }

  enum Repetition: Hashable { case none, count, forEach }

  enum Content {
    case block(HCLBlock)
    case local(HCLAttribute)
    /// A provider that the configuration uses without a block for it.
    case impliedProvider
  }

  let key: Key
  let content: Content
  let comments: [String]
  let startsParagraph: Bool
  /// The file, for the places of errors.
  let lines: Lines
  let offset: Int

  var place: ImportPlace { lines.place(of: offset) }

  var block: HCLBlock? { if case .block(let block) = content { block } else { nil } }

  var repetition: Repetition {
    guard let block else { return .none }
    if block.body["count"] != nil { return .count }
    return block.body["for_each"] != nil ? .forEach : .none
  }
}

/// What a configuration requires of a provider.
struct ProviderRequirement {
  var source: String
  var version: String?
}
