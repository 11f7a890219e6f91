/// A Terraform block: arguments and nested blocks by name.
public struct Block: Hashable, Sendable {
  /// In the order of their names, which is the order in which they are written.
  public private(set) var arguments: [(name: String, value: Value)] = []

  public init() {}

  /// A block of arguments that are known to differ in name, without looking for each.
  public init(uniqueArguments arguments: [(String, Value)]) {
    self.arguments = arguments.map { (name: $0, value: $1) }.sorted { $0.name < $1.name }
  }

  public subscript(name: String) -> Value? {
    get {
      position(of: name).map { arguments[$0].value }
    }
    set {
      let place = place(of: name)
      let isThere = place < arguments.count && arguments[place].name == name
      switch (isThere, newValue) {
      case (true, let value?): arguments[place].value = value
      case (true, nil): arguments.remove(at: place)
      case (false, let value?): insert((name, value), at: place)
      case (false, nil): break
      }
    }
  }

  /// By exchanging neighbours: the library's own insertion makes a hole for any number of elements, which costs more than
  /// what it is made for.
  private mutating func insert(_ argument: (name: String, value: Value), at place: Int) {
    arguments.append(argument)
    arguments.withUnsafeMutableBufferPointer { arguments in
      for index in stride(from: arguments.count - 1, to: place, by: -1) { arguments.swapAt(index, index - 1) }
    }
  }

  private func position(of name: String) -> Int? {
    let length = name.utf8.count
    // Lengths first: they differ for most names, and comparing strings is a call.
    return arguments.firstIndex { $0.name.utf8.count == length && $0.name == name }
  }

  /// Where an argument is, or belongs.
  private func place(of name: String) -> Int {
    // Many come in their order.
    guard let last = arguments.last, name <= last.name else { return arguments.count }
    var (start, end) = (0, arguments.count)
    while start < end {
      let middle = (start + end) / 2
      if arguments[middle].name < name { start = middle + 1 } else { end = middle }
    }
    return start
  }

  /// Makes room for the arguments that most resources have.
  mutating func reserveRoom() {
    arguments.reserveCapacity(12)
  }

  /// Sets an argument; `nil` leaves it out, and so to the provider's default.
  public mutating func set<Argument: ArgumentValue>(_ name: String, _ argument: Argument?) {
    if let argument { self[name] = argument.value }
  }

  /// Adds one nested block.
  public mutating func nest(_ name: String, _ fill: (inout Block) -> Void) {
    var block = Block()
    fill(&block)
    guard case .blocks(let siblings) = self[name] else {
      self[name] = .blocks([block])
      return
    }
    self[name] = .blocks(siblings + [block])
  }

  /// Takes over `other`'s arguments; where both have one, `other` wins.
  public mutating func merge(_ other: Block) {
    for (name, value) in other.arguments { self[name] = value }
  }

  /// Calls `visit` with every expression in the block that has no others in it, however deep.
  package func forEachLeaf(_ visit: (Expression) -> Void) {
    for argument in arguments { argument.value.forEachLeaf(visit) }
  }
}

extension Block {
  public static func == (left: Block, right: Block) -> Bool {
    left.arguments.elementsEqual(right.arguments) { $0.name == $1.name && $0.value == $1.value }
  }

  public func hash(into hasher: inout Hasher) {
    for (name, value) in arguments {
      hasher.combine(name)
      hasher.combine(value)
    }
  }

  public var asMap: [String: Value] {
    Dictionary(arguments.map { ($0.name, $0.value) }, uniquingKeysWith: { _, last in last })
  }
}

extension Block: ExpressibleByDictionaryLiteral {
  public init(dictionaryLiteral elements: (String, Value)...) {
    for (name, value) in elements { self[name] = value }
  }
}
