public import TerraformModel

extension Table {
  /// An attribute that items are found by: an `attribute` block.
  public struct Key: Hashable, Sendable {
    public var name: String
    public var type: AttributeType

    public static func string(_ name: String) -> Key { Key(name: name, type: .string) }
    public static func number(_ name: String) -> Key { Key(name: name, type: .number) }
    public static func binary(_ name: String) -> Key { Key(name: name, type: .binary) }
  }

  /// `attribute.type`: of DynamoDB's types, those a key may have.
  public enum AttributeType: String, Hashable, Sendable, ArgumentCodable {
    case string = "S"
    case number = "N"
    case binary = "B"
  }

  /// `stream_view_type`: what a stream says about a changed item.
  public enum StreamView: String, Hashable, Sendable, CaseIterable, ArgumentCodable {
    case keysOnly = "KEYS_ONLY"
    case newImage = "NEW_IMAGE"
    case oldImage = "OLD_IMAGE"
    case newAndOldImages = "NEW_AND_OLD_IMAGES"
  }

  /// Other keys to find items by: a `global_secondary_index`. It answers a little later than the table itself.
  public struct Index: Hashable, Sendable {
    public var name: String
    /// `hash_key`
    public var partitionKey: Key
    /// `range_key`
    public var sortKey: Key?
    public var projection: Projection

    public init(_ name: String, partitionKey: Key, sortKey: Key? = nil, projection: Projection = .all) {
      self.name = name
      self.partitionKey = partitionKey
      self.sortKey = sortKey
      self.projection = projection
    }

    /// `projection_type`: what of an item the index holds.
    public enum Projection: Hashable, Sendable {
      case all
      case keysOnly
      /// The keys and these: `non_key_attributes`.
      case including([String])
    }
  }
}

extension Table.Index {
  var keys: [Table.Key] { [partitionKey, sortKey].compactMap(\.self) }

  func encode(into block: inout Block) {
    block.set("name", name)
    block.set("hash_key", partitionKey.name)
    block.set("range_key", sortKey?.name)
    switch projection {
    case .all: block.set("projection_type", "ALL")
    case .keysOnly: block.set("projection_type", "KEYS_ONLY")
    case .including(let attributes):
      block.set("projection_type", "INCLUDE")
      block.set("non_key_attributes", attributes)
    }
  }
}

extension Table.Index.Projection {
  init(reading index: BlockDecoder) throws(DecodingFailure) {
    let type = try index.string("projection_type")
    switch type {
    case "ALL": self = .all
    case "KEYS_ONLY": self = .keysOnly
    case "INCLUDE": self = .including(try index.strings("non_key_attributes"))
    default: throw index.error("projection_type", .unfit("'\(type)'"))
    }
  }
}
