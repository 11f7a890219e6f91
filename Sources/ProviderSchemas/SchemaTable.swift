import Synchronization

/// Schemas of several versions of one provider, packed into text that is compiled into the program. Nothing is read before
/// it is asked for, and then only what is asked for.
///
/// - `members`: one line for each argument, attribute and nested block that differs from the others: its name, its kind and
///   its flags.
/// - `shapes`: one line for each set of members, which is the place of each, in the order of their names.
/// - `types`: one line for each type, sorted: its mode and name, and the place of its shape in each version.
///
/// A place is an offset in bytes, written as four digits of base 64. `Scripts/provider-schema` writes them.
struct SchemaTable: Sendable {
  let versions: [String]
  private let members: PackedText
  private let shapes: PackedText
  let types: PackedText
  /// What has been read of it. A program checks many blocks of few shapes.
  let read = ReadShapes()

  init(versions: [String], members: StaticString, shapes: StaticString, types: StaticString) {
    self.versions = versions
    self.members = PackedText(members)
    self.shapes = PackedText(shapes)
    self.types = PackedText(types)
  }
}

extension SchemaTable {
  /// Where a shape is.
  struct Shape: Hashable, Sendable {
    let place: Int
  }

  /// Where a member is.
  struct Member: Hashable, Sendable {
    fileprivate let place: Int
  }

  /// The shape of a type in the version at an index of `versions`; `nil` where that version does not have it.
  func shape(of type: String, _ mode: SchemaMode, at version: Int) -> Shape? {
    line(of: type, mode).flatMap { line in shape(in: line, at: version) }
  }

  /// Whether the provider deprecates a type.
  func isDeprecated(_ type: String, _ mode: SchemaMode) -> Bool {
    guard let line = line(of: type, mode) else { return false }
    return types.bytes[types.end(ofLineAt: line) - 1] == UInt8(ascii: "-")
      && types.word(at: line).count + 1 + versions.count * PackedText.digits < types.end(ofLineAt: line) - line
  }

  /// The types of a version, in the order of their names.
  func types(_ mode: SchemaMode, at version: Int) -> [String] {
    var names: [String] = []
    var line = 0
    while line < types.bytes.count {
      let end = types.end(ofLineAt: line)
      if types.bytes[line] == mode.rawValue, shape(in: line, at: version) != nil {
        names.append(String(decoding: types.word(at: line).dropFirst(), as: UTF8.self))
      }
      line = end + 1
    }
    return names
  }

  private func shape(in line: Int, at version: Int) -> Shape? {
    let place = line + types.word(at: line).count + 1 + version * PackedText.digits
    return types.place(at: place).map(Shape.init)
  }

  private func line(of type: String, _ mode: SchemaMode) -> Int? {
    var type = type
    return type.withUTF8 { type in
      types.line { word in
        word.first == mode.rawValue
          ? compare(word.dropFirst(), type[...]) : word.first.map { $0 < mode.rawValue ? -1 : 1 } ?? -1
      }
    }
  }

  /// The members of a shape, in the order of their names.
  func members(of shape: Shape) -> [Member] {
    let end = shapes.end(ofLineAt: shape.place)
    return stride(from: shape.place, to: end, by: PackedText.digits).compactMap {
      shapes.place(at: $0).map(Member.init)
    }
  }

  /// The member of a shape with a name.
  func member(named name: String, of shape: Shape) -> Member? {
    var name = name
    return name.withUTF8 { name in
      var start = 0
      var end = (shapes.end(ofLineAt: shape.place) - shape.place) / PackedText.digits
      while start < end {
        let middle = (start + end) / 2
        guard let place = shapes.place(at: shape.place + middle * PackedText.digits) else { return nil }
        switch compare(members.word(at: place), name[...]) {
        case 0: return Member(place: place)
        case ..<0: start = middle + 1
        default: end = middle
        }
      }
      return nil
    }
  }

  /// The names of those that the configuration has to set, without reading the others.
  func required(of shape: Shape) -> [String] {
    members(of: shape).filter { member in
      let kind = member.place + members.word(at: member.place).count + 1
      return members.bytes[kind..<members.end(ofLineAt: kind)].contains(UInt8(ascii: "!"))
    }.map(name)
  }

  func name(of member: Member) -> String {
    String(decoding: members.word(at: member.place), as: UTF8.self)
  }

  /// The kind and the flags, which follow the name.
  func traits(of member: Member) -> SchemaMember.Traits {
    var position = member.place + members.word(at: member.place).count + 1
    let end = members.end(ofLineAt: member.place)
    let kind = kind(at: &position)
    var traits = SchemaMember.Traits(kind: kind)
    var numbers: [Int] = [0]
    while position < end {
      switch members.bytes[position] {
      case UInt8(ascii: "!"): traits.isRequired = true
      case UInt8(ascii: "?"): traits.isOptional = true
      case UInt8(ascii: "="): traits.isComputed = true
      case UInt8(ascii: "*"): traits.isSensitive = true
      case UInt8(ascii: "w"): traits.isWriteOnly = true
      case UInt8(ascii: "-"): traits.isDeprecated = true
      case UInt8(ascii: "#"): traits.isBlock = true
      case UInt8(ascii: ","): numbers.append(0)
      case let digit: numbers[numbers.count - 1] = numbers[numbers.count - 1] * 10 + Int(digit) - 48
      }
      position += 1
    }
    traits.fewest = numbers[0]
    traits.most = numbers.count > 1 && numbers[1] > 0 ? numbers[1] : nil
    return traits
  }

  private func kind(at position: inout Int) -> SchemaKind {
    let letter = members.bytes[position]
    position += 1
    switch letter {
    case UInt8(ascii: "s"): return .text
    case UInt8(ascii: "n"): return .number
    case UInt8(ascii: "b"): return .bool
    case UInt8(ascii: "L"): return .list(kind(at: &position))
    case UInt8(ascii: "S"): return .set(kind(at: &position))
    case UInt8(ascii: "M"): return .map(kind(at: &position))
    case UInt8(ascii: "{"):
      defer { position += PackedText.digits }
      return members.place(at: position).map { .object(SchemaBlock(self, Shape(place: $0))) } ?? .any
    default: return .any
    }
  }
}

/// The members of shapes, each read once.
final class ReadShapes: Sendable {
  private let known = Mutex<[SchemaTable.Shape: SchemaMembers]>([:])

  func members(of shape: SchemaTable.Shape, reading read: () -> SchemaMembers) -> SchemaMembers {
    if let members = known.withLock({ $0[shape] }) { return members }
    let members = read()
    known.withLock { $0[shape] = members }
    return members
  }
}
