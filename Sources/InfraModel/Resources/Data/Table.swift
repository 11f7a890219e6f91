/// A DynamoDB table (`aws_dynamodb_table`).
public struct Table: Resource {
  public static let type = "aws_dynamodb_table"
  public static let namingRule: NamingRule? = NamingRule(length: 3...255, characters: .alphanumerics(and: "-_."))

  public let name: String
  public var physicalName: PhysicalName

  public init(_ name: String, named physicalName: PhysicalName = .conventional) {
    self.name = name
    self.physicalName = physicalName
  }

  public func encode(into block: inout Block) {}
}

extension Declared<Table> {
  public var arn: ARN<Table> { ARN(attribute("arn")) }
  public var tableName: Text { attribute("name") }
}
