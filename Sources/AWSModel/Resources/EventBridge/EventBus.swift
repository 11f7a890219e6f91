public import TerraformModel

/// Receives events and matches them to rules (`aws_cloudwatch_event_bus`). Every account has one called `default`, to
/// which AWS services send their events; that one is not declared.
///
/// A bus has no segment in X-Ray. A trace continues behind it if the sender of the event is traced and passes its trace
/// header; a replayed event has none (T42).
public struct EventBus: ResourceModel {
  public static let type = "aws_cloudwatch_event_bus"

  public let name: String
  public var physicalName: PhysicalName
  /// `description`
  public var description: String?
  /// `kms_key_identifier`: a key whose policy allows EventBridge; a key that AWS owns where `nil`.
  public var encryptionKey: Text?

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, description: String? = nil,
    encryptionKey: Text? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.description = description
    self.encryptionKey = encryptionKey
  }

  public static let arguments = ArgumentTable<EventBus> { table in
    table.add("description", \.description)
    table.add("kms_key_identifier", \.encryptionKey)
    table.unmodeled("name", .other(than: "default"))
  }

  /// AWS reserves `/` in names for the buses of partners; the provider does not check it.
  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateEventBus.html",
    name: NamingRule(length: 1...256, characters: .alphanumerics(and: "-_.")), iamPrefix: "events",
    dimension: NamedDimension("EventBusName", attributes: ["name", "id"], ofAWS: ["default"]),
    useActions: ["events:PutEvents", "events:PutRule", "events:DescribeEventBus"])
}

extension DeclaredResource<EventBus> {
  public var arn: ARN<EventBus> { ARN(attribute("arn")) }
  /// `name`, for the rules of the bus.
  public var busName: EventBusName { EventBusName(attribute("name")) }
}

/// `event_bus_name`: the name or the ARN of a bus.
public struct EventBusName: Hashable, Sendable, ArgumentCodable {
  public let text: Text
  public var value: Value { .text(text) }

  /// The name or the ARN of a bus that another configuration declares.
  public init(_ text: Text) {
    self.text = text
  }

  public init(reading value: Value) throws(DecodingFailure.Reason) {
    text = try Text(reading: value)
  }

  /// The bus that every account has. Only its rules can have a schedule.
  public static let `default` = EventBusName("default")
}

extension Statement {
  /// Sends events to these buses.
  public static func putEvents(on buses: ARN<EventBus>...) -> Statement {
    Statement(id: "PutEvents", ["events:PutEvents"], on: buses.map(\.text))
  }
}

extension EventBus: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let bus = BlockView<Self>(block)
    self.init(name, description: try bus[\.description], encryptionKey: try bus[\.encryptionKey])
  }
}
