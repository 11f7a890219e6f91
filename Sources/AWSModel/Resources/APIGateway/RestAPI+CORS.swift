package import TerraformModel

extension RestAPI {
  /// What browsers of other origins may do with a REST API. The API answers the preflight request and sends the headers
  /// with its own errors; with all other answers the function has to send them.
  public struct CORS: Hashable, Sendable {
    /// `Access-Control-Allow-Origin` and `Access-Control-Allow-Credentials`
    public var origins: Origins
    /// `Access-Control-Allow-Methods`
    public var methods: [HTTPMethod]
    /// `Access-Control-Allow-Headers`
    public var allowHeaders: [String]
    /// `Access-Control-Max-Age`: how long a browser may remember the answer. Chrome forgets after two hours.
    public var maxAge: Duration

    /// Whose pages may call. Browsers refuse credentials together with any origin, so only named ones can have them.
    public enum Origins: Hashable, Sendable {
      case any
      /// Origins such as `https://app.example.com`.
      case only(String, or: [String] = [], credentials: Bool = false)
    }

    public init(
      origins: Origins, methods: [HTTPMethod], allowHeaders: [String], maxAge: Duration = .seconds(3_600)
    ) {
      self.origins = origins
      self.methods = methods
      self.allowHeaders = allowHeaders
      self.maxAge = maxAge
    }
  }
}

extension RestAPI.CORS {
  /// The headers of the answer to a preflight request.
  public var preflightHeaders: [String: String] {
    var headers = [
      "Access-Control-Allow-Methods": (methods.contains(.any) ? HTTPMethod.allCases.filter { $0 != .any } : methods)
        .map(\.rawValue).joined(separator: ","),
      "Access-Control-Allow-Headers": allowHeaders.joined(separator: ","),
      "Access-Control-Max-Age": String(maxAge.wholeSeconds),
    ]
    switch origins {
    case .any: headers["Access-Control-Allow-Origin"] = "*"
    case .only(let origin, let others, let credentials):
      headers["Access-Control-Allow-Origin"] = origin
      if credentials { headers["Access-Control-Allow-Credentials"] = "true" }
      if !others.isEmpty { headers["Vary"] = "Origin" }
    }
    return headers
  }

  /// What puts the asking origin into the answer where it is one of several: the header takes only one.
  public var preflightTemplate: String? {
    guard case .only(_, let others, _) = origins, !others.isEmpty else { return nil }
    let isOneOfThem = others.map { "$origin == \"\($0)\"" }.joined(separator: " || ")
    return """
      #set($origin = $input.params("Origin"))
      #if($origin == "")#set($origin = $input.params("origin"))#end
      #if(\(isOneOfThem))#set($context.responseOverride.header.Access-Control-Allow-Origin = $origin)#end
      """
  }

  /// The headers of errors that API Gateway answers with by itself. Of several origins each gets its own back, and so does
  /// any other: there is no condition here, so no credentials go with it.
  public var errorHeaders: [String: GatewayResponse.HeaderValue] {
    var headers: [String: GatewayResponse.HeaderValue] = [
      "Access-Control-Allow-Headers": .fixed(allowHeaders.joined(separator: ","))
    ]
    switch origins {
    case .any: headers["Access-Control-Allow-Origin"] = .fixed("*")
    case .only(let origin, let others, let credentials) where others.isEmpty:
      headers["Access-Control-Allow-Origin"] = .fixed(origin)
      if credentials { headers["Access-Control-Allow-Credentials"] = .fixed("true") }
    case .only:
      headers["Access-Control-Allow-Origin"] = .requestHeader("Origin")
      headers["Vary"] = .fixed("Origin")
    }
    return headers
  }
}

extension IntegrationResponse {
  /// The headers that a preflight answer lets browsers send, in lower case; `nil` where this answers no preflight
  /// request (FR-015).
  public var corsAllowedHeaders: [String]? { allowedHeaders(by: headers) }
}

extension Subject<IntegrationResponse> {
  /// The headers that a preflight answer lets browsers send, in lower case; `nil` where this answers no preflight
  /// request.
  package var corsAllowedHeaders: [String]? {
    get throws(DecodingFailure) { allowedHeaders(by: try self[\.headers]) }
  }
}

private func allowedHeaders(by headers: [String: String]) -> [String]? {
  headers["Access-Control-Allow-Headers"]?.lowercased().split(separator: ",").map { header in
    String(header.drop { $0 == " " })
  }
}
