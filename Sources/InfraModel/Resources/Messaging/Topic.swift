/// A channel that messages are published to (`aws_sns_topic`).
public struct Topic: Resource {
  public static let type = "aws_sns_topic"
  public static let namingRule: NamingRule? = NamingRule(length: 1...256, characters: .alphanumerics(and: "-_"))

  public let name: String
  public var physicalName: PhysicalName
  /// `tracing_config`: `.active` draws the topic on the X-Ray map when the publisher's request was sampled. It works
  /// only with a `TracingPolicy` beside it (T8).
  public var tracing: TracingMode
  /// `kms_master_key_id`: a key whose policy lets the publishers use it; `alias/aws/sns` shuts out CloudWatch alarms.
  public var encryptionKey: Text?

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, tracing: TracingMode = .passThrough,
    encryptionKey: Text? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.tracing = tracing
    self.encryptionKey = encryptionKey
  }

  public func encode(into block: inout Block) {
    block.set("tracing_config", tracing)
    block.set("kms_master_key_id", encryptionKey)
  }
}

extension Declared<Topic> {
  public var arn: ARN<Topic> { ARN(attribute("arn")) }
  public var topicName: Text { attribute("name") }
}

/// Whether a function or a topic records segments in X-Ray (`tracing_config`). AWS matches the words to the letter.
public enum TracingMode: String, Hashable, Sendable, CaseIterable, ArgumentCodable {
  /// Segments for sampled requests; a request without a decision gets one here.
  case active = "Active"
  /// The trace header goes on to the next service, and nothing is recorded here.
  case passThrough = "PassThrough"
}

extension Topic: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(
      name, tracing: try block.wordIfAny("tracing_config") ?? .passThrough,
      encryptionKey: try block.textIfAny("kms_master_key_id"))
  }
}
