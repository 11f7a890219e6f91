public import TerraformModel

/// A dedicated HTTPS endpoint of a function (`aws_lambda_function_url`).
public struct FunctionURL: ResourceModel {
  public static let type = "aws_lambda_function_url"

  public let name: String
  /// `function_name`: the function's name or ARN.
  public var function: Text
  /// `authorization_type`
  public var authorization: Authorization
  /// `invoke_mode`
  public var invokeMode: InvokeMode
  /// `cors`
  public var cors: CORS?

  /// `authorization_type`
  public enum Authorization: String, Hashable, Sendable, ArgumentCodable {
    /// Requests are not authenticated.
    case none = "NONE"
    /// Requests are signed with SigV4 by a principal that may `lambda:InvokeFunctionUrl`.
    case iam = "AWS_IAM"
  }

  /// `invoke_mode`
  public enum InvokeMode: String, Hashable, Sendable, ArgumentCodable {
    /// The response is sent when it is complete, up to 6 MB.
    case buffered = "BUFFERED"
    /// The response is streamed. Of the managed runtimes only Node.js supports it (T23).
    case responseStream = "RESPONSE_STREAM"
  }

  /// `cors`: what pages of other origins may do. Lambda answers preflight requests itself, so `OPTIONS` is no method here.
  public struct CORS: Hashable, Sendable {
    /// `allow_methods`
    public enum Method: String, Hashable, Sendable, CaseIterable, ArgumentCodable {
      case get = "GET"
      case head = "HEAD"
      case post = "POST"
      case put = "PUT"
      case patch = "PATCH"
      case delete = "DELETE"
      case any = "*"
    }

    /// `allow_origins`: at most 100.
    public var origins: [String]
    /// `allow_methods`: at most 6.
    public var methods: [Method]
    /// `allow_headers`: at most 100.
    public var allowHeaders: [String]
    /// `expose_headers`: at most 100.
    public var exposeHeaders: [String]
    /// `allow_credentials`: whether requests may carry cookies; not with the origin `*`.
    public var allowCredentials: Bool
    /// `max_age`: how long a browser may cache the preflight response, 0 to 86,400 seconds.
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

  public static let arguments = ArgumentTable<FunctionURL> { table in
    table.add("function_name", \.function, .identifier)
    table.add("authorization_type", \.authorization, .word(["NONE", "AWS_IAM"]))
    table.add("invoke_mode", \.invokeMode, .word(["BUFFERED", "RESPONSE_STREAM"]), default: .buffered)
    table.block("cors", \.cors)
    table.constraint(
      "allows credentials from any origin, which browsers reject",
      fix: "list the origins in `allow_origins`, or set `allow_credentials` to false"
    ) { url in
      url.blocks("cors").allSatisfy { !$0.isTrue("allow_credentials") || !$0.texts("allow_origins").contains("*") }
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/lambda/latest/api/API_CreateFunctionUrlConfig.html",
    identifiedBy: ["function_url"], iamPrefix: "lambda", namesOf: ["function_name": LambdaFunction.type])
}

extension FunctionURL.CORS: ArgumentBlock {
  public static let arguments = ArgumentTable<Self> { table in
    table.add("allow_origins", \.origins, .count(0...100), .characters(1...253), writesEmpty: true)
    table.add(
      "allow_methods", \.methods, .count(0...6), .word(["*", "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"]),
      writesEmpty: true)
    table.add("allow_headers", \.allowHeaders, .count(0...100), .characters(1...1_024), writesEmpty: true)
    table.add("expose_headers", \.exposeHeaders, .count(0...100), .characters(1...1_024))
    table.add("allow_credentials", \.allowCredentials, default: false)
    table.duration("max_age", \.maxAge, in: .seconds, 0...86_400, default: .zero)
  }

  public init(reading block: BlockView<Self>) throws(DecodingFailure) {
    self.init(
      origins: try block[\.origins], methods: try block[\.methods], allowHeaders: try block[\.allowHeaders],
      exposeHeaders: try block[\.exposeHeaders], allowCredentials: try block[\.allowCredentials],
      maxAge: try block[\.maxAge])
  }
}

extension DeclaredResource<FunctionURL> {
  /// `function_url`: the endpoint, `https://….lambda-url.<region>.on.aws/`.
  public var url: Text { attribute("function_url") }
}

extension FunctionURL: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let url = BlockView<Self>(block)
    self.init(
      name, of: try url[\.function], authorization: try url[\.authorization], invokeMode: try url[\.invokeMode],
      cors: try url[\.cors])
  }
}
