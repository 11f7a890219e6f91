variable "actions" { type = list(string) }
variable "alarms" {
  type = map(object({
    namespace  = string
    metric     = string
    statistic  = string
    percentile = string
    threshold  = number
    missing    = string
    dimensions = map(string)
  }))
}

resource "aws_cloudwatch_metric_alarm" "this" {
  for_each            = var.alarms
  alarm_name          = "front-${each.key}"
  namespace           = each.value.namespace
  metric_name         = each.value.metric
  statistic           = each.value.statistic
  extended_statistic  = each.value.percentile
  dimensions          = each.value.dimensions
  period              = each.value.namespace == "AWS/Billing" ? 21600 : 60
  evaluation_periods  = 5
  threshold           = each.value.threshold
  comparison_operator = "GreaterThanThreshold"
  treat_missing_data  = each.value.missing
  alarm_actions       = var.actions
}
