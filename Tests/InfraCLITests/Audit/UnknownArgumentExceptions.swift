/// Where a finding is legitimately hidden or found elsewhere, by what happens, with the reason.
let unknownArgumentExceptions: [String: String] = [
  "async-failure-destination: aws_scheduler_schedule.target hides a finding":
    "an unknown `target` may have a `dead_letter_config`",
  "lambda-xray-permission: aws_iam_role_policy.role hides a finding":
    "the policy both allows and denies the actions, and policies that may be on a role count by what they allow",
  "environment-target-permission: aws_iam_role_policy.role hides a finding":
    "policies that may be on a role count by their actions, and not by the resources that they name",
  "trace-filter-names-exist: aws_lambda_function.function_name hides a finding":
    "an unknown name may be the one in the filter",
  "xray-billing-alarm: aws_lambda_function.tracing_config invents a finding":
    "the finding is about the first function that is known to be traced, which is another one then",
  "number-is-finite: aws_cloudwatch_metric_alarm.threshold passes silently": computed,
  "number-is-finite: aws_thing.body passes silently": computed,
  "terraform-version-fits: aws_sns_topic.display_name passes silently": computed,
  "undeclared-reference: aws_cloudwatch_metric_alarm.alarm_actions passes silently": computed,
  "hcl-text-parses: aws_sns_topic.display_name passes silently": computed,
  "instance-value-scope: aws_sns_topic.display_name passes silently": computed,
  "instance-value-scope: aws_sns_topic.name passes silently": computed,
  "argument-exists: aws_cognito_user_pool.alias_attributes passes silently": computed,
  "argument-exists: aws_cognito_user_pool.password_policy passes silently": computed,
  "password-in-clear: aws_db_instance.password passes silently": computed,
  "password-in-clear: aws_secretsmanager_secret_version.secret_string passes silently": computed,
  "password-in-clear: aws_ssm_parameter.value passes silently": computed,
  "password-in-clear: aws_cloudwatch_event_connection.auth_parameters passes silently": computed,
]

private let computed = "the rule is about what the stack writes, and a value that Terraform computes is not written"
