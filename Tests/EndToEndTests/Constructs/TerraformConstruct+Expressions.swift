import InfraModel
import TFEmit

extension TerraformConstruct {
  static let values: [TerraformConstruct] = [
    TerraformConstruct(
      "literals", "texts, numbers, flags, lists and maps", "literals of Swift",
      .outputs(["all": "{\"a b\":[1,2.5,true,\"${x} %{y}\"]}"])
    ) { stack in
      stack.add(Output("all", value: .map(["a b": [1, 2.5, true, "${x} %{y}"]]), description: "All"))
    },
    TerraformConstruct(
      "null", "`null`", "an argument that is left out; in a larger value `.raw(\"null\")`",
      .outputs(["all": "[1,null]"])
    ) { stack in
      stack.add(Output("all", value: [1, InfraModel.Expression.raw("null").value], description: "All"))
    },
    TerraformConstruct(
      "template", "`\"…${…}…\"`", "`\"…\\(…)…\"`", .outputs(["greeting": "\"Hello ${x} Ann\""])
    ) { stack in
      let name = stack.add(RawVariable("name", .string, default: "Ann", description: "Who"))
      stack.add(Output("greeting", "Hello ${x} \(name)", description: "A greeting"))
    },
    TerraformConstruct(
      "directives", "`%{if}`, `%{for}`", "`.conditional`, or raw: in Swift a loop or a `for` expression says it",
      .outputs(["words": "\"a b \""])
    ) { stack in
      stack.add(
        Output(
          "words", value: InfraModel.Expression.raw(#""%{ for word in ["a", "b"] ~}${word} %{ endfor ~}""#).value,
          description: "Words"))
    },
    TerraformConstruct(
      "heredoc", "`<<EOT`", "`\"\"\"` of Swift", .outputs(["text": "\"a\n  b\n\""])
    ) { stack in stack.add(Output("text", "a\n  b\n", description: "Lines")) },
    TerraformConstruct(
      "jsonencode", "`jsonencode`", "`.json(…)`, policies, dashboards",
      .outputs(["document": "\"{\"a\":[1,\"Ann\"]}\""])
    ) { stack in
      let name = stack.add(RawVariable("name", .string, default: "Ann", description: "Who"))
      stack.add(Output("document", value: .json(["a": [1, name.value]]), description: "A document"))
    },
  ]

  static let expressions: [TerraformConstruct] = [
    expression("arithmetic", "`+ - * / %`", "the same", "7") { _ in 1 + 2 * 3 },
    expression("comparison", "`== != < <= > >=`", "`.binary(a, .less, b)`", "true") { _ in .binary(1, .less, 2) },
    expression("logic", "`&& \\|\\| !`", "`.binary(a, .and, b)`, `!`", "false") { _ in !(.binary(true, .and, true)) },
    expression("conditional", "`a ? b : c`", "`.conditional(a, then:else:)`; `choose` of a `Variable`", "\"yes\"") {
      _ in
      .conditional(.binary(1, .less, 2), then: "yes", else: "no")
    },
    expression("index", "`a[0]`, `a[\"key\"]`, `a[b]`", "the same", "\"Bo ${x}\"") { _ in
      .map(["red": ["Ann"], "blue": ["An", "Bo ${x}"]])["blue"][InfraModel.Expression(2) - 1]
    },
    expression("member", "`a.b`", "`member(\"b\")`", "30") { _ in .map(["age": 30]).member("age") },
    expression("splat", "`a[*].b`", "`all(\"b\")`", "[30,20]") { _ in
      InfraModel.Expression([Value.map(["age": 30]), .map(["age": 20])]).all("age")
    },
    expression("for-list", "`[for a in b : c if d]`", "`.list(for:in:)`", "[20,30]") { _ in
      .list(for: "n", in: [1, 2, 3]) {
        $0 * 10
      } where: {
        .binary($0, .greater, 1)
      }
    },
    expression("for-map", "`{for k, v in b : c => d}`, with `...`", "`.map(for:in:)`", "{\"ANN\":[1,2]}") { _ in
      .map(for: ("n", "name"), in: .map(["1": "ann", "2": "ann"]), groups: true) { n, name in
        (key: .call("upper", [name]), value: .call("tonumber", [n]))
      }
    },
    expression("function", "functions", "`.call(\"name\", […])`: any by name", "3") {
      _ in
      .call("length", [[1, 2, 3]])
    },
    expression("path", "`path.module`, `path.root`, `path.cwd`", "`.named(.modulePath)` and so on", "\".\"") { _ in
      .call("basename", [.named(.modulePath)])
    },
    expression("workspace", "`terraform.workspace`", "`.named(.workspace)`", "\"default\"") { _ in .named(.workspace) },
    expression("raw", "anything else", "`Expression.raw(\"…\")`, read for what it refers to", "[\"n2\"]") { _ in
      .raw(#"[for n in [1, 2] : "n${n}" if n != 1]"#)
    },
    TerraformConstruct(
      "provider-function", "functions of providers", "`.call(\"provider::aws::arn_parse\", […])`", .validatedWithAWS
    ) { stack in
      let role = InfraModel.Expression.call("provider::aws::arn_parse", ["arn:aws:iam::444455556666:role/example"])
      stack.add(Output("account", value: role.member("account_id").value, description: "Whose role it is"))
    },
  ]

  static let elsewhere: [TerraformConstruct] = [
    TerraformConstruct(
      "tests", "`.tftest.hcl`, `mock_provider`",
      "no part of a configuration: the tests of a stack are Swift (`InfraTesting`); `terraform test` reads files that you "
        + "put beside it", .validated,
      files: ["a.tftest.hcl": "run \"plan\" {\n  command = plan\n}\n"]
    ) { stack in stack.add(TerraformData("a")) }
  ]

  /// An expression with what it comes to as JSON.
  private static func expression(
    _ name: String, _ terraform: String, _ swift: String, _ json: String,
    _ expression: @escaping @Sendable (inout StackBuilder) -> InfraModel.Expression
  ) -> TerraformConstruct {
    TerraformConstruct(name, terraform, swift, .outputs(["value": json])) { stack in
      stack.add(Output("value", value: expression(&stack).value, description: "A value"))
    }
  }
}
