# Values that Terraform marks as sensitive, in every argument that a rule reads as text.
terraform {
  required_providers {
    aws = {
      source = "hashicorp/aws"
    }
  }
}

provider "aws" {
  region = "eu-west-1"
}

variable "db_password" {
  type      = string
  sensitive = true
  default   = "zq7canary-db-pw"
}
variable "hook_token" {
  type      = string
  sensitive = true
  default   = "zq7canary-hook-token"
}
variable "metric" {
  type      = string
  sensitive = true
  default   = "zq7canary-metric"
}
resource "aws_iam_role" "r" {
  name               = "r"
  assume_role_policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Principal = { Service = "lambda.amazonaws.com" }, Action = "sts:AssumeRole" }] })
}
resource "aws_lambda_function" "f" {
  function_name = "f-${var.hook_token}"
  role          = aws_iam_role.r.arn
  runtime       = "python3.12"
  handler       = "zq7canary"
  filename      = "x.zip"
  environment { variables = { DB_PASSWORD = var.db_password, TOKEN = var.hook_token, OTHER = "postgres://u:${var.db_password}@h/db" } }
}
resource "aws_sns_topic" "t" { name = "t" }
resource "aws_sns_topic_subscription" "s" {
  topic_arn = aws_sns_topic.t.arn
  protocol  = "https"
  endpoint  = "https://hooks.example.com/${var.hook_token}"
}
resource "aws_sns_topic_subscription" "s2" {
  topic_arn = aws_sns_topic.t.arn
  protocol  = "http"
  endpoint  = "http://u:${var.hook_token}@hooks.example.com/${var.hook_token}"
}
resource "aws_cloudwatch_metric_alarm" "a" {
  alarm_name          = "a"
  comparison_operator = "GreaterThanThreshold"
  evaluation_periods  = 1
  metric_name         = var.metric
  namespace           = "AWS/Lambda"
  period              = 60
  statistic           = "Sum"
  threshold           = 1
  dimensions          = { FunctionName = var.hook_token, Foo = var.db_password }
  alarm_actions       = [aws_sns_topic.t.arn]
}
resource "aws_cloudwatch_log_metric_filter" "m" {
  name           = "m"
  pattern        = "{ $.x = ${var.db_password} "
  log_group_name = "/aws/lambda/${var.hook_token}"
  metric_transformation {
    name      = "x"
    namespace = "n"
    value     = var.db_password
  }
}
resource "aws_cloudwatch_event_rule" "e" {
  name                = "e"
  schedule_expression = "rate(${var.db_password})"
}
resource "aws_cloudwatch_event_rule" "e2" {
  name          = "e2"
  event_pattern = jsonencode({ source = [{ "prefix" = var.db_password, "wild" = var.hook_token }], "x${var.hook_token}" = 3 })
}
resource "aws_xray_sampling_rule" "x" {
  rule_name      = "x"
  priority       = 1
  version        = 1
  reservoir_size = 1
  fixed_rate     = 0.5
  url_path       = var.db_password
  host           = var.hook_token
  http_method    = substr(var.hook_token, 0, 9)
  service_type   = var.db_password
  service_name   = var.hook_token
  resource_arn   = "*"
}
resource "aws_xray_group" "g" {
  group_name        = "g"
  filter_expression = "service(\"${var.hook_token}\") { ${var.db_password}"
}
resource "aws_cloudwatch_dashboard" "d" {
  dashboard_name = "d"
  dashboard_body = jsonencode({ widgets = [{ type = "metric", x = 0, y = 0, width = 6, height = 6, properties = { metrics = [["AWS/Lambda", var.metric, "FunctionName", var.hook_token]], region = "eu-west-1" } }] })
}
resource "aws_iam_role_policy" "p" {
  role   = aws_iam_role.r.name
  name   = "p"
  policy = jsonencode({ Version = "2012-10-17", Statement = [{ Effect = "Allow", Action = "s3:${var.hook_token}", Resource = "arn:aws:s3:::${var.db_password}" }] })
}
resource "aws_ssm_parameter" "ssm" {
  name  = "p"
  type  = "String"
  value = var.db_password
}
resource "aws_sqs_queue" "q" {
  name           = "q-${var.hook_token}"
  redrive_policy = jsonencode({ deadLetterTargetArn = "arn:aws:sqs:eu-west-1:1:${var.hook_token}", maxReceiveCount = 1 })
}
resource "aws_lambda_event_source_mapping" "es" {
  event_source_arn = aws_sqs_queue.q.arn
  function_name    = var.hook_token
}
resource "aws_db_instance" "db" {
  instance_class    = "db.t3.micro"
  engine            = "postgres"
  username          = "u"
  password          = var.db_password
  allocated_storage = 10
}
resource "aws_cloudwatch_composite_alarm" "c" {
  alarm_name = "c"
  alarm_rule = "ALARM(${var.hook_token}) AND AND"
}
resource "aws_cloudwatch_log_group" "l" {
  name = "/aws/lambda/${var.hook_token}"
}
resource "aws_synthetics_canary" "can" {
  name                 = "can"
  artifact_s3_location = "s3://b/"
  execution_role_arn   = aws_iam_role.r.arn
  handler              = "x.handler"
  zip_file             = "x.zip"
  runtime_version      = "syn-${var.db_password}"
  schedule {
    expression = "rate(${var.hook_token})"
  }
  run_config {
    environment_variables = { API_KEY = var.hook_token }
  }
}
