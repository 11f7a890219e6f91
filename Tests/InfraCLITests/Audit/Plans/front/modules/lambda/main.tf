variable "function_name" { type = string }
variable "tracing_mode" {
  type    = string
  default = null
}
variable "attach_policy_statements" {
  type    = bool
  default = false
}
variable "policy_statements" {
  type    = map(object({ actions = list(string), resources = list(string) }))
  default = {}
}
variable "allowed_triggers" {
  type    = map(object({ service = string, source_arn = string }))
  default = {}
}

resource "aws_cloudwatch_log_group" "lambda" {
  count             = 1
  name              = "/aws/lambda/${var.function_name}"
  retention_in_days = 14
}

data "aws_iam_policy_document" "assume_role" {
  count = 1
  statement {
    effect  = "Allow"
    actions = ["sts:AssumeRole"]
    principals {
      type        = "Service"
      identifiers = distinct(concat(["lambda.amazonaws.com"], []))
    }
  }
}

resource "aws_iam_role" "lambda" {
  count              = 1
  name               = var.function_name
  assume_role_policy = data.aws_iam_policy_document.assume_role[0].json
}

data "aws_iam_policy_document" "logs" {
  count = 1
  statement {
    effect    = "Allow"
    actions   = compact(["", "logs:CreateLogStream", "logs:PutLogEvents"])
    resources = flatten([for _ in ["%v:*", "%v:*:*"] : format(_, aws_cloudwatch_log_group.lambda[0].arn)])
  }
}

resource "aws_iam_role_policy" "logs" {
  count  = 1
  name   = "${var.function_name}-logs"
  role   = aws_iam_role.lambda[0].name
  policy = data.aws_iam_policy_document.logs[0].json
}

resource "aws_iam_role_policy_attachment" "tracing" {
  count      = var.tracing_mode == null ? 0 : 1
  role       = aws_iam_role.lambda[0].name
  policy_arn = "arn:aws:iam::aws:policy/AWSXRayDaemonWriteAccess"
}

data "aws_iam_policy_document" "additional" {
  count = var.attach_policy_statements ? 1 : 0
  dynamic "statement" {
    for_each = var.policy_statements
    content {
      sid       = replace(statement.key, "/[^0-9A-Za-z]*/", "")
      effect    = "Allow"
      actions   = statement.value.actions
      resources = statement.value.resources
    }
  }
}

resource "aws_iam_policy" "additional" {
  count  = var.attach_policy_statements ? 1 : 0
  name   = "${var.function_name}-inline"
  policy = data.aws_iam_policy_document.additional[0].json
}

resource "aws_iam_role_policy_attachment" "additional" {
  count      = var.attach_policy_statements ? 1 : 0
  role       = aws_iam_role.lambda[0].name
  policy_arn = aws_iam_policy.additional[0].arn
}

resource "aws_lambda_function" "this" {
  count         = 1
  function_name = var.function_name
  role          = aws_iam_role.lambda[0].arn
  runtime       = "python3.13"
  handler       = "index.handler"
  s3_bucket     = "releases"
  s3_key        = "front.zip"
  timeout       = 10

  dynamic "tracing_config" {
    for_each = var.tracing_mode == null ? [] : [true]
    content {
      mode = var.tracing_mode
    }
  }

  depends_on = [aws_cloudwatch_log_group.lambda]
}

resource "aws_lambda_permission" "unqualified_alias_triggers" {
  for_each      = var.allowed_triggers
  function_name = aws_lambda_function.this[0].function_name
  statement_id  = each.key
  action        = "lambda:InvokeFunction"
  principal     = format("%s.amazonaws.com", each.value.service)
  source_arn    = each.value.source_arn
}

output "function_name" {
  value = try(aws_lambda_function.this[0].function_name, "")
}

output "invoke_arn" {
  value = try(aws_lambda_function.this[0].invoke_arn, "")
}
