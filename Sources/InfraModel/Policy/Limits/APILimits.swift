/// What API Gateway takes (aws-facts 1.17).
let apiLimits: [String: [ArgumentLimit]] = [
  "aws_api_gateway_method": [
    ArgumentLimit("http_method", .word(methods)),
    ArgumentLimit("authorization", .word(["NONE", "AWS_IAM", "COGNITO_USER_POOLS", "CUSTOM"])),
  ],
  "aws_api_gateway_integration": [
    ArgumentLimit("http_method", .word(methods)),
    ArgumentLimit("integration_http_method", .word(methods)),
    ArgumentLimit("type", .word(["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK"])),
    // More than 29 seconds take a raised quota.
    ArgumentLimit("timeout_milliseconds", .range(50...300_000)),
  ],
  "aws_api_gateway_method_response": [
    ArgumentLimit("http_method", .word(methods)),
    ArgumentLimit("status_code", .statusCode),
  ],
  "aws_api_gateway_integration_response": [
    ArgumentLimit("http_method", .word(methods)),
    ArgumentLimit("status_code", .statusCode),
  ],
  "aws_api_gateway_resource": [
    ArgumentLimit("path_part", .shape("a segment of a path") { !$0.isEmpty && !$0.contains { " /?#".contains($0) } })
  ],
  "aws_apigatewayv2_stage": [ArgumentLimit("name", .httpStageName)],
  "aws_apigatewayv2_integration": [
    ArgumentLimit("integration_type", .word(["AWS", "AWS_PROXY", "HTTP", "HTTP_PROXY", "MOCK"])),
    ArgumentLimit("integration_method", .word(methods)),
    ArgumentLimit("timeout_milliseconds", .range(50...30_000)),
    ArgumentLimit("payload_format_version", .word(["1.0", "2.0"])),
  ],
  "aws_apigatewayv2_api": [
    ArgumentLimit("protocol_type", .word(["HTTP", "WEBSOCKET"])),
    ArgumentLimit("cors_configuration.max_age", .range(-1...86_400)),
    ArgumentLimit("cors_configuration.allow_methods", .word(["*"] + methods)),
    ArgumentLimit("cors_configuration.allow_headers", .characters(1...1_024)),
    ArgumentLimit("cors_configuration.allow_origins", .characters(1...253)),
  ],
  "aws_api_gateway_stage": [
    ArgumentLimit("stage_name", .letters(and: "-_", 1...128)),
    ArgumentLimit("cache_cluster_size", .word(["0.5", "1.6", "6.1", "13.5", "28.4", "58.2", "118", "237"])),
  ],
  "aws_api_gateway_method_settings": [
    ArgumentLimit(
      "method_path",
      .shape("a path and a method without a slash at the start, such as '*/*'") {
        !$0.hasPrefix("/") && $0.contains("/")
      }),
    ArgumentLimit("settings.logging_level", .word(["OFF", "ERROR", "INFO"])),
  ],
  "aws_api_gateway_rest_api": [
    ArgumentLimit("endpoint_configuration.types", .word(["REGIONAL", "EDGE", "PRIVATE"]))
  ],
]

private let methods = ["ANY", "DELETE", "GET", "HEAD", "OPTIONS", "PATCH", "POST", "PUT"]

extension ValueLimit {
  fileprivate static let statusCode = ValueLimit.shape("three digits") { code in
    code.utf8.count == 3 && code.utf8.allSatisfy(\.isDigit)
  }

  fileprivate static let httpStageName = ValueLimit.shape("'$default', or 1 to 128 letters, digits, - and _") { name in
    name == "$default"
      || ((1...128).contains(name.utf8.count)
        && name.unicodeScalars.allSatisfy { isASCIILetterOrDigit($0) || $0 == "-" || $0 == "_" })
  }
}
