extension HTTPAPI {
  /// What browsers of other origins may do with an HTTP API: `cors_configuration`.
  public struct CORS: Hashable, Sendable {
    /// `allow_origins` and `allow_credentials`. Terraform takes credentials for any origin, and browsers refuse them.
    public var origins: Origins
    /// `allow_methods`
    public var methods: [HTTPMethod]
    /// `allow_headers`; `*` stands for every header but `Authorization`, and with credentials for none.
    public var allowHeaders: [String]
    /// `expose_headers`: what a page may read of an answer besides the usual headers.
    public var exposeHeaders: [String]
    /// `max_age`: how long a browser may remember the answer, at most a day. Chrome forgets after two hours.
    public var maxAge: Duration

    public typealias Origins = RestAPI.CORS.Origins

    public init(
      origins: Origins, methods: [HTTPMethod], allowHeaders: [String], exposeHeaders: [String] = [],
      maxAge: Duration = .seconds(3_600)
    ) {
      self.origins = origins
      self.methods = methods
      self.allowHeaders = allowHeaders
      self.exposeHeaders = exposeHeaders
      self.maxAge = maxAge
    }
  }
}

extension HTTPAPI.CORS {
  func encode(into block: inout Block) {
    switch origins {
    case .any: block.set("allow_origins", ["*"])
    case .only(let origin, let others, let credentials):
      block.set("allow_origins", [origin] + others)
      block.set("allow_credentials", credentials)
    }
    block.set("allow_methods", methods.map { $0 == .any ? "*" : $0.rawValue })
    block.set("allow_headers", allowHeaders)
    if !exposeHeaders.isEmpty { block.set("expose_headers", exposeHeaders) }
    block.set("max_age", maxAge)
  }
}

extension HTTPAPI.CORS {
  init(reading block: BlockReader) throws(Unreadable) {
    let origins = try block.strings("allow_origins")
    let first = origins.first ?? ""
    self.init(
      origins: origins == ["*"]
        ? .any
        : .only(
          first, or: Array(origins.dropFirst()), credentials: try block.boolIfAny("allow_credentials") ?? false),
      methods: try block.strings("allow_methods").map { word throws(Unreadable) in
        guard let method = HTTPMethod(rawValue: word == "*" ? "ANY" : word) else {
          throw block.error("allow_methods", .unfit("'\(word)'"))
        }
        return method
      },
      allowHeaders: try block.strings("allow_headers"), exposeHeaders: try block.strings("expose_headers"),
      maxAge: try block.secondsIfAny("max_age") ?? .zero)
  }
}
