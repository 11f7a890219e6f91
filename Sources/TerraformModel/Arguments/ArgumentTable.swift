/// What a resource type or a nested block declares of its arguments, each one once. Encoding, decoding, the limit rules
/// and the reference page follow from it.
///
/// ```swift
/// public static let arguments = ArgumentTable<Queue> { table in
///   table.duration("visibility_timeout_seconds", \.visibilityTimeout, in: .seconds, 0...43_200, default: .seconds(30))
///   table.add("policy", \.policy)
///   table.unmodeled("delay_seconds", .range(0...900))
/// }
/// ```
public struct ArgumentTable<Owner: Sendable>: Sendable {
  typealias Encoder = @Sendable (_ owner: Owner, _ block: inout Block) -> Void

  /// In the order of declaration.
  public private(set) var arguments: [Argument] = []
  package private(set) var constraints: [ArgumentConstraint] = []
  private var encoders: [Encoder] = []
  private var readers: [ArgumentKey: any ArgumentReader] = [:]

  public init(_ declare: (inout ArgumentTable) -> Void) {
    declare(&self)
  }

  /// Writes every argument of a value.
  package func encode(_ owner: Owner, into block: inout Block) {
    for encode in encoders { encode(owner, &block) }
  }

  /// How a property is read from a block; `nil` where the table does not have it.
  func reader<T>(of path: KeyPath<Owner, T>) -> TypedReader<Owner, T>? {
    readers[ArgumentKey(path)] as? TypedReader<Owner, T>
  }
}

// MARK: - Declaring

extension ArgumentTable {
  /// An argument that is always written.
  ///
  /// - Parameters:
  ///   - name: What Terraform calls it; `block.name` for one of a nested block that holds little else.
  ///   - limits: What AWS takes.
  ///   - standard: What AWS uses when it is left out; without one the argument is required.
  package mutating func add<T: ArgumentCodable & Sendable>(
    _ name: String, _ path: any KeyPath<Owner, T> & Sendable, _ limits: ValueLimit..., default standard: T? = nil,
    omitsDefault: Bool = false
  ) where T: Equatable {
    let property = Property(path)
    if omitsDefault, let standard {
      encode(name) { owner in
        let value = property.value(of: owner)
        return value == standard ? nil : value.value
      }
    } else {
      encode(name) { property.value(of: $0).value }
    }
    declare(name, path, limits, default: standard?.value)
    read(path, T.init(reading:), at: name, default: standard)
  }

  /// An argument that a variable may decide.
  package mutating func add<T: ArgumentCodable>(
    _ name: String, _ path: any KeyPath<Owner, Input<T>> & Sendable, _ limits: ValueLimit..., default standard: T? = nil
  ) {
    let property = Property(path)
    encode(name) { property.value(of: $0).value }
    declare(name, path, limits, default: standard?.value)
    read(path, Input<T>.init(reading:), at: name, default: standard.map { .fixed($0) })
  }

  /// An argument that is left out where the property is `nil`.
  package mutating func add<T: ArgumentCodable & Sendable>(
    _ name: String, _ path: any KeyPath<Owner, T?> & Sendable, _ limits: ValueLimit...
  ) {
    let property = Property(path)
    encode(name) { property.value(of: $0)?.value }
    declare(name, path, limits)
    read(path, { value throws(DecodingFailure.Reason) in try T(reading: value) }, at: name, default: .some(nil))
  }

  /// An argument that Terraform spells otherwise than Swift, such as a flag for an enum of two cases.
  package mutating func add<T: Sendable>(
    _ name: String, _ path: any KeyPath<Owner, T> & Sendable, _ limits: ValueLimit..., default standard: T? = nil,
    writing write: @escaping @Sendable (T) -> Value?,
    reading decode: @escaping @Sendable (Value) throws(DecodingFailure.Reason) -> T
  ) {
    let property = Property(path)
    encode(name) { write(property.value(of: $0)) }
    declare(name, path, limits, default: standard.flatMap(write))
    read(path, decode, at: name, default: standard)
  }

