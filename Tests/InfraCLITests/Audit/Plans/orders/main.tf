# In the style of public modules: nothing here was written for infra-gen.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "workers" {
  type = map(object({ timeout = number, threshold = number }))
  default = {
    "billing"       = { timeout = 20, threshold = 0 }
    "orders.intake" = { timeout = 30, threshold = 2 }
  }
}

provider "aws" {
  region = var.region
}

provider "aws" {
  alias  = "billing"
  region = "us-east-1"
}

locals {
  prefix = "shop"
}

resource "aws_sns_topic" "alerts" {
  count = 2
  name  = "${local.prefix}-alerts-${count.index}"
}

resource "aws_sns_topic_subscription" "oncall" {
  count     = 2
  topic_arn = aws_sns_topic.alerts[count.index].arn
  protocol  = "email"
  endpoint  = "oncall@example.com"
}

module "worker" {
  source   = "./modules/worker"
  for_each = var.workers

  name        = replace(each.key, ".", "-")
  timeout     = each.value.timeout
  threshold   = each.value.threshold
  alarm_topic = aws_sns_topic.alerts[0].arn
  environment = { LOG_LEVEL = "info" }
}

resource "aws_cloudwatch_dashboard" "operations" {
  dashboard_name = "operations"
  dashboard_body = jsonencode({
    widgets = [{
      type = "alarm", x = 0, y = 0, width = 24, height = 6
      properties = { title = "All", alarms = flatten([for w in module.worker : w.alarms]) }
    }]
  })
}

resource "aws_sns_topic" "bill" {
  provider = aws.billing
  name     = "bill"
}

resource "aws_sns_topic_subscription" "bill" {
  provider  = aws.billing
  topic_arn = aws_sns_topic.bill.arn
  protocol  = "email"
  endpoint  = "oncall@example.com"
}

resource "aws_cloudwatch_metric_alarm" "bill" {
  provider            = aws.billing
  alarm_name          = "xray-bill"
  namespace           = "AWS/Billing"
  metric_name         = "EstimatedCharges"
  dimensions          = { Currency = "USD", ServiceName = "AWSXRay" }
  statistic           = "Maximum"
  period              = 21600
  evaluation_periods  = 1
  threshold           = 10
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "missing"
  alarm_actions       = [aws_sns_topic.bill.arn]
}

# Nobody watches this one, and its role may not write traces.
resource "aws_iam_role" "forgotten" {
  name               = "forgotten"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{ Effect = "Allow", Action = "sts:AssumeRole", Principal = { Service = "lambda.amazonaws.com" } }]
  })
}

resource "aws_lambda_function" "forgotten" {
  function_name = "forgotten"
  role          = aws_iam_role.forgotten.arn
  runtime       = "python3.13"
  handler       = "app.handler"
  s3_bucket     = "releases"
  s3_key        = "forgotten.zip"
  timeout       = 10
  tracing_config {
    mode = "Active"
  }
}
