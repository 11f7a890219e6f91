# What CI applies to a stand-in for AWS before it plans what was imported.
variable "queues" {
  type = map(object({ retention = optional(number, 345600) }))
}

variable "alerts" {
  type    = list(string)
  default = []
}

resource "aws_sqs_queue" "dead" {
  name = "dead"
}

resource "aws_sqs_queue" "work" {
  for_each                  = var.queues
  name                      = each.key
  message_retention_seconds = each.value.retention
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead.arn
    maxReceiveCount     = 3
  })
  tags = { Queue = each.key }

  lifecycle {
    create_before_destroy = true
  }
}

resource "aws_sns_topic" "on-call" {
  name = "on-call"
}

resource "aws_sns_topic_subscription" "work" {
  for_each  = aws_sqs_queue.work
  topic_arn = aws_sns_topic.on-call.arn
  protocol  = "sqs"
  endpoint  = each.value.arn
}

data "aws_iam_policy_document" "send" {
  dynamic "statement" {
    for_each = aws_sqs_queue.work
    content {
      sid       = title(statement.key)
      actions   = ["sqs:SendMessage"]
      resources = [statement.value.arn]
    }
  }
}

resource "aws_iam_policy" "send" {
  name   = "send"
  policy = data.aws_iam_policy_document.send.json
}

resource "aws_dynamodb_table" "seen" {
  name         = "seen"
  billing_mode = "PAY_PER_REQUEST"
  hash_key     = "id"

  attribute {
    name = "id"
    type = "S"
  }
}

resource "aws_cloudwatch_metric_alarm" "old" {
  count               = 2
  alarm_name          = "old-${count.index}"
  namespace           = "AWS/SQS"
  metric_name         = "ApproximateAgeOfOldestMessage"
  dimensions          = { QueueName = element(values(aws_sqs_queue.work)[*].name, count.index) }
  statistic           = "Maximum"
  comparison_operator = "GreaterThanThreshold"
  threshold           = "600"
  evaluation_periods  = 1
  period              = 60
  alarm_actions       = concat([aws_sns_topic.on-call.arn], var.alerts)
}

output "urls" {
  value = { for name, queue in aws_sqs_queue.work : name => queue.url }
}
