import InfraModel

extension Chapter {
  static let orderTracing = Chapter(
    title: "Order tracing (seed 003)",
    ids: listed(
      "A1 A2 A3 A4 A5 A6 A7 V1-10 OUT DM DLQ MON THR LOGS SEC PII COST OPT PROD5-8 PRE CMD FILES TFVARS QUICK"),
    requirements: [
      Requirement(
        "A1", "Four functions record traces and know their bus",
        .declared(
          .orderTracing, "aws_lambda_function.order", "aws_lambda_function.payment", "aws_lambda_function.inventory",
          "aws_lambda_function.notification", "aws_iam_role_policy.order"), .rule(.requestPathTraced),
        .rule(.lambdaRuntimeSupported)),
      Requirement("A2", "A bus of its own", .declared(.orderTracing, "aws_cloudwatch_event_bus.orders")),
      Requirement(
        "A3", "Three rules bring events to four consumers, who let them",
        .declared(
          .orderTracing, "aws_cloudwatch_event_rule.order_created", "aws_cloudwatch_event_rule.payment_processed",
          "aws_cloudwatch_event_rule.inventory_updated", "aws_cloudwatch_event_target.order_created_to_payment",
          "aws_cloudwatch_event_target.order_created_to_inventory",
          "aws_cloudwatch_event_target.payment_processed_to_notification",
          "aws_cloudwatch_event_target.inventory_updated_to_notification"), .rule(.eventBridgeTargetPermission)),
      Requirement(
        "A4", "A traced REST API takes POST /orders",
        .declared(
          .orderTracing, "aws_api_gateway_rest_api.api", "aws_api_gateway_method.api_orders_post",
          "aws_api_gateway_integration.api_orders_post", "aws_api_gateway_deployment.api",
          "aws_api_gateway_stage.api"), .rule(.requestPathTraced)),
      Requirement(
        "A5", "Browsers may call, and send the trace header",
        .declared(
          .orderTracing, "aws_api_gateway_method.api_orders_preflight",
          "aws_api_gateway_integration_response.api_orders_preflight"), .rule(.corsAllowsTraceHeader)),
      Requirement(
        "A6", "Roles for one thing each",
        .declared(
          .orderTracing, "aws_iam_role_policy.order", "aws_iam_role_policy.payment", "aws_iam_role_policy.inventory",
          "aws_iam_role_policy.notification")),
      Requirement(
        "A7", "Logs are kept for as long as a variable says",
        .declared(
          .orderTracing, "aws_cloudwatch_log_group.order", "variable.lambda_log_retention_days"),
        .library("enum LogRetention", in: "Sources/AWSModel/Resources/CloudWatch/LogGroup.swift")),
      Requirement(
        "V1-10", "Ten variables with type, default, description and validation",
        .declared(
          .orderTracing, "variable.aws_region", "variable.environment", "variable.project_name",
          "variable.lambda_timeout", "variable.lambda_memory_size", "variable.x_ray_tracing_mode",
          "variable.enable_detailed_monitoring", "variable.api_gateway_stage_name",
          "variable.lambda_log_retention_days", "variable.tags"), .rule(.validVariableDefault), .rule(.unusedVariable),
        .rule(.integrationTimeout)),
      Requirement(
        "OUT", "Outputs: endpoint, test URL, bus, functions, console pages, test commands",
        .declared(
          .orderTracing, "output.api_gateway_endpoint", "output.api_gateway_test_url", "output.eventbridge_bus_name",
          "output.eventbridge_bus_arn", "output.lambda_function_names", "output.lambda_function_arns",
          "output.xray_traces_url", "output.xray_service_map_url", "output.test_commands"), .rule(.undeclaredReference)),
      Requirement(
        "DM", "Detailed monitoring is a switch",
        .declared(
          .orderTracing, "variable.enable_detailed_monitoring", "aws_api_gateway_method_settings.api")),
      Requirement(
        "DLQ", "What cannot be delivered is kept",
        .declared(
          .orderTracing, "aws_sqs_queue.failed_events", "aws_sqs_queue.order_created_dead_letters",
          "aws_sqs_queue.payment_processed_dead_letters", "aws_sqs_queue.inventory_updated_dead_letters"),
        .rule(.eventBridgeTargetDLQ)),
      Requirement(
        "MON", "Alarms on errors and latency, and people who hear them",
        .declared(
          .orderTracing, "aws_cloudwatch_metric_alarm.order_errors", "aws_cloudwatch_metric_alarm.order_slow",
          "aws_cloudwatch_metric_alarm.api_errors", "aws_sns_topic_subscription.alerts_on_call"),
        .rule(.lambdaErrorAlarm), .rule(.lambdaP95Alarm), .rule(.topicHasSubscriber)),
      Requirement("THR", "The API is throttled", .declared(.orderTracing, "aws_api_gateway_method_settings.api")),
      Requirement(
        "LOGS", "The API writes access logs, and the account lets it",
        .declared(
          .orderTracing, "aws_cloudwatch_log_group.api_access", "aws_api_gateway_account.api",
          "aws_iam_role_policy_attachment.api_logging")),
      Requirement(
        "SEC", "No unauthenticated caller in production",
        .declared(.orderTracing, "aws_api_gateway_method.api_orders_post"), .rule(.clientControlledSampling)),
      Requirement(
        "PII", "No personal data in annotations and events",
        .code("opaque ids", in: "OrderTracing/functions/shared/order_events.py")),
      Requirement(
        "COST", "What a low volume costs", .estimated(.orderTracing), .library("struct CostCommand", in: costFile)),
      Requirement(
        "OPT", "Cost is a matter of sampling, retention and memory",
        .declared(
          .orderTracing, "aws_xray_sampling_rule.api", "variable.lambda_memory_size",
          "variable.lambda_log_retention_days")),
      Requirement(
        "PROD5-8", "Concurrency limits, copies of what happened, a second region",
        .declared(
          .orderTracing, "aws_lambda_function.payment", "aws_cloudwatch_event_archive.orders",
          "aws_lambda_function.order_dr", "aws_api_gateway_stage.api_dr")),
      Requirement(
        "PRE", "Versions of Terraform and its provider are pinned",
        .library("required_version", in: "Sources/TFEmit/Settings.swift")),
      Requirement(
        "CMD", "Troubleshooting: permissions, patterns, timeouts, missing traces", .rule(.eventBridgeTargetPermission),
        .rule(.lambdaXRayPermission), .rule(.integrationTimeout), .declared(.orderTracing, "output.test_commands")),
      Requirement(
        "FILES", "The code of the four services is beside the configuration",
        .code("def lambda_handler", in: "OrderTracing/functions/order_service/order_service.py"),
        .code("def lambda_handler", in: "OrderTracing/functions/payment_service/payment_service.py"),
        .code("def lambda_handler", in: "OrderTracing/functions/inventory_service/inventory_service.py"),
        .code("def lambda_handler", in: "OrderTracing/functions/notification_service/notification_service.py")),
      Requirement(
        "TFVARS", "An example of terraform.tfvars",
        .guide("on_call_email", in: "out/order-tracing/dev/terraform.tfvars.example"),
        .library("terraform.tfvars.example", in: "Sources/TFEmit/VariablesExample.swift")),
      Requirement(
        "QUICK", "A quick start that works in a new clone", .guide("First apply", in: "docs/guide/first-apply.md")),
    ])
}
