import Testing

@testable import StackImport

@Suite struct ComparisonTests {
  private func differences(_ first: String, _ second: String, _ path: String = "main.tf.json") throws -> [String] {
    try ConfigurationComparison(of: [file(first)], with: [file(second, path)]).differences
  }

  @Test(arguments: [
    (#"locals { a = "${1 + (2)}" }"#, #"{"locals": {"a": "${(1 + 2)}"}}"#),
    (#"locals { a = jsonencode({ b = "<" }) }"#, #"{"locals": {"a": "{\"b\":\"\\u003c\"}"}}"#),
    ("resource \"a_b\" \"c\" {\n  d { e = 1 }\n}", #"{"resource": {"a_b": {"c": {"d": {"e": 1}}}}}"#),
    (
      "resource \"a_b\" \"c\" {\n  d { e = 1 }\n  d { e = 2 }\n}",
      #"{"resource": {"a_b": {"c": {"d": [{"e": 1}, {"e": 2}]}}}}"#
    ),
    ("resource \"a_b\" \"c\" {\n  lifecycle { prevent_destroy = false }\n}", #"{"resource": {"a_b": {"c": {}}}}"#),
    ("resource \"a_b\" \"c\" { d = null }", #"{"resource": {"a_b": {"c": {"d": null}}}}"#),
    ("variable \"a\" { type = list }", #"{"variable": {"a": {"type": "list(any)"}}}"#),
    (
      "locals { a = jsonencode({ b = [aws_a.b.arn, \"x${aws_a.b.arn}\"] }) }",
      #"{"locals": {"a": "{\"b\":[\"${aws_a.b.arn}\",\"x${aws_a.b.arn}\"]}"}}"#
    ),
    (
      "resource \"a_b\" \"c\" {\n  d { provider = \"S3\" }\n}",
      #"{"resource": {"a_b": {"c": {"d": {"provider": "S3"}}}}}"#
    ),
    (
      "terraform {\n  required_providers {\n    x = { source = \"hashicorp/x\" }\n  }\n}\nresource \"x_y\" \"z\" {}",
      #"{"terraform": {"required_providers": {"x": {"source": "x"}}}, "resource": {"x_y": {"z": {}}}}"#
    ),
    (
      "locals { a = f({ b = jsonencode(aws_a.b.arn) }) }",
      #"{"locals": {"a": "${f({b = \"\\\"${aws_a.b.arn}\\\"\"})}"}}"#
    ),
    ("locals { a = [1.50, -2] }", #"{"locals": {"a": [1.5, -2]}}"#),
  ])
  func `other spellings of one configuration do not differ`(_ first: String, _ second: String) throws {
    #expect(try differences(first, second) == [])
  }

  @Test(arguments: [
    ("locals { a = 1 }", #"{"locals": {"a": 2}}"#, "local.a: : '1' and '2'"),
    ("locals { a = var.b }", #"{"locals": {"a": "var.b"}}"#, "local.a: : var.b and 'var.b'"),
    ("resource \"a_b\" \"c\" { d = 1 }", #"{"resource": {"a_b": {"c": {}}}}"#, "a_b.c: d: '1' and nothing"),
    ("resource \"a_b\" \"c\" {}", #"{"resource": {"a_b": {"c": {"d": 1}}}}"#, "a_b.c: d: nothing and '1'"),
    (
      "resource \"a_b\" \"c\" {}\nresource \"a_b\" \"e\" {}", #"{"resource": {"a_b": {"c": {}}}}"#,
      "a_b.e: only in the first"
    ),
    (
      "resource \"a_b\" \"c\" {\n  d { e = 1 }\n  d { e = 2 }\n}",
      #"{"resource": {"a_b": {"c": {"d": [{"e": 2}, {"e": 1}]}}}}"#, "a_b.c: d[0].e: '1' and '2'"
    ),
    (
      "resource \"a_b\" \"c\" {\n  lifecycle { prevent_destroy = true }\n}", #"{"resource": {"a_b": {"c": {}}}}"#,
      "a_b.c: lifecycle: [{prevent_destroy = 'true'}] and nothing"
    ),
    (
      "variable \"a\" { default = 1 }", #"{"variable": {"a": {"default": 1, "sensitive": true}}}"#,
      "var.a: sensitive: nothing and 'true'"
    ),
    ("locals { a = b.c*d }", #"{"locals": {"a": "${(b.c + d)}"}}"#, "local.a: : (b.c * d) and (b.c + d)"),
    (
      "provider \"aws\" { alias = \"a\" }", #"{"provider": {"aws": {"alias": "b"}}}"#,
      "provider.aws.a: only in the first"
    ),
  ])
  func `a difference is named`(_ first: String, _ second: String, _ difference: String) throws {
    #expect(try differences(first, second).first == difference)
  }
}
