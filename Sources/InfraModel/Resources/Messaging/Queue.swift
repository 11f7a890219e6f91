/// Messages that wait to be worked on (`aws_sqs_queue`).
public struct Queue: Resource {
  public static let type = "aws_sqs_queue"
  public static let namingRule: NamingRule? = NamingRule(length: 1...80, characters: .alphanumerics(and: "-_"))

  public let name: String
  public var physicalName: PhysicalName
  /// `message_retention_seconds`: one minute to fourteen days.
  public var retention: Duration

  public init(_ name: String, named physicalName: PhysicalName = .conventional, retention: Duration) {
    self.name = name
    self.physicalName = physicalName
    self.retention = retention
  }

  public func encode(into block: inout Block) {
    block.set("message_retention_seconds", retention)
  }
}

extension Declared<Queue> {
  public var arn: ARN<Queue> { ARN(attribute("arn")) }
  public var queueURL: Text { attribute("url") }
  public var queueName: Text { attribute("name") }
}
