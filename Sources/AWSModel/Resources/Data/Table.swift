public import TerraformModel

/// A DynamoDB table that is paid by the request (`aws_dynamodb_table`).
///
/// `attribute` blocks are made from the keys: DynamoDB refuses an attribute that no key uses, so there is no way to
/// declare one.
public struct Table: ResourceModel {
  public static let type = "aws_dynamodb_table"

  public let name: String
  public var physicalName: PhysicalName
  /// `hash_key`
  public var partitionKey: Key
  /// `range_key`
  public var sortKey: Key?
  /// `global_secondary_index`: at most twenty.
  public var indexes: [Index]
  /// `ttl`: the attribute that holds the second an item may be deleted at; AWS does so within days, not at once.
  public var timeToLive: String?
  /// `deletion_protection_enabled`: AWS refuses to delete the table. No default: data is there once.
  public var deletionProtection: Bool
  /// `point_in_time_recovery`: back to any second of the last 35 days.
  public var pointInTimeRecovery: Bool
  /// `stream_enabled` and `stream_view_type`
  public var stream: StreamView?

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, partitionKey: Key, sortKey: Key? = nil,
    indexes: [Index] = [], timeToLive: String? = nil, deletionProtection: Bool, pointInTimeRecovery: Bool = true,
    stream: StreamView? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.partitionKey = partitionKey
    self.sortKey = sortKey
    self.indexes = indexes
    self.timeToLive = timeToLive
    self.deletionProtection = deletionProtection
    self.pointInTimeRecovery = pointInTimeRecovery
    self.stream = stream
  }

  public static let arguments = ArgumentTable<Table> { table in
    table.constant("billing_mode", "PAY_PER_REQUEST", .word(["PAY_PER_REQUEST", "PROVISIONED"]))
    table.written("hash_key") { $0.partitionKey.name.value }
    table.written("range_key") { $0.sortKey?.name.value }
    table.derived(\.partitionKey) { table throws(DecodingFailure) in
      try KeyTypes(of: table.reader).partitionKey(of: table.reader)
    }
    table.derived(\.sortKey) { table throws(DecodingFailure) in
      try KeyTypes(of: table.reader).key("range_key", of: table.reader)
    }
    table.written("attribute") { table in
      .blocks(table.keys.map { ["name": $0.name.value, "type": $0.type.value] })
    }
    table.unmodeled("attribute.type", .word(["S", "N", "B"]))
    table.written("global_secondary_index", .count(0...20)) { table in
      table.indexes.isEmpty
        ? nil
        : .blocks(
          table.indexes.map { index in
            var block = Block()
            index.encode(into: &block)
            return block
          })
    }
    table.derived(\.indexes) { table throws(DecodingFailure) in try KeyTypes(of: table.reader).indexes(of: table.reader)
    }
    table.unmodeled("local_secondary_index", .count(0...5))
    table.written("ttl.attribute_name") { $0.timeToLive?.value }
    table.written("ttl.enabled") { $0.timeToLive == nil ? nil : true }
    table.derived(\.timeToLive) { table throws(DecodingFailure) in
      let timeToLive = try table.reader.nested("ttl")
      return try timeToLive?.boolIfPresent("enabled") == true ? try timeToLive?.stringIfPresent("attribute_name") : nil
    }
    table.add("deletion_protection_enabled", \.deletionProtection, default: false)
    table.add("point_in_time_recovery.enabled", \.pointInTimeRecovery, default: false)
    table.written("stream_enabled") { $0.stream == nil ? nil : true }
    table.written("stream_view_type") { $0.stream?.value }
    table.derived(\.stream) { table throws(DecodingFailure) in
      try table.reader.boolIfPresent("stream_enabled") == true ? try table.reader.word("stream_view_type") : nil
    }
    table.constraint(
      "is provisioned without capacity", fix: "set `read_capacity` and `write_capacity`, or `billing_mode`"
    ) { table in
      table.text("billing_mode") == "PAY_PER_REQUEST"
        || (table.number("read_capacity") ?? 0) >= 1 && (table.number("write_capacity") ?? 0) >= 1
    }
    table.constraint("has a stream without a view type", fix: "set `stream_view_type`") { table in
      !table.isTrue("stream_enabled") || table.has("stream_view_type")
    }
    table.constraint(
      "has a key that is no attribute, or an attribute that is no key",
      fix: "declare the attributes that are keys, and no others"
    ) { table in
      let keys = ["hash_key", "range_key"]
      let indexes = table.blocks("global_secondary_index") + table.blocks("local_secondary_index")
      let used = ([table] + indexes).flatMap { block in keys.compactMap { block.text($0) } }
      return Set(used) == Set(table.blocks("attribute").compactMap { $0.text("name") })
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html",
    name: NamingRule(length: 3...255, characters: .alphanumerics(and: "-_.")),
    identifiedBy: ["arn", "stream_arn"], data: StatefulData("items", in: "table"), iamPrefix: "dynamodb",
    dimension: NamedDimension("TableName", attributes: ["name", "id"]), metrics: DynamoDBMetrics.namespace,
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Streams.html
    recordAge: .seconds(86_400),
    safeguards: [
      Safeguard(
        .deletion, "deletion_protection_enabled", .isTrue, "can be deleted by one call"),
      Safeguard(
        .recovery, "point_in_time_recovery.enabled", .isTrue,
        "has no point-in-time recovery, so that items which were overwritten or deleted are lost"),
    ],
    alarms: [
      NeededAlarm(
        "its throttled requests", in: "AWS/DynamoDB",
        high: "ThrottledRequests ReadThrottleEvents WriteThrottleEvents ReadProvisionedThroughputThrottleEvents "
          + "WriteProvisionedThroughputThrottleEvents ReadKeyRangeThroughputThrottleEvents "
          + "WriteKeyRangeThroughputThrottleEvents",
        need: .word("billing_mode", of: ["PROVISIONED"], orAbsent: true),
        because: "the retries of the SDK hide throttled requests until they are used up")
    ],
    rates: [
      BaseRate(
        .tableReads, times: [.number("read_capacity", default: nil)],
        when: [.word("billing_mode", of: ["PROVISIONED"], orAbsent: true)]),
      BaseRate(
        .tableWrites, times: [.number("write_capacity", default: nil)],
        when: [.word("billing_mode", of: ["PROVISIONED"], orAbsent: true)]),
    ])

  /// The keys of the table and of its indexes, each once and by name.
  private var keys: [Key] {
    let all = [partitionKey, sortKey].compactMap(\.self) + indexes.flatMap(\.keys)
    return Set(all).sorted { ($0.name, $0.type.rawValue) < ($1.name, $1.type.rawValue) }
  }
}

