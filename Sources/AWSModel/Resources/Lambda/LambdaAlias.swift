public import TerraformModel

/// A name for one version of a function, which stays the same for callers when the version changes (`aws_lambda_alias`).
public struct LambdaAlias: ResourceModel {
  public static let type = "aws_lambda_alias"

  public let name: String
  /// `name`: 1 to 128 letters, digits, `-` and `_`, and not only digits. It is a name within the function, so stack and
  /// environment are no part of it.
  public var aliasName: String
  /// `function_name`: the function's name or ARN.
  public var function: Text
  /// `function_version`
  public var version: LambdaVersion
  /// `description`
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

  public static let arguments = ArgumentTable<LambdaAlias> { table in
    table.add("name", \.aliasName, .identifier)
    table.add("function_name", \.function, .identifier)
    table.add("function_version", \.version, .version)
    table.add("description", \.description)
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateAlias.html", nameAttribute: "name",
    identifiedBy: ["arn", "invoke_arn"], isARNItsID: true, iamPrefix: "lambda",
    namesOf: ["function_name": LambdaFunction.type])
}

extension DeclaredResource<LambdaAlias> {
  public var arn: ARN<LambdaFunction> { ARN(attribute("arn")) }
  /// `invoke_arn`: what API Gateway integrates with to invoke the alias.
  public var invokeARN: Text { attribute("invoke_arn") }
  /// For provisioned concurrency, which follows the alias to another version.
  public var qualifier: LambdaQualifier { LambdaQualifier(attribute("name")) }
}

/// `function_version`: a published version of a function, never `$LATEST`, which changes with every deployment.
public struct LambdaVersion: Hashable, Sendable, ArgumentCodable {
  package let text: Text
  public var value: Value { .text(text) }

  init(text: Text) {
    self.text = text
  }

  public init(reading value: Value) throws(DecodingFailure.Reason) {
    text = try Text(reading: value)
  }

  public static func number(_ number: Int) -> LambdaVersion { LambdaVersion(text: "\(number)") }

  /// The version that the last change of a function published. The function has to publish its versions; see the rule
  /// `lambda-version-published`.
  public static func latestPublished(of function: Declared<LambdaFunction>) -> LambdaVersion {
    LambdaVersion(text: function.attribute("version"))
  }
}

extension LambdaAlias: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let alias = BlockView<Self>(block)
    self.init(
      name, named: try alias[\.aliasName], of: try alias[\.function], version: try alias[\.version],
      description: try alias[\.description])
  }
}

extension ValueLimit {
  fileprivate static let version = ValueLimit.shape("'$LATEST' or a version's number") { version in
    version == "$LATEST" || Int(version).map { $0 > 0 } ?? false
  }
}
