import InfraModel

/// One resource of a plan or a state, in Terraform's own words.
struct PlannedInstance {
  let address: Address
  /// What it will be.
  let after: JSON
  /// `true` in the places of what is known only after apply.
  let unknown: JSON
  /// What Terraform marks as sensitive; `nil` where the document does not tell, as before Terraform 0.15.
  let sensitive: SensitiveMarks?
  let providerName: String
  /// Data that Terraform reads while it applies, and so nothing that it plans.
  let isRead: Bool

  /// What the configuration calls it, whatever `count` and `for_each` make of it: `module.shop.aws_sqs_queue.orders`.
  var block: BlockName { BlockName(modules: ModulePath(address.module).names, name: address.blockName) }
}

/// The name of a `resource` or `data` block.
struct BlockName: Hashable {
  let modules: [String]
  /// `aws_sqs_queue.orders`, or `data.aws_region.current`.
  let name: String
}

extension Address {
  var blockName: String { mode == .data ? "data.\(type).\(name)" : "\(type).\(name)" }
}

/// The modules around something, each with the index that tells it from its siblings.
struct ModulePath: Hashable {
  struct Step: Hashable {
    let name: String
    /// `[0]` or `["orders"]`; empty if the module exists once, `nil` if the plan does not show which one is meant.
    let index: String?
  }

  var steps: [Step]

  var names: [String] { steps.map(\.name) }

  init(_ steps: [Step] = []) {
    self.steps = steps
  }

  /// Reads `module.shop["eu"].module.queue`, where a key may hold anything.
  init(_ path: String) {
    steps = []
    var words = Traversal(path).words[...]
    while words.count >= 2, words.first?.name == "module" {
      words.removeFirst()
      guard let step = words.popFirst() else { return }
      steps.append(Step(name: step.name, index: step.index))
    }
  }

  static func + (path: ModulePath, step: Step) -> ModulePath {
    ModulePath(path.steps + [step])
  }
}

/// Words joined by full stops, each with what stands behind it in brackets, such as
/// `module.shop["a.b"].aws_sqs_queue.orders[0].arn`.
struct Traversal {
  struct Word: Hashable {
    var name: String
    var index: String
  }

  private(set) var words: [Word] = []

  init(_ text: String) {
    var name: [UInt8] = []
    var index: [UInt8] = []
    var depth = 0
    var isQuoted = false
    var isEscaped = false
    for byte in text.utf8 {
      if isQuoted {
        index.append(byte)
        if isEscaped {
          isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
          isEscaped = true
        } else if byte == UInt8(ascii: "\"") {
          isQuoted = false
        }
        continue
      }
      switch byte {
      case UInt8(ascii: "["):
        depth += 1
        index.append(byte)
      case UInt8(ascii: "]"):
        depth -= 1
        index.append(byte)
      case UInt8(ascii: "\"") where depth > 0:
        isQuoted = true
        index.append(byte)
      case UInt8(ascii: ".") where depth == 0:
        words.append(Word(name: String(decoding: name, as: UTF8.self), index: String(decoding: index, as: UTF8.self)))
        (name, index) = ([], [])
      default:
        if depth > 0 { index.append(byte) } else { name.append(byte) }
      }
    }
    words.append(Word(name: String(decoding: name, as: UTF8.self), index: String(decoding: index, as: UTF8.self)))
  }
}
