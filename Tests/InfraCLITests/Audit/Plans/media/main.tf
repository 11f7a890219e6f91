# What is there already: `Scripts/record-plans` applies it and keeps the state.
terraform {
  required_providers {
    aws = { source = "hashicorp/aws" }
  }
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_sns_topic" "alerts" {
  name = "media-alerts"
}

# Nobody hears of the alarms.
resource "aws_cloudwatch_metric_alarm" "waiting" {
  alarm_name          = "media-waiting"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateNumberOfMessagesVisible"
  dimensions          = { QueueName = aws_sqs_queue.dead.name }
  statistic           = "Maximum"
  period              = 300
  evaluation_periods  = 1
  threshold           = 0
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = "notBreaching"
  alarm_actions       = [aws_sns_topic.alerts.arn]
}

resource "aws_sqs_queue" "dead" {
  name = "media-dead"
}

resource "aws_sqs_queue" "jobs" {
  for_each                   = toset(["resize", "scan"])
  name                       = "media-${each.key}"
  visibility_timeout_seconds = 60
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 3
  })
}

resource "aws_cloudwatch_log_group" "audit" {
  name              = "/media/audit"
  retention_in_days = 90
}

resource "aws_dynamodb_table" "items" {
  name           = "media-items"
  billing_mode   = "PROVISIONED"
  read_capacity  = 5
  write_capacity = 5
  hash_key       = "id"

  attribute {
    name = "id"
    type = "S"
  }
}
