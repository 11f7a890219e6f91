variable "name" { type = string }
variable "create" {
  type    = bool
  default = true
}
variable "subscribers" {
  type    = map(object({ protocol = string, endpoint = string }))
  default = {}
}

resource "aws_sns_topic" "this" {
  count = var.create ? 1 : 0
  name  = var.name
}

data "aws_iam_policy_document" "this" {
  count = var.create ? 1 : 0

  statement {
    sid       = "CloudWatch"
    actions   = ["sns:Publish"]
    resources = [aws_sns_topic.this[0].arn]

    principals {
      type        = "Service"
      identifiers = ["cloudwatch.amazonaws.com"]
    }
  }
}

resource "aws_sns_topic_policy" "this" {
  count  = var.create ? 1 : 0
  arn    = aws_sns_topic.this[0].arn
  policy = data.aws_iam_policy_document.this[0].json
}

resource "aws_sns_topic_subscription" "this" {
  for_each  = { for key, subscriber in var.subscribers : key => subscriber if var.create }
  topic_arn = aws_sns_topic.this[0].arn
  protocol  = each.value.protocol
  endpoint  = each.value.endpoint
}

output "topic_arn" {
  value = try(aws_sns_topic.this[0].arn, null)
}
