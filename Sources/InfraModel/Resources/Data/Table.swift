/// A DynamoDB table that is paid by the request (`aws_dynamodb_table`).
///
/// `attribute` blocks are made from the keys: DynamoDB refuses an attribute that no key uses, so there is no way to
/// declare one.
public struct Table: Resource {
  public static let type = "aws_dynamodb_table"
  public static let namingRule: NamingRule? = NamingRule(length: 3...255, characters: .alphanumerics(and: "-_."))

  public let name: String
  public var physicalName: PhysicalName
  /// `hash_key`
  public var partitionKey: Key
  /// `range_key`
  public var sortKey: Key?
  /// `global_secondary_index`: at most twenty.
  public var indexes: [Index]
  /// `ttl`: the attribute that holds the second an item may be deleted at; AWS does so within days, not at once.
  public var expiry: String?
  /// `deletion_protection_enabled`: AWS refuses to delete the table. No default: data is there once.
  public var deletionProtection: Bool
  /// `point_in_time_recovery`: back to any second of the last 35 days.
  public var pointInTimeRecovery: Bool
  /// `stream_enabled` and `stream_view_type`
  public var stream: StreamView?

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, partitionKey: Key, sortKey: Key? = nil,
    indexes: [Index] = [], expiry: String? = nil, deletionProtection: Bool, pointInTimeRecovery: Bool = true,
    stream: StreamView? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.partitionKey = partitionKey
    self.sortKey = sortKey
    self.indexes = indexes
    self.expiry = expiry
    self.deletionProtection = deletionProtection
    self.pointInTimeRecovery = pointInTimeRecovery
    self.stream = stream
  }

  public func encode(into block: inout Block) {
    block.set("billing_mode", "PAY_PER_REQUEST")
    block.set("hash_key", partitionKey.name)
    block.set("range_key", sortKey?.name)
    for key in keys {
      block.nest("attribute") { attribute in
        attribute.set("name", key.name)
        attribute.set("type", key.type)
      }
    }
    for index in indexes {
      block.nest("global_secondary_index") { index.encode(into: &$0) }
    }
    if let expiry {
      block.nest("ttl") { block in
        block.set("attribute_name", expiry)
        block.set("enabled", true)
      }
    }
    block.set("deletion_protection_enabled", deletionProtection)
    block.nest("point_in_time_recovery") { $0.set("enabled", pointInTimeRecovery) }
    if let stream {
      block.set("stream_enabled", true)
      block.set("stream_view_type", stream)
    }
  }

  /// The keys of the table and of its indexes, each once and by name.
  private var keys: [Key] {
    let all = [partitionKey, sortKey].compactMap(\.self) + indexes.flatMap(\.keys)
    return Set(all).sorted { ($0.name, $0.type.rawValue) < ($1.name, $1.type.rawValue) }
  }
}

extension Declared<Table> {
  public var arn: ARN<Table> { ARN(attribute("arn")) }
  public var tableName: Text { attribute("name") }
  /// What an event source mapping reads. There is one only where `stream` says so.
  public var streamARN: Text { attribute("stream_arn") }

  /// Reads that DynamoDB refused for want of capacity. An alarm on it ignores missing data whatever it says (T45).
  public var throttledReads: Metric { metric("ReadThrottleEvents") }
  /// Writes that DynamoDB refused for want of capacity. An alarm on it ignores missing data whatever it says (T45).
  public var throttledWrites: Metric { metric("WriteThrottleEvents") }

  private func metric(_ name: String) -> Metric {
    Metric(name, in: "AWS/DynamoDB", dimensions: ["TableName": tableName], silence: .nothingHappened)
  }
}

extension Table: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    // A table with provisioned capacity has arguments that the type has no place for, and no rule is about them.
    var types: [String: AttributeType] = [:]
    for attribute in try block.blocks("attribute") {
      types[try attribute.string("name")] = try attribute.word("type")
    }
    func key(_ name: String, of block: BlockReader) throws(Unreadable) -> Key? {
      guard let attribute = try block.stringIfAny(name) else { return nil }
      guard let type = types[attribute] else { throw block.error(name, .unfit("'\(attribute)'")) }
      return Key(name: attribute, type: type)
    }
    guard let partitionKey = try key("hash_key", of: block) else { throw block.error("hash_key", .missing) }
    let expiry = try block.nested("ttl")
    self.init(
      name, partitionKey: partitionKey, sortKey: try key("range_key", of: block),
      indexes: try block.blocks("global_secondary_index").map { index throws(Unreadable) in
        guard let partitionKey = try key("hash_key", of: index) else { throw index.error("hash_key", .missing) }
        return Index(
          try index.string("name"), partitionKey: partitionKey, sortKey: try key("range_key", of: index),
          projection: try Index.Projection(reading: index))
      },
      expiry: try expiry?.boolIfAny("enabled") == true ? try expiry?.stringIfAny("attribute_name") : nil,
      deletionProtection: try block.boolIfAny("deletion_protection_enabled") ?? false,
      pointInTimeRecovery: try block.nested("point_in_time_recovery")?.boolIfAny("enabled") ?? false,
      stream: try block.boolIfAny("stream_enabled") == true ? try block.word("stream_view_type") : nil)
  }
}