  /// Arguments that belong together and stand beside the others, not in a block of their own.
  package mutating func inline<Nested: ArgumentBlock>(_ path: any KeyPath<Owner, Nested> & Sendable) {
    let property = Property(path)
    encoders.append { owner, block in Nested.arguments.encode(property.value(of: owner), into: &block) }
    arguments += Nested.arguments.arguments
    constraints += Nested.arguments.constraints
    read(path) { owner throws(DecodingFailure) in try Nested(reading: BlockView(owner.reader)) }
  }

  /// A list. The provider takes an empty one for none, so it is left out, unless `writesEmpty`.
  package mutating func add<T: ArgumentCodable & Sendable>(
    _ name: String, _ path: any KeyPath<Owner, [T]> & Sendable, _ limits: ValueLimit..., writesEmpty: Bool = false
  ) {
    let property = Property(path)
    encode(name) { owner in
      let values = property.value(of: owner)
      return values.isEmpty && !writesEmpty ? nil : values.value
    }
    declare(name, path, limits)
    read(path, [T].init(reading:), at: name, default: [])
  }

  /// A map, left out where it is empty.
  package mutating func add<T: ArgumentCodable & Sendable>(
    _ name: String, _ path: any KeyPath<Owner, [String: T]> & Sendable, _ limits: ValueLimit...
  ) {
    let property = Property(path)
    encode(name) { owner in
      let values = property.value(of: owner)
      return values.isEmpty ? nil : values.value
    }
    declare(name, path, limits)
    read(path, [String: T].init(reading:), at: name, default: [:])
  }

  /// A time. `range` is in the unit of the argument, as AWS documents it.
  package mutating func duration(
    _ name: String, _ path: any KeyPath<Owner, Duration> & Sendable, in unit: ArgumentTimeUnit,
    _ range: ClosedRange<Double>, default standard: Duration? = nil, omitsDefault: Bool = false
  ) {
    let property = Property(path)
    encode(name) { owner in
      let time = property.value(of: owner)
      return omitsDefault && time == standard ? nil : .integer(unit.count(time))
    }
    declare(name, path, [.range(range)], default: standard.map { .integer(unit.count($0)) }, unit: unit)
    read(path, unit.read, at: name, default: standard)
  }

  /// A time that is left out where the property is `nil`.
  package mutating func duration(
    _ name: String, _ path: any KeyPath<Owner, Duration?> & Sendable, in unit: ArgumentTimeUnit,
    _ range: ClosedRange<Double>
  ) {
    let property = Property(path)
    encode(name) { property.value(of: $0).map { .integer(unit.count($0)) } }
    declare(name, path, [.range(range)], unit: unit)
    read(path, { value throws(DecodingFailure.Reason) in try unit.read(value) }, at: name, default: .some(nil))
  }

  /// A time in seconds that a variable may decide.
  package mutating func seconds(
    _ name: String, _ path: any KeyPath<Owner, Input<Duration>> & Sendable, _ range: ClosedRange<Double>,
    default standard: Duration? = nil
  ) {
    let property = Property(path)
    encode(name) { property.value(of: $0).value }
    declare(name, path, [.range(range)], default: standard.map { .integer($0.wholeSeconds) }, unit: .seconds)
    read(
      path,
      { value throws(DecodingFailure.Reason) in
        try Input(reading: value) { value throws(DecodingFailure.Reason) in try ArgumentTimeUnit.seconds.read(value) }
      }, at: name, default: standard.map { .fixed($0) })
  }

