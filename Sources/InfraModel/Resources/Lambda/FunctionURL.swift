/// An HTTPS address of a function's own (`aws_lambda_function_url`).
public struct FunctionURL: Resource {
  public static let type = "aws_lambda_function_url"

  public let name: String
  public var function: Text
  /// `authorization_type`
  public var authorization: Authorization
  /// `invoke_mode`
  public var invokeMode: InvokeMode
  public var cors: CORS?

  public enum Authorization: String, Hashable, Sendable, ArgumentValue {
    case none = "NONE"
    /// Requests are signed with SigV4 by a principal that IAM lets invoke the URL.
    case iam = "AWS_IAM"
  }

  public enum InvokeMode: String, Hashable, Sendable, ArgumentValue {
    /// The whole response at once, up to 6 MB.
    case buffered = "BUFFERED"
    /// The response as it is made. Of the managed runtimes only Node.js can (T23).
    case responseStream = "RESPONSE_STREAM"
  }

  /// What browsers of other origins may do. Lambda answers the preflight request itself, so `OPTIONS` is no method here.
  public struct CORS: Hashable, Sendable {
    public enum Method: String, Hashable, Sendable, CaseIterable, ArgumentValue {
      case get = "GET"
      case head = "HEAD"
      case post = "POST"
      case put = "PUT"
      case patch = "PATCH"
      case delete = "DELETE"
      case any = "*"
    }

    public var origins: [String]
    public var methods: [Method]
    public var allowHeaders: [String]
    public var exposeHeaders: [String]
    public var allowCredentials: Bool
    /// `max_age`: how long a browser may remember the answer, at most a day.
    public var maxAge: Duration

    public init(
      origins: [String], methods: [Method], allowHeaders: [String], exposeHeaders: [String] = [],
      allowCredentials: Bool = false, maxAge: Duration = .seconds(3_600)
    ) {
      self.origins = origins
      self.methods = methods
      self.allowHeaders = allowHeaders
      self.exposeHeaders = exposeHeaders
      self.allowCredentials = allowCredentials
      self.maxAge = maxAge
    }
  }

  public init(
    _ name: String, of function: Text, authorization: Authorization, invokeMode: InvokeMode = .buffered,
    cors: CORS? = nil
  ) {
    self.name = name
    self.function = function
    self.authorization = authorization
    self.invokeMode = invokeMode
    self.cors = cors
  }

  public func encode(into block: inout Block) {
    block.set("function_name", function)
    block.set("authorization_type", authorization)
    block.set("invoke_mode", invokeMode)
    guard let cors else { return }
    block.nest("cors") { block in
      block.set("allow_origins", cors.origins)
      block.set("allow_methods", cors.methods)
      block.set("allow_headers", cors.allowHeaders)
      if !cors.exposeHeaders.isEmpty { block.set("expose_headers", cors.exposeHeaders) }
      block.set("allow_credentials", cors.allowCredentials)
      block.set("max_age", cors.maxAge)
    }
  }
}

extension Declared<FunctionURL> {
  /// The address itself, `https://….lambda-url.<region>.on.aws/`.
  public var url: Text { attribute("function_url") }
}

extension FunctionURL: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let cors = try block.nested("cors")
    self.init(
      name, of: try block.text("function_name"), authorization: try block.word("authorization_type"),
      invokeMode: try block.wordIfAny("invoke_mode") ?? .buffered,
      cors: try cors.map { cors throws(Unreadable) in try CORS(reading: cors) })
  }
}

extension FunctionURL.CORS {
  fileprivate init(reading block: BlockReader) throws(Unreadable) {
    self.init(
      origins: try block.strings("allow_origins"),
      methods: try block.strings("allow_methods").map { word throws(Unreadable) in
        guard let method = Method(rawValue: word) else { throw block.error("allow_methods", .unfit("'\(word)'")) }
        return method
      },
      allowHeaders: try block.strings("allow_headers"), exposeHeaders: try block.strings("expose_headers"),
      allowCredentials: try block.boolIfAny("allow_credentials") ?? false,
      maxAge: try block.secondsIfAny("max_age") ?? .zero)
  }
}
