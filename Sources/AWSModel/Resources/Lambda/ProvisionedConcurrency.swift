public import TerraformModel

/// Execution environments of a function that are initialized before they are invoked, so that invocations have no cold
/// start (`aws_lambda_provisioned_concurrency_config`). They are billed whether invoked or not.
public struct ProvisionedConcurrency: ResourceModel {
  public static let type = "aws_lambda_provisioned_concurrency_config"

  public let name: String
  /// `function_name`: the function's name or ARN.
  public var function: Text
  /// `qualifier`: a version or an alias, never `$LATEST`.
  public var qualifier: LambdaQualifier
  /// `provisioned_concurrent_executions`: 1 or more.
  public var copies: Int

  public init(_ name: String, of function: Text, at qualifier: LambdaQualifier, copies: Int) {
    self.name = name
    self.function = function
    self.qualifier = qualifier
    self.copies = copies
  }

  public static let arguments = ArgumentTable<ProvisionedConcurrency> { table in
    table.add("function_name", \.function, .identifier)
    table.add("qualifier", \.qualifier, .identifier, .shape("a version or an alias") { $0 != "$LATEST" })
    table.add("provisioned_concurrent_executions", \.copies, .range(1 ... .infinity))
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_PutProvisionedConcurrencyConfig.html",
    identifiedBy: [], iamPrefix: "lambda", namesOf: ["function_name": LambdaFunction.type],
    rates: [
      BaseRate(
        .preparedMemory,
        times: [
          .number("provisioned_concurrent_executions", default: nil),
          .number("function_name>memory_size", default: 128, times: 1 / 1_024),
        ])
    ])
}

/// `qualifier`: an alias or a version of a function, never `$LATEST`. A declared alias has its own as `qualifier`.
public struct LambdaQualifier: Hashable, Sendable, ArgumentCodable {
  package let text: Text
  public var value: Value { .text(text) }

  init(_ text: Text) {
    self.text = text
  }

  public init(reading value: Value) throws(DecodingFailure.Reason) {
    text = try Text(reading: value)
  }

  public static func version(_ version: LambdaVersion) -> LambdaQualifier { LambdaQualifier(version.text) }
}

extension ProvisionedConcurrency: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let config = BlockView<Self>(block)
    self.init(name, of: try config[\.function], at: try config[\.qualifier], copies: try config[\.copies])
  }
}
