import InfraModel
import TFEmit

/// The resources that a stack adds, by their content apart from the name, so that ten thousand removed resources are
/// not each compared with every added one.
struct Newcomers {
  private struct Likeness: Hashable {
    let type: String
    let lines: [String]
  }

  private let declarations: [Declaration]
  private let byBlock: [Likeness: Int]
  private let bySignature: [Likeness: Int]

  init(in stack: DeclaredStack, since old: Predecessor, written: WrittenConfiguration) {
    var declarations: [Declaration] = []
    var byBlock: [Likeness: Int] = [:]
    var bySignature: [Likeness: Int] = [:]
    for declaration in stack.declarations where declaration.address.mode == .managed {
      let key = "\(declaration.address)"
      guard old.ledger[key] == nil, let block = written.blocks[key] else { continue }
      let likenesses = Self.likenesses(of: block, at: declaration.address)
      byBlock[likenesses.block] = byBlock[likenesses.block] ?? declarations.count
      bySignature[likenesses.signature] = bySignature[likenesses.signature] ?? declarations.count
      declarations.append(declaration)
    }
    self.declarations = declarations
    self.byBlock = byBlock
    self.bySignature = bySignature
  }

  /// The first added resource that equals a block except for its label.
  func heir(of block: JSON, at address: Address) -> Declaration? {
    guard !declarations.isEmpty else { return nil }
    let likenesses = Self.likenesses(of: block, at: address)
    return [byBlock[likenesses.block], bySignature[likenesses.signature]].compactMap { $0 }.min().map {
      declarations[$0]
    }
  }

  private static func likenesses(of block: JSON, at address: Address) -> (block: Likeness, signature: Likeness) {
    let lines = json(Value(block)).split(separator: "\n").map(String.init)
    return (
      Likeness(type: address.type, lines: lines),
      Likeness(type: address.type, lines: signature(of: lines, named: address.name))
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
