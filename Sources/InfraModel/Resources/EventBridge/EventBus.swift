/// Where events are put and rules look for them (`aws_cloudwatch_event_bus`). Every account has one called `default`, on
/// which AWS's own services report; that one is not declared.
///
/// A bus is no hop on the X-Ray map. A trace goes on behind it only if whoever put the event was traced and sent its
/// trace header along, and an event that comes out of an archive has lost it (T42).
public struct EventBus: Resource {
  public static let type = "aws_cloudwatch_event_bus"
  /// AWS keeps `/` for the buses of partners; terraform lets it pass.
  public static let namingRule: NamingRule? = NamingRule(length: 1...256, characters: .alphanumerics(and: "-_."))

  public let name: String
  public var physicalName: PhysicalName
  public var description: String?
  /// `kms_key_identifier`: a key whose policy lets EventBridge use it. AWS's own where `nil`.
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

  public func encode(into block: inout Block) {
    block.set("description", description)
    block.set("kms_key_identifier", encryptionKey)
  }
}

extension Declared<EventBus> {
  public var arn: ARN<EventBus> { ARN(attribute("arn")) }
  /// What rules are on.
  public var busName: EventBusName { EventBusName(attribute("name")) }
}

/// `event_bus_name`
public struct EventBusName: Hashable, Sendable, ArgumentValue {
  public let text: Text
  public var value: Value { .text(text) }

  /// The name, or the ARN, of a bus that somebody else declares.
  public init(_ text: Text) {
    self.text = text
  }

  /// The bus that every account has. Only its rules may have a schedule.
  public static let `default` = EventBusName("default")
}

extension Statement {
  /// Puts events on these buses and no other.
  public static func putEvents(on buses: ARN<EventBus>...) -> Statement {
    Statement(id: "PutEvents", ["events:PutEvents"], on: buses.map(\.text))
  }
}

extension EventBus: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(
      name, description: try block.stringIfAny("description"), encryptionKey: try block.textIfAny("kms_key_identifier"))
  }
}
