# What the real terraform evaluates without a provider.
variable "names" {
  type    = map(object({ size = number, tags = optional(list(string), []) }))
  default = { a = { size = 1 }, "b c" = { size = 2.5, tags = ["x", "y"] } }
}
variable "flag" {
  type    = bool
  default = true
}
locals {
  list = [for key, value in var.names : { key = key, size = value.size * 2 - 1 }]
}
output "heredoc" {
  value = <<-EOT
    first ${local.list[0].key}
      %{for item in local.list~}
      ${~item.key} $${literal} \n
      %{endfor}
    %{if var.flag}yes%{else}no%{endif}

    last
  EOT
}
output "plain_heredoc" {
  value = <<EOT
	tab ${~" a "~} 
  %{if !var.flag~}
  no
  %{~endif}
EOT
}
output "text" {
  value = "a\tb \"c\" \\ \u00e4 $ %% $${x} %%{y} ${var.flag ? "yes" : "no"}${1 + 2 * 3 - 4 / (5 - 3)}"
}
output "numbers" {
  value = [-1, - 2 + 3, 7 % 4, 1.5e3, !var.flag || 1 < 2 && 2 >= 2 == true]
}
output "splats" {
  value = [local.list[*].key, local.list.*.size, local.list.0.key, values(var.names)[*].tags, [for t in var.names : t.tags][1]["0"]]
}
output "object" {
  value = { (local.list[0].key) = 1, "${local.list[1].key}!" : { for k, v in var.names : v.size => k... if v.size > 0 }, true = null }
}
output "calls" {
  value = merge({ a = 1 }, [{ b = max([1, 2]...) }, { c = jsonencode({ d = ["e", null] }) }]...)
}
