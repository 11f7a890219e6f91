/// The nested blocks of one name in the configuration, to be paired with the planned ones: a plan sorts sets of blocks
/// anew, so the block with the same constants is the match.
///
/// The first that has all its constants of a planned block is found by them. Where none has, as where a provider writes a
/// value in its own way, the likeliest of a few is taken: to compare all with all would take hours for a hostile plan.
struct BlockPairing {
  private let blocks: [JSON]
  private var isTaken: [Bool]
  /// Every block before it is taken.
  private var firstFree = 0
  private var free: Int
  /// The names of the constants of blocks, each combination once; those with most constants come first.
  private let shapes: [[String]]
  private var byConstants: [Constants: Places] = [:]
  /// How many blocks were compared with planned ones, for a test that they are few.
  private(set) var comparisons = 0

  private struct Constants: Hashable {
    let names: [String]
    let values: [JSON]
  }

  /// Where blocks with the same constants are, and how many of them were handed out.
  private struct Places {
    var all: [Int] = []
    var next = 0
  }

  /// How many blocks are compared where none has the same constants.
  private static let fewest = 32

  init(_ blocks: [JSON]) {
    self.blocks = blocks
    isTaken = Array(repeating: false, count: blocks.count)
    free = blocks.count
    var shapes: Set<[String]> = []
    for (index, block) in blocks.enumerated() {
      let constants = BlockPairing.constants(of: block)
      shapes.insert(constants.names)
      byConstants[constants, default: Places()].all.append(index)
    }
    self.shapes = shapes.sorted { ($1.count, $0.joined()) < ($0.count, $1.joined()) }
  }

  /// The block that fits best of those that are left.
  mutating func take(fitting element: JSON) -> JSON? {
    guard free > 0 else { return nil }
    let index = perfect(for: element) ?? likeliest(for: element)
    isTaken[index] = true
    free -= 1
    return blocks[index]
  }

  private mutating func perfect(for element: JSON) -> Int? {
    for names in shapes.prefix(Self.fewest) where !names.isEmpty {
      comparisons += 1
      let values = names.compactMap { element[$0] }
      let constants = Constants(names: names, values: values)
      guard values.count == names.count, var places = byConstants[constants] else { continue }
      while places.next < places.all.count, isTaken[places.all[places.next]] { places.next += 1 }
      defer { byConstants[constants] = places }
      if places.next < places.all.count { return places.all[places.next] }
    }
    return nil
  }

  private mutating func likeliest(for element: JSON) -> Int {
    while firstFree < blocks.count, isTaken[firstFree] { firstFree += 1 }
    var best = firstFree
    var bestScore = Int.min
    var index = firstFree
    var seen = 0
    while index < min(blocks.count, firstFree + 1_024), seen < Self.fewest {
      if !isTaken[index] {
        seen += 1
        comparisons += 1
        let score = fit(element, blocks[index])
        if score > bestScore { (best, bestScore) = (index, score) }
      }
      index += 1
    }
    return best
  }

  private func fit(_ element: JSON, _ written: JSON) -> Int {
    let constants = BlockPairing.constants(of: written)
    return zip(constants.names, constants.values).reduce(0) { score, constant in
      guard let value = element[constant.0] else { return score }
      return score + (constant.1 == value ? 1 : -10)
    }
  }

  /// What is written of a block that is a constant and not a template.
  private static func constants(of block: JSON) -> Constants {
    guard case .object(let expressions) = block else { return Constants(names: [], values: []) }
    let constants = expressions.compactMap { name, expression -> (name: String, value: JSON)? in
      guard let constant = expression["constant_value"] else { return nil }
      if case .string(let text) = constant, text.contains("${") { return nil }
      return (name, constant)
    }.sorted { $0.name < $1.name }
    return Constants(names: constants.map(\.name), values: constants.map(\.value))
  }
}