  /// A nested block, left out where the property is `nil`.
  ///
  /// - Parameter isAbsent: Whether AWS takes such a block for none, such as one whose lists are all empty.
  package mutating func block<Nested: ArgumentBlock>(
    _ name: String, _ path: any KeyPath<Owner, Nested?> & Sendable, _ limits: ValueLimit...,
    isAbsent: @escaping @Sendable (Nested) -> Bool = { _ in false }
  ) {
    let property = Property(path)
    encode(name) { owner in property.value(of: owner).map { .blocks([Nested.arguments.block(of: $0)]) } }
    declare(name, path, limits)
    nest(Nested.arguments.arguments, under: name)
    read(path) { owner throws(DecodingFailure) in
      guard let block = try owner.blocks(name).first else { return nil }
      let nested = try Nested(reading: BlockView(block))
      return isAbsent(nested) ? nil : nested
    }
  }

  /// Nested blocks of one name, in their order.
  package mutating func blocks<Nested: ArgumentBlock>(
    _ name: String, _ path: any KeyPath<Owner, [Nested]> & Sendable, _ limits: ValueLimit...
  ) {
    let property = Property(path)
    encode(name) { owner in
      let nested = property.value(of: owner)
      return nested.isEmpty ? nil : .blocks(nested.map { Nested.arguments.block(of: $0) })
    }
    declare(name, path, limits)
    nest(Nested.arguments.arguments, under: name)
    read(path) { owner throws(DecodingFailure) in
      try owner.blocks(name).map { block throws(DecodingFailure) in try Nested(reading: BlockView(block)) }
    }
  }

  /// A document in JSON whose members are declared as a block's arguments are, left out where the property is `nil`.
  package mutating func document<Nested: ArgumentBlock>(_ name: String, _ path: any KeyPath<Owner, Nested?> & Sendable)
  {
    let property = Property(path)
    encode(name) { owner in
      property.value(of: owner).map { .json(.map(Nested.arguments.block(of: $0).asMap)) }
    }
    declare(name, path, [.document])
    nest(Nested.arguments.arguments, under: name)
    read(path) { owner throws(DecodingFailure) in
      guard let document = try owner.reader.documentIfPresent(name) else { return nil }
      guard case .map(let members) = document else { throw owner.reader.error(name, document.unfit) }
      let block = Block(uniqueArguments: members.map { ($0.key, $0.value) })
      return try Nested(reading: BlockView(BlockDecoder(block, at: "\(name).")))
    }
  }

  /// A document in JSON that is held as it is, left out where the property is `nil`.
  package mutating func document(
    _ name: String, _ path: any KeyPath<Owner, Value?> & Sendable, _ limits: ValueLimit...
  ) {
    let property = Property(path)
    encode(name) { property.value(of: $0).map { .json($0) } }
    declare(name, path, limits)
    read(path, { value throws(DecodingFailure.Reason) in try value.document }, at: name, default: .some(nil))
  }

  /// An argument that has one value only, because the type stands for that choice.
  package mutating func constant(_ name: String, _ value: Value, _ limits: ValueLimit...) {
    encode(name) { _ in value }
    declare(name, limits)
  }

  /// An argument that Swift has no property for: it is held to its limits where a raw resource, `with:` or a plan sets it.
  package mutating func unmodeled(_ name: String, _ limits: ValueLimit..., default standard: Value? = nil) {
    declare(name, limits, default: standard)
  }

  /// An argument that is written in a way of its own, and read by a `derived` property.
  package mutating func written(
    _ name: String, _ limits: ValueLimit..., as value: @escaping @Sendable (Owner) -> Value?
  ) {
    encode(name, value)
    declare(name, limits)
  }

  /// A property that several arguments make up, such as an enum with a case for each form.
  package mutating func derived<T: Sendable>(
    _ path: any KeyPath<Owner, T> & Sendable,
    from read: @escaping @Sendable (BlockView<Owner>) throws(DecodingFailure) -> T
  ) {
    self.read(path, read)
  }

  /// A property that only Swift has, such as what a function is for. An audit cannot tell it.
  ///
  /// - Parameter reason: Why not, in one clause without a full stop: `Terraform does not record which metrics code emits`.
  package mutating func swiftOnly<T: Sendable>(_ path: any KeyPath<Owner, T> & Sendable, because reason: String) {
    readers[ArgumentKey(path)] = TypedReader<Owner, T>(isSwiftOnly: true) { owner throws(DecodingFailure) in
      throw owner.reader.error(propertyName(of: path), .notInTerraform(reason))
    }
  }

