public import TerraformModel

/// How a REST API decides who may call it (`aws_api_gateway_authorizer`).
public struct Authorizer: ResourceModel, PartOfAPI {
  public static let type = "aws_api_gateway_authorizer"

  /// Its name within the API too.
  public let name: String
  public var api: RestAPIReference
  public var judge: Judge

  /// `type`, with the arguments that belong to it.
  public enum Judge: Hashable, Sendable {
    /// `COGNITO_USER_POOLS`: callers with a token of one of these pools: `provider_arns`.
    case userPools([Text])
    /// `TOKEN`: a function (`authorizer_uri`) reads the value of the header (`identity_source`) and answers with a policy.
    /// API Gateway caches the answer for `authorizer_result_ttl_in_seconds` (0 to 3,600 seconds), for every path, so the
    /// policy has to be about the whole API.
    case function(invokeARN: Text, header: String = "Authorization", remembers: Duration = .seconds(300))
  }

  public init(_ name: String, of api: RestAPIReference, _ judge: Judge) {
    self.name = name
    self.api = api
    self.judge = judge
  }

  public static let arguments = ArgumentTable<Self> { table in
    table.add("name", \.name)
    table.inline(\.api)
    table.add(
      "type", \.judge.kind, .word(["COGNITO_USER_POOLS", "REQUEST", "TOKEN"]), default: "TOKEN")
    table.add("provider_arns", \.judge.pools, .arn)
    table.add("authorizer_uri", \.judge.function)
    table.add("identity_source", \.judge.source)
    table.duration("authorizer_result_ttl_in_seconds", \.judge.memory, in: .seconds, 0...3_600)
    table.derived(\.judge) { authorizer throws(DecodingFailure) in try Judge(of: authorizer) }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateAuthorizer.html",
    // https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-control-access-using-iam-policies-to-invoke-api.html
    calls: FunctionCalling(
      ["authorizer_uri"], by: "apigateway.amazonaws.com", for: .argument("rest_api_id"),
      unlessAs: "authorizer_credentials"))
}

extension Authorizer.Judge {
  private static let header = "method.request.header."

  var kind: String {
    switch self {
    case .userPools: "COGNITO_USER_POOLS"
    case .function: "TOKEN"
    }
  }

  var pools: [Text]? {
    switch self {
    case .userPools(let pools): pools
    case .function: nil
    }
  }

  var function: Text? {
    switch self {
    case .userPools: nil
    case .function(let invokeARN, _, _): invokeARN
    }
  }

  var source: String? {
    switch self {
    case .userPools: nil
    case .function(_, let header, _): Self.header + header
    }
  }

  var memory: Duration? {
    switch self {
    case .userPools: nil
    case .function(_, _, let memory): memory
    }
  }

  fileprivate init(of authorizer: BlockView<Authorizer>) throws(DecodingFailure) {
    let kind = try authorizer[\.judge.kind]
    switch kind {
    case "COGNITO_USER_POOLS": self = .userPools(try authorizer[\.judge.pools] ?? [])
    case "TOKEN":
      let source = try authorizer[\.judge.source] ?? "\(Self.header)Authorization"
      guard source.hasPrefix(Self.header) else {
        throw DecodingFailure(argument: "identity_source", reason: .unfit("'\(source)'"))
      }
      guard let function = try authorizer[\.judge.function] else {
        throw DecodingFailure(argument: "authorizer_uri", reason: .missing)
      }
      self = .function(
        invokeARN: function, header: String(source.dropFirst(Self.header.count)),
        remembers: try authorizer[\.judge.memory] ?? .seconds(300))
    default: throw DecodingFailure(argument: "type", reason: .unfit("'\(kind)'"))
    }
  }
}

extension DeclaredResource<Authorizer> {
  /// `authorizer_id` of a method.
  public var authorizerID: Text { attribute("id") }
}

extension Authorizer: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    self.init(name, of: try RestAPIReference(reading: block), try Judge(reading: block))
  }
}

extension Authorizer.Judge {
  fileprivate init(reading block: BlockDecoder) throws(DecodingFailure) {
    let type = try block.stringIfPresent("type") ?? "TOKEN"
    switch type {
    case "COGNITO_USER_POOLS": self = .userPools(try block.texts("provider_arns"))
    case "TOKEN":
      let start = "method.request.header."
      let source = try block.stringIfPresent("identity_source") ?? "\(start)Authorization"
      guard source.hasPrefix(start) else { throw block.error("identity_source", .unfit("'\(source)'")) }
      self = .function(
        invokeARN: try block.text("authorizer_uri"), header: String(source.dropFirst(start.count)),
        remembers: try block.secondsIfPresent("authorizer_result_ttl_in_seconds") ?? .seconds(300))
    default: throw block.error("type", .unfit("'\(type)'"))
    }
  }
}
