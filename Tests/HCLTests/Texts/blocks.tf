terraform {
  required_version = ">= 1.6"
  backend "s3" {}
  required_providers {
    aws = { source = "hashicorp/aws", version = "~> 5.0" }
  }
}

/* A comment
   of two lines */
variable "teams" {
  type    = map(object({ address = string, is_on_call = optional(bool, false) }))
  default = {} // none
  validation {
    condition     = length(var.teams) < 10
    error_message = "At most ten."
  }
}

resource aws_sqs_queue "jobs" { # a comment behind a brace
  for_each = var.teams
  name     = "jobs-${each.key}"

  lifecycle { prevent_destroy = true }
  provisioner "local-exec" {
    command = "echo ${self.name}" # a comment behind a value
    when    = destroy
  }
  dynamic "setting" {
    for_each = [1]
    content {
      value = setting.value
    }
  }
  # a comment at the end
}
data "aws_region" "here" {}
output "größe" {
  value = [
    # a comment about an element
    1, # and one behind it
    2
  ]
}
