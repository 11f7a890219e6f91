locals {
  plain = <<EOT
  one
    ${var.two}
$${three} \n
EOT
  indented = <<-EOT
    one
      two

    three
  EOT
  interpolated = <<-END_OF-IT
      ${var.a} one
    two ${jsonencode({ a = "b" })}
  END_OF-IT
  directives = <<-EOT
    %{for name in var.names~}
    name ${name}
    %{endfor~}
    end
  EOT
  called = [<<EOT
element
EOT
    , upper(<<-EOT
      argument
    EOT
  )]
  last = 1
}