  /// What AWS asks of several arguments together.
  ///
  /// - Parameters:
  ///   - fault: What is wrong where it does not hold, after the resource's name: `has more datapoints than periods`.
  ///   - fix: What to do about it, before the resource's name.
  ///   - severityInAudit: Less than an error where AWS accepts the arguments and only advises against them.
  package mutating func constraint(
    _ fault: String, fix: String, severityInAudit: Severity = .error,
    unless holds: @escaping @Sendable (KnownArguments) -> Bool
  ) {
    constraints.append(ArgumentConstraint(fault, fix: fix, severityInAudit: severityInAudit, unless: holds))
  }
}

// MARK: - How

extension ArgumentTable {
  /// The block that the arguments make up.
  func block(of owner: Owner) -> Block {
    var block = Block()
    encode(owner, into: &block)
    return block
  }

  private mutating func encode(_ name: String, _ value: @escaping @Sendable (Owner) -> Value?) {
    guard let stop = name.firstIndex(of: ".") else {
      encoders.append { owner, block in
        if let value = value(owner) { block[name] = value }
      }
      return
    }
    let (outer, inner) = (String(name[..<stop]), String(name[name.index(after: stop)...]))
    encoders.append { owner, block in
      if let value = value(owner) { block.setNested(outer, inner, value) }
    }
  }

  private mutating func declare<T>(
    _ name: String, _ path: KeyPath<Owner, T>, _ limits: [ValueLimit], default standard: Value? = nil,
    unit: ArgumentTimeUnit? = nil
  ) {
    declare(name, limits, default: standard, unit: unit, key: ArgumentKey(path))
  }

  private mutating func declare(
    _ name: String, _ limits: [ValueLimit], default standard: Value? = nil, unit: ArgumentTimeUnit? = nil,
    key: ArgumentKey? = nil
  ) {
    arguments.append(Argument(name, limits, default: standard, unit: unit, key: key))
  }

  private mutating func nest(_ nested: [Argument], under name: String) {
    arguments += nested.map { Argument($0, in: name) }
  }

  private mutating func read<T: Sendable>(
    _ path: any KeyPath<Owner, T> & Sendable, _ decode: @escaping @Sendable (Value) throws(DecodingFailure.Reason) -> T,
    at name: String, default standard: T?
  ) {
    let steps = name.split(separator: ".").map(String.init)
    read(path) { owner throws(DecodingFailure) in
      guard let (value, reader, last) = try owner.reader.value(at: steps) else {
        guard let standard else { throw owner.reader.error(name, .missing) }
        return standard
      }
      // The provider takes an empty list for none.
      if case .list([]) = value, let standard { return standard }
      do throws(DecodingFailure.Reason) { return try decode(value) } catch { throw reader.error(last, error) }
    }
  }

  private mutating func read<T: Sendable>(
    _ path: any KeyPath<Owner, T> & Sendable,
    _ read: @escaping @Sendable (BlockView<Owner>) throws(DecodingFailure) -> T
  ) {
    readers[ArgumentKey(path)] = TypedReader(read: read)
  }
}

extension ArgumentTimeUnit {
  fileprivate func read(_ value: Value) throws(DecodingFailure.Reason) -> Duration {
    duration(try Int(reading: value))
  }
}

extension Block {
  /// Sets an argument of the one nested block of a name.
  fileprivate mutating func setNested(_ outer: String, _ inner: String, _ value: Value) {
    var nested: Block = if case .blocks(let blocks)? = self[outer], let first = blocks.first { first } else { Block() }
    if let stop = inner.firstIndex(of: ".") {
      nested.setNested(String(inner[..<stop]), String(inner[inner.index(after: stop)...]), value)
    } else {
      nested[inner] = value
    }
    self[outer] = .blocks([nested])
  }
}
