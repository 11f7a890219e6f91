public import TerraformModel

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
    /// `max_age`: how long a browser may cache the answer, at most 86,400 seconds. Chrome keeps it for two hours.
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

extension HTTPAPI.CORS: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.add("allow_origins", \.origins.list, .characters(1...253))
    table.add("allow_credentials", \.origins.credentials)
    table.derived(\.origins) { cors throws(DecodingFailure) in
      let origins = try cors[\.origins.list]
      if origins == ["*"] { return .any }
      return .only(
        origins.first ?? "", or: Array(origins.dropFirst()),
        credentials: try cors[\.origins.credentials] ?? false)
    }
    table.add(
      "allow_methods", \.methods, .word(["*"] + HTTPMethod.allCases.map(\.rawValue).sorted()), default: [],
      writing: { $0.map { $0 == .any ? "*" : $0.rawValue }.value },
      reading: { value throws(DecodingFailure.Reason) in
        try [String](reading: value).map { word throws(DecodingFailure.Reason) in
          guard let method = HTTPMethod(rawValue: word == "*" ? "ANY" : word) else { throw .unfit("'\(word)'") }
          return method
        }
      })
    table.add("allow_headers", \.allowHeaders, .characters(1...1_024), writesEmpty: true)
    table.add("expose_headers", \.exposeHeaders)
    table.duration("max_age", \.maxAge, in: .seconds, -1...86_400, default: .zero)
  }

  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    self.init(
      origins: try block[\.origins], methods: try block[\.methods], allowHeaders: try block[\.allowHeaders],
      exposeHeaders: try block[\.exposeHeaders], maxAge: try block[\.maxAge])
  }
}

extension RestAPI.CORS.Origins {
  /// `allow_origins`
  var list: [String] {
    switch self {
    case .any: ["*"]
    case .only(let origin, let others, _): [origin] + others
    }
  }

  /// `allow_credentials`; `nil` where it is left out.
  var credentials: Bool? {
    switch self {
    case .any: nil
    case .only(_, _, let credentials): credentials
    }
  }
}
