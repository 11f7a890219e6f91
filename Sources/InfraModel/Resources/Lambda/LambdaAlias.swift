/// A name for one version of a function, which callers keep while versions come and go (`aws_lambda_alias`).
public struct LambdaAlias: Resource {
  public static let type = "aws_lambda_alias"

  public let name: String
  /// `name`: 1 to 128 letters, digits, `-` and `_`, and not only digits. It is a name within the function, so stack and
  /// environment are no part of it.
  public var aliasName: String
  public var function: Text
  public var version: LambdaVersion
  public var description: String?

  public init(
    _ name: String, named aliasName: String, of function: Text, version: LambdaVersion, description: String? = nil
  ) {
    self.name = name
    self.aliasName = aliasName
    self.function = function
    self.version = version
    self.description = description
  }

  public func encode(into block: inout Block) {
    block.set("name", aliasName)
    block.set("function_name", function)
    block.set("function_version", version)
    block.set("description", description)
  }
}

extension Declared<LambdaAlias> {
  public var arn: ARN<LambdaFunction> { ARN(attribute("arn")) }
  /// What API Gateway calls to invoke the version behind the alias.
  public var invokeARN: Text { attribute("invoke_arn") }
  /// For provisioned concurrency, which goes along when the alias moves on.
  public var qualifier: LambdaQualifier { LambdaQualifier(attribute("name")) }
}

/// A published state of a function, never `$LATEST`: that changes under whoever names it.
public struct LambdaVersion: Hashable, Sendable, ArgumentValue {
  let text: Text
  public var value: Value { .text(text) }

  public static func number(_ number: Int) -> LambdaVersion { LambdaVersion(text: "\(number)") }

  /// The version that the last change of a function made. The function has to publish its versions; see
  /// `version-is-published`.
  public static func latestPublished(of function: Declared<LambdaFunction>) -> LambdaVersion {
    LambdaVersion(text: function.attribute("version"))
  }
}

extension LambdaAlias: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(
      name, named: try block.string("name"), of: try block.text("function_name"),
      version: LambdaVersion(text: try block.text("function_version")),
      description: try block.stringIfAny("description"))
  }
}
