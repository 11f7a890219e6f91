# Every kind of expression once, as other readers of HCL read it as well.
locals {
  number      = 1.5e3
  negative    = -1
  flag        = true
  nothing     = null
  text        = "a \"quoted\" text\twith\nescapes, \\ and \u00e4"
  sigils      = "100% $5 $${a} %%{b} $$"
  empty       = ""
  template    = "a-${var.a}-${local.b["k"]}"
  wrapped     = "${var.a}"
  arithmetic  = 1 + 2 * 3 - 4 / (5 % 2)
  logic       = !var.a && var.b || var.c == "x" && var.d != 1
  comparison  = var.a < 1 || var.a <= 2 || var.a > 3 || var.a >= 4
  conditional = var.a ? "b" : var.c ? "d" : "e"
  index       = var.list[0]
  key         = var.map["key"].member
  legacy      = var.list.0.name
  splat       = var.list[*].name
  old_splat   = var.list.*.name
  list        = [for name in var.names : upper(name) if name != ""]
  map         = { for key, value in var.map : key => value.id }
  groups      = { for value in var.list : value.kind => value.id... }
  call        = merge(var.a, { b = 1 }, var.rest...)
  provider    = provider::aws::arn_parse(var.arn).account_id
  directives  = "%{if var.a}b%{else}c%{endif} %{for x in var.list}${x},%{endfor}"
  trimmed     = "a   ${~var.b~}   c"
  nested      = [{ a = [1, 2, [3]], "b c" = { d = {} } }, []]
  computed    = { (var.key) = 1, "${var.key}-x" = 2 }
  parens = (
    var.a
    + 1
  )
}
