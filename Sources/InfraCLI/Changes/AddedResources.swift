import InfraModel
import TFEmit

/// The resources that a stack adds, by their content apart from the name, so that ten thousand removed resources are
/// not each compared with every added one.
struct AddedResources {
  private struct ContentKey: Hashable {
    let type: String
    let lines: [String]
  }

  private let declarations: [Declaration]
  private let byBlock: [ContentKey: Int]
  private let bySignature: [ContentKey: Int]

  init(in stack: DeclaredStack, since old: PreviousState, written: WrittenConfiguration) {
    var declarations: [Declaration] = []
    var byBlock: [ContentKey: Int] = [:]
    var bySignature: [ContentKey: Int] = [:]
    for declaration in stack.declarations where declaration.address.mode == .managed {
      let key = "\(declaration.address)"
      guard old.ledger[key] == nil, let block = written.blocks[key] else { continue }
      let contentKeys = Self.contentKeys(of: block, at: declaration.address)
      byBlock[contentKeys.block] = byBlock[contentKeys.block] ?? declarations.count
      bySignature[contentKeys.signature] = bySignature[contentKeys.signature] ?? declarations.count
      declarations.append(declaration)
    }
    self.declarations = declarations
    self.byBlock = byBlock
    self.bySignature = bySignature
  }

  /// The first added resource that equals a block except for its label.
  func replacement(of block: JSON, at address: Address) -> Declaration? {
    guard !declarations.isEmpty else { return nil }
    let contentKeys = Self.contentKeys(of: block, at: address)
    return [byBlock[contentKeys.block], bySignature[contentKeys.signature]].compactMap { $0 }.min().map {
      declarations[$0]
    }
  }

  private static func contentKeys(of block: JSON, at address: Address) -> (block: ContentKey, signature: ContentKey) {
    let lines = json(Value(block)).split(separator: "\n").map(String.init)
    return (
      ContentKey(type: address.type, lines: lines),
      ContentKey(type: address.type, lines: signature(of: lines, named: address.name))
    )
  }
}

/// The lines of a block that do not contain the label in any spelling.
private func signature(of lines: [String], named label: String) -> [String] {
  let hyphenated = label.split(separator: "_", omittingEmptySubsequences: false).joined(separator: "-")
  return lines.map { line in
    [label, hyphenated].reduce(line) {
      $0.split(separator: $1, omittingEmptySubsequences: false).joined(separator: "\0")
    }
  }
}