extension DeclaredResource<Table> {
  public var arn: ARN<Table> { ARN(attribute("arn")) }
  public var tableName: Text { attribute("name") }
  /// What an event source mapping reads. There is one only where `stream` says so.
  public var streamARN: Text { attribute("stream_arn") }

  /// Reads that DynamoDB refused for want of capacity. An alarm on it ignores missing data whatever it says (T45).
  public var throttledReads: Metric { metric("ReadThrottleEvents") }
  /// Writes that DynamoDB refused for want of capacity. An alarm on it ignores missing data whatever it says (T45).
  public var throttledWrites: Metric { metric("WriteThrottleEvents") }
}

/// The types of a table's attributes, which its keys and those of its indexes are made of.
private struct KeyTypes {
  private var types: [String: Table.AttributeType] = [:]

  init(of table: BlockDecoder) throws(DecodingFailure) {
    for attribute in try table.blocks("attribute") {
      types[try attribute.string("name")] = try attribute.word("type")
    }
  }

  func key(_ name: String, of block: BlockDecoder) throws(DecodingFailure) -> Table.Key? {
    guard let attribute = try block.stringIfPresent(name) else { return nil }
    guard let type = types[attribute] else { throw block.error(name, .unfit("'\(attribute)'")) }
    return Table.Key(name: attribute, type: type)
  }

  func partitionKey(of block: BlockDecoder) throws(DecodingFailure) -> Table.Key {
    guard let key = try key("hash_key", of: block) else { throw block.error("hash_key", .missing) }
    return key
  }

  func indexes(of table: BlockDecoder) throws(DecodingFailure) -> [Table.Index] {
    try table.blocks("global_secondary_index").map { index throws(DecodingFailure) in
      Table.Index(
        try index.string("name"), partitionKey: try partitionKey(of: index), sortKey: try key("range_key", of: index),
        projection: try Table.Index.Projection(reading: index))
    }
  }
}

extension Table: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    // A table with provisioned capacity has arguments that the type has no place for, and no rule is about them.
    let keys = try KeyTypes(of: block)
    let timeToLive = try block.nested("ttl")
    self.init(
      name, partitionKey: try keys.partitionKey(of: block), sortKey: try keys.key("range_key", of: block),
      indexes: try keys.indexes(of: block),
      timeToLive: try timeToLive?.boolIfPresent("enabled") == true
        ? try timeToLive?.stringIfPresent("attribute_name") : nil,
      deletionProtection: try block.boolIfPresent("deletion_protection_enabled") ?? false,
      pointInTimeRecovery: try block.nested("point_in_time_recovery")?.boolIfPresent("enabled") ?? false,
      stream: try block.boolIfPresent("stream_enabled") == true ? try block.word("stream_view_type") : nil)
  }
}
