/// What API Gateway and Budgets require of arguments together (aws-facts 1.13, 1.17 and 1.18).
let otherAgreements: [String: [ArgumentAgreement]] = [
  "aws_apigatewayv2_api": [
    ArgumentAgreement(
      "lets pages of any origin send credentials, and browsers refuse that",
      fix: "name the origins, or take the credentials away"
    ) { api in
      api.blocks("cors_configuration").allSatisfy {
        !$0.isTrue("allow_credentials") || !$0.texts("allow_origins").contains("*")
      }
    },
    ArgumentAgreement("is a WebSocket API with CORS, which only HTTP has", fix: "leave out `cors_configuration`") {
      api in
      api.text("protocol_type") != "WEBSOCKET" || api.count("cors_configuration") == 0
    },
    ArgumentAgreement("is a WebSocket API that cannot tell routes apart", fix: "set `route_selection_expression`") {
      api in
      api.text("protocol_type") != "WEBSOCKET" || api.has("route_selection_expression")
    },
  ],
  "aws_apigatewayv2_stage": [
    ArgumentAgreement(
      "writes a line for each request without the request's id", fix: "add `$context.requestId` to `format`"
    ) { stage in
      stage.blocks("access_log_settings").allSatisfy { log in
        guard let format = log.block["format"] else { return true }
        return format.mentions("$context.requestId") || format.mentions("$context.extendedRequestId")
      }
    }
  ],
  "aws_budgets_budget": [
    ArgumentAgreement(
      "has a notification that nobody gets",
      fix: "set `subscriber_email_addresses` or `subscriber_sns_topic_arns` in each `notification`"
    ) { budget in
      budget.blocks("notification").allSatisfy {
        $0.count("subscriber_email_addresses") + $0.count("subscriber_sns_topic_arns") > 0
      }
    }
  ],
]

extension Value {
  /// Whether a literal stands anywhere in it.
  fileprivate func mentions(_ literal: String) -> Bool {
    switch self {
    case .text(let text): text.known.map { $0.contains(literal) } ?? true
    case .literal(let text): text.contains(literal)
    case .json(let document): document.mentions(literal)
    case .list(let values): values.contains { $0.mentions(literal) }
    case .map(let values), .literalMap(let values): values.values.contains { $0.mentions(literal) }
    case .bool, .integer, .number, .address, .blocks: false
    }
  }
}
