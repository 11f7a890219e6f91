/// Who tells a REST API whom to let in (`aws_api_gateway_authorizer`).
public struct Authorizer: PartOfAPI {
  public static let type = "aws_api_gateway_authorizer"

  /// Its name within the API too.
  public let name: String
  public var api: RestAPIReference
  public var judge: Judge

  /// `type`, with the arguments that belong to it.
  public enum Judge: Hashable, Sendable {
    /// `COGNITO_USER_POOLS`: who has a token of one of these pools, by their ARNs.
    case userPools([Text])
    /// `TOKEN`: a function reads what stands in the header, and answers with a policy. API Gateway remembers the answer
    /// for as long as told, for every path: the policy has to be about the whole API.
    case function(invokeARN: Text, header: String = "Authorization", remembers: Duration = .seconds(300))
  }

  public init(_ name: String, of api: RestAPIReference, _ judge: Judge) {
    self.name = name
    self.api = api
    self.judge = judge
  }

  public func encode(into block: inout Block) {
    block.set("name", name)
    block.set("rest_api_id", api.id)
    switch judge {
    case .userPools(let pools):
      block.set("type", "COGNITO_USER_POOLS")
      block.set("provider_arns", pools)
    case .function(let invokeARN, let header, let remembers):
      block.set("type", "TOKEN")
      block.set("authorizer_uri", invokeARN)
      block.set("identity_source", "method.request.header.\(header)")
      block.set("authorizer_result_ttl_in_seconds", remembers)
    }
  }
}

extension Declared<Authorizer> {
  /// What methods are given.
  public var authorizerID: Text { attribute("id") }
}

extension Authorizer: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    self.init(name, of: try RestAPIReference(reading: block), try Judge(reading: block))
  }
}

extension Authorizer.Judge {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    let type = try block.stringIfAny("type") ?? "TOKEN"
    switch type {
    case "COGNITO_USER_POOLS": self = .userPools(try block.texts("provider_arns"))
    case "TOKEN":
      let start = "method.request.header."
      let source = try block.stringIfAny("identity_source") ?? "\(start)Authorization"
      guard source.hasPrefix(start) else { throw block.error("identity_source", .unfit("'\(source)'")) }
      self = .function(
        invokeARN: try block.text("authorizer_uri"), header: String(source.dropFirst(start.count)),
        remembers: try block.secondsIfAny("authorizer_result_ttl_in_seconds") ?? .seconds(300))
    default: throw block.error("type", .unfit("'\(type)'"))
    }
  }
}
