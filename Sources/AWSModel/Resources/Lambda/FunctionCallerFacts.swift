extension ResourceCatalog {
  /// Types without a model of which nothing is known but that their services call functions.
  static let functionCallers: [ResourceFacts] = [
    ResourceFacts(
      "aws_config_config_rule",
      documentation:
        "https://docs.aws.amazon.com/config/latest/developerguide/evaluate-config_develop-rules_lambda-functions.html",
      calls: FunctionCalling(
        ["source.source_identifier"], by: "config.amazonaws.com", for: .unknown, triesAtOnce: true)),
    ResourceFacts(
      "aws_lb_target_group_attachment",
      documentation: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html",
      identifiedBy: [],
      calls: FunctionCalling(
        ["target_id"], by: "elasticloadbalancing.amazonaws.com", for: .unknown, triesAtOnce: true),
      part: RequestPart(nil, from: ["target_group_arn"], to: ["target_id"])),
    ResourceFacts(
      "aws_iot_topic_rule",
      documentation: "https://docs.aws.amazon.com/iot/latest/developerguide/lambda-rule-action.html",
      calls: FunctionCalling(["lambda.function_arn"], by: "iot.amazonaws.com", for: .unknown)),
    ResourceFacts(
      "aws_ses_receipt_rule",
      documentation: "https://docs.aws.amazon.com/ses/latest/dg/receiving-email-action-lambda.html",
      calls: FunctionCalling(
        ["lambda_action.function_arn"], by: "ses.amazonaws.com", for: .unknown, triesAtOnce: true)),
  ]
}
