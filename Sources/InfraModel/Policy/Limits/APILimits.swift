/// What API Gateway takes (aws-facts 1.17).
let apiLimits: [String: [ArgumentLimit]] = [
  "aws_apigatewayv2_stage": [ArgumentLimit("name", .httpStageName)],
  "aws_apigatewayv2_integration": [
    ArgumentLimit("timeout_milliseconds", .range(50...30_000)),
    ArgumentLimit("payload_format_version", .word(["1.0", "2.0"])),
  ],
  "aws_apigatewayv2_api": [
    ArgumentLimit("protocol_type", .word(["HTTP", "WEBSOCKET"])),
    ArgumentLimit("cors_configuration.max_age", .range(-1...86_400)),
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

extension ValueLimit {
  fileprivate static let httpStageName = ValueLimit.shape("'$default', or 1 to 128 letters, digits, - and _") { name in
    name == "$default"
      || ((1...128).contains(name.utf8.count)
        && name.unicodeScalars.allSatisfy { isASCIILetterOrDigit($0) || $0 == "-" || $0 == "_" })
  }
}
