# Modules in the style of the registry's, and a region that only the environment knows.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {}

module "alerts" {
  source      = "./modules/sns-topic"
  name        = "front-alerts"
  subscribers = { oncall = { protocol = "email", endpoint = "oncall@example.com" } }
}

module "lambda" {
  source        = "./modules/lambda"
  function_name = "front-items"
  tracing_mode  = "Active"

  attach_policy_statements = true
  policy_statements = {
    media = {
      actions   = ["s3:GetObject"]
      resources = ["arn:aws:s3:::front-media/*"]
    }
  }

  allowed_triggers = {
    api = {
      service    = "apigateway"
      source_arn = "${module.api.execution_arn}/*/*"
    }
  }
}

module "api" {
  source     = "./modules/api"
  name       = "front"
  invoke_arn = module.lambda.invoke_arn
  routes     = { items = "GET", orders = "POST" }
}

module "alarms" {
  source  = "./modules/alarms"
  actions = [module.alerts.topic_arn]
  alarms = {
    errors = {
      namespace  = "AWS/Lambda"
      metric     = "Errors"
      statistic  = "Sum"
      percentile = null
      threshold  = 0
      missing    = "notBreaching"
      dimensions = { FunctionName = module.lambda.function_name }
    }
    slow = {
      namespace  = "AWS/Lambda"
      metric     = "Duration"
      statistic  = null
      percentile = "p95"
      threshold  = 2000
      missing    = "notBreaching"
      dimensions = { FunctionName = module.lambda.function_name }
    }
    # Somewhere: the bill is in us-east-1, and where this is nobody says.
    bill = {
      namespace  = "AWS/Billing"
      metric     = "EstimatedCharges"
      statistic  = "Maximum"
      percentile = null
      threshold  = 10
      missing    = "missing"
      dimensions = { Currency = "USD" }
    }
  }
}
