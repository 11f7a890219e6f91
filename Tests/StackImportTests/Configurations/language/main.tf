terraform {
  required_version = ">= 1.7"
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 5.100"
    }
  }
  backend "s3" {
    bucket       = "library-states"
    key          = "catalog/terraform.tfstate"
    region       = "eu-west-1"
    encrypt      = true
    use_lockfile = true
  }
}

provider "aws" {
  region = var.region
  default_tags {
    tags = { Service = "catalog" }
  }
}

provider "aws" {
  alias  = "archive"
  region = "us-west-2"
}

provider "aws" {
  alias  = "same-region"
  region = var.region
}

# Where everything is.
variable "region" {
  type    = string
  default = "eu-west-1"
}

variable "shelves" {
  type = map(object({
    books = number
    # The floor, counted from the entrance.
    floor = optional(number, 0)
    notes = optional(list(string), [])
  }))
  default = {
    fiction = { books = 120 }
    "non-fiction" = {
      books = 75
      floor = 2
    }
  }
  description = "How many books a shelf takes"
  validation {
    condition     = alltrue([for name, shelf in var.shelves : shelf.books > 0])
    error_message = "A shelf without books: ${join(", ", keys(var.shelves))}."
  }
}

variable "owner" {
  default  = null
  nullable = true
}

variable "token" {
  type      = string
  sensitive = true
  default   = "none"
}

locals {
  prefix = "catalog-${terraform.workspace}" # The start of every name
  ports  = [80, 443, 8080]
  floors = distinct([for shelf in var.shelves : shelf.floor if shelf.floor >= 0])
  by_floor = {
    for name, shelf in var.shelves : shelf.floor => name...
  }
  numbers = {
    half     = 0.5
    negative = -3
    million  = 1000000
    precise  = 12345678901234567890
  }
  nothing = null
  keyed   = { (var.region) = "here" }
  text    = <<-EOT
    a "quoted" \ word and $${literal} %%{literal}
      indented ${var.region}
  EOT
  listing = "%{for name in keys(var.shelves)}${name};%{endfor}"
  long    = "This sentence is longer than a line of Swift may be, so that it has to be broken between two words of it."
}

# The queue of returned books
resource "aws_sqs_queue" "returns" {
  for_each = var.shelves

  name                       = "${local.prefix}-${each.key}" # one for each shelf
  visibility_timeout_seconds = each.value.books > 100 ? 60 : 30
  redrive_policy = jsonencode({
    deadLetterTargetArn = aws_sqs_queue.dead-letters[0].arn
    maxReceiveCount     = 5
  })
  tags = merge({ Shelf = each.key }, var.owner == null ? {} : { Owner = var.owner })

  lifecycle {
    create_before_destroy = true
    ignore_changes        = [tags["Touched"], visibility_timeout_seconds]
    precondition {
      condition     = length(each.key) < 40
      error_message = "The name ${each.key} is too long."
    }
  }
}

resource "aws_sqs_queue" "dead-letters" {
  count = var.token != "" && !false ? 1 : 0
  name  = format("%s-dead-%d", local.prefix, count.index)
}

data "aws_iam_policy_document" "read" {
  statement {
    sid       = "Read"
    actions   = ["sqs:ReceiveMessage", "sqs:DeleteMessage"]
    resources = values(aws_sqs_queue.returns)[*].arn
  }
  dynamic "statement" {
    for_each = toset(["a", "b"])
    iterator = letter
    content {
      sid       = upper(letter.value)
      actions   = ["sqs:SendMessage"]
      resources = [aws_sqs_queue.returns["fiction"].arn, aws_sqs_queue.returns["non-fiction"].arn]
    }
  }
}

resource "aws_iam_policy" "read" {
  name   = "read"
  policy = data.aws_iam_policy_document.read.json
}

resource "aws_iam_policy" "write" {
  name = "write"
  policy = jsonencode({
    Version   = "2012-10-17"
    Statement = [{ Effect = "Deny", Action = "*", Resource = "*" }]
  })
}

resource "aws_security_group" "desk" {
  name = "desk"
  dynamic "ingress" {
    for_each = local.ports
    content {
      # Of each port
      from_port   = ingress.value
      to_port     = ingress.value
      protocol    = "tcp"
      cidr_blocks = ["10.${ingress.key}.0.0/16"]
    }
  }
  egress {
    from_port = 0
    to_port   = 0
    protocol  = "-1"
  }
}

resource "aws_ssm_parameter" "floors" {
  provider   = aws.archive
  depends_on = [aws_sqs_queue.returns, module.feed]
  name       = "/floors"
  type       = "String"
  value      = join(",", local.floors...)
}

resource "aws_ssm_parameter" "self" {
  provider = aws.same-region
  name     = "/${aws_ssm_parameter.floors.name}/${(1 + 2) * 3 - 4 / 2 % 2}"
  type     = "String"
  value    = templatefile("${path.module}/page.tpl", { name = local.prefix })
}

resource "terraform_data" "stamp" {
  input            = local.text
  triggers_replace = [aws_iam_policy.write.policy, aws_sqs_queue.dead-letters.*.arn[0]]

  connection {
    host = "localhost"
  }
  provisioner "local-exec" {
    command = "echo ${self.input}"
  }
  provisioner "local-exec" {
    when       = destroy
    on_failure = continue
    command    = "echo gone"
    environment = {
      WHO = "catalog"
    }
  }
  lifecycle {
    replace_triggered_by = [aws_iam_policy.write, aws_iam_policy.read.policy]
    prevent_destroy      = false
  }
}

module "feed" {
  source    = "./parts/feed"
  providers = { aws = aws }
  name      = local.prefix
}

module "feeds" {
  source   = "./parts/feed"
  for_each = toset(["x", "y"])
  name     = "${local.prefix}-${each.value}"
}

moved {
  from = aws_sqs_queue.old
  to   = aws_sqs_queue.dead-letters[0]
}

removed {
  from = aws_sns_topic.announcements
  lifecycle {
    destroy = false
  }
}

import {
  to = aws_iam_policy.write
  id = "arn:aws:iam::123456789012:policy/write"
}

check "floors" {
  data "aws_ssm_parameter" "known" {
    name = "/known"
  }
  assert {
    condition     = data.aws_ssm_parameter.known.version > 0
    error_message = "version ${data.aws_ssm_parameter.known.version}"
  }
}

output "queues" {
  value       = { for name, queue in aws_sqs_queue.returns : name => queue.arn }
  description = "Each queue's ARN"
  sensitive   = true
  precondition {
    condition     = length(local.floors) > 0
    error_message = "no floor"
  }
}

output "feeds" {
  value      = [module.feed.arn, module.feeds["x"].arn, [for feed in module.feeds : feed.arn]]
  depends_on = [aws_iam_policy.read]
}

output "numbers" {
  value = [local.numbers, local.by_floor, local.keyed, local.listing, local.long, local.nothing, var.token == "" ? 1 : 2]
  # nothing of it is secret, but the token is
  sensitive = true
}
# The end of the catalog
