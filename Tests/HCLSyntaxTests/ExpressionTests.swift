import HCLSyntax
import Testing

/// Source: https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md
@Suite struct ExpressionTests {
  @Test(
    "Each expression of HCL becomes the tree that its specification describes",
    arguments: [
      // Literals.
      ("12", "12"), ("1.50e-3", "1.50e-3"), ("true", "true"), ("null", "null"), ("true_", "true_"),
      (#""a\n\"\\\u00e4\U0001F600""#, "'a\n\"\\\u{e4}\u{1f600}'"), (#""""#, "''"),
      // Precedence, from the left.
      ("1 + 2 * 3 - 4", "(1 + (2 * 3) - 4)"), ("a || b && c == d", "(a || (b && (c == d)))"),
      ("a < 1 == b >= 2", "((a < 1) == (b >= 2))"), ("(1 + 2) * 3", "(<(1 + 2)> * 3)"),
      ("!a.b && -c[0] > 1", "((! (a.b)) && ((- (c[0])) > 1))"), ("a % 2 != 0", "((a % 2) != 0)"),
      ("- -1", "(- (- 1))"), ("a-b", "a-b"), ("a - b", "(a - b)"), ("1-2", "(1 - 2)"),
      // Conditionals, from the right.
      ("a ? b : c ? d : e", "(a ? b : (c ? d : e))"), ("a ? b ? 1 : 2 : 3", "(a ? (b ? 1 : 2) : 3)"),
      // Traversals.
      ("a.b.c", "(a.b.c)"), ("a[\"k\"].b[0]", "(a['k'].b[0])"), ("a[b.c + 1]", "(a[((b.c) + 1)])"),
      ("a.0.b", "(a.#0.b)"), ("a.0.1", "(a.#0.#1)"), ("a.*.b.0", "(a.*.b.#0)"), ("a[*].b[0]", "(a[*].b[0])"),
      ("a [ * ] . b", "(a[*].b)"), ("values(a)[*].b", "(values(a)[*].b)"), ("{a = 1}.a", "({a:1}.a)"),
      // Calls.
      ("f()", "f()"), ("f(1, [2], )", "f(1 [2])"), ("f(a, b...)", "f(a b...)"),
      ("provider::aws::arn_parse(a).b", "(provider::aws::arn_parse(a).b)"),
      ("f(\n  a, # one\n  b\n)", "f(a b)"),
      // Collections.
      ("[]", "[]"), ("[1, \"a\", [true],]", "[1 'a' [true]]"), ("{}", "{}"),
      ("{ a = 1, \"b c\" : 2, (d) = 3 }", "{a:1 'b c':2 <d>:3}"), ("{\n a = 1\n b = 2 // two\n}", "{a:1 b:2}"),
      ("{ a.b = 1 }", "{(a.b):1}"), ("{ 1 = 2 }", "{1:2}"), ("{ \"${a}\" = b }", "{'$a':b}"),
      ("{ a = b ? 1 : 2 }", "{a:(b ? 1 : 2)}"),
      // Comprehensions.
      ("[for a in b : a.c]", "(for a in b: (a.c))"), ("[for k, v in b : k if v > 1]", "(for k v in b: k if (v > 1))"),
      ("{for k, v in b : k => v}", "(for k v in b: k:v)"),
      ("{\n for v in b : v.k => v...\n if v.c\n}", "(for v in b: (v.k):v... if (v.c))"),
      // Templates.
      (#""a${b}c""#, "'a|$b|c'"), (#""${a}""#, "'$a'"), (#""$${a} %%{b} $ % $$ 100%""#, "'${a} %{b} $ % $$ 100%'"),
      (#""${a["k"]}-${"${b}"}""#, "'$(a['k'])|-|$'$b''"), (#""a ${~ b ~} c""#, "'a|$b|c'"),
      (#""%{ if a }b%{ else }c%{ endif }""#, "'%if a|b|%else|c|%endif'"),
      (#""%{for k, v in a ~} ${k} %{~ endfor}""#, "'%for k v in a|$k|%endfor'"), (#""$$${a}""#, "'$${a}'"),
      ("\"${\n a\n}\"", "'$a'"),
      // Names of any language, and space anywhere between brackets.
      ("größe.länge", "(größe.länge)"), ("(\n a\n +\n b\n)", "<(a + b)>"), ("a /* x */ + /* y */ b", "(a + b)"),
    ])
  func expressionHasTree(_ text: String, _ expected: String) throws {
    #expect(try outline(text) == expected)
  }

  @Test(
    "What is no expression is an error with its place",
    arguments: [
      ("", 1, 1, "expected a value, found the end of the text"),
      ("a +", 1, 4, "expected a value, found the end of the text"),
      ("a b", 1, 3, "expected the end of the expression, found 'b'"),
      ("(a", 1, 1, "the '(' is not closed"), ("[1, 2", 1, 1, "the '[' is not closed"),
      ("f(1", 1, 2, "the '(' is not closed"),
      ("{ a = 1", 1, 1, "the '{' is not closed"),
      ("1 /* a", 1, 3, "expected the end of the expression, found a comment without an end"),
      ("[1 2]", 1, 4, "expected ',' or ']', found '2'"),
      ("f(1 2)", 1, 5, "expected ',' or ')', found '2'"),
      ("a ? b", 1, 6, "expected ':' of the conditional, found the end of the text"),
      ("{ a 1 }", 1, 5, "expected '=' after a key, found '1'"),
      ("{ a = 1 b = 2 }", 1, 9, "expected ',', '}' or the end of the line, found 'b'"),
      ("a.", 1, 3, "expected the name of an attribute, found the end of the text"),
      ("\"a", 1, 1, "the string is not closed"), ("\"a\nb\"", 1, 1, "the string does not end on its line"),
      (#""\x""#, 1, 2, "unknown escape; write '\\\\' for a backslash"), ("1a", 1, 1, "'1a' is not a number"),
      (#""${a""#, 1, 5, "expected '}', found '\"'"), (#""${a b}""#, 1, 6, "expected '}', found 'b'"),
      (#""%{ if a }""#, 1, 2, "'if' without 'endif'"), (#""%{ endfor }""#, 1, 2, "'endfor' without 'for'"),
      (#""%{ when a }""#, 1, 5, "'when' is not a template directive"),
      ("a::b", 1, 5, "expected '(' after the name of a function, found the end of the text"),
      ("[for a b : c]", 1, 8, "expected 'in', found 'b'"),
      ("a\n\n  &", 3, 3, "expected the end of the expression, found '&'"),
      ("a ? \"é\" \"b\" : c", 1, 9, "expected ':' of the conditional, found '\"'"),
      ("<<EOT", 1, 6, "expected the end of the line after a heredoc's marker, found the end of the text"),
      ("<<EOT\na", 1, 1, "the heredoc has no line 'EOT' that ends it"),
      ("/* a", 1, 1, "expected a value, found a comment without an end"),
    ])
  func errorHasPlace(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    let error = #expect(throws: HCLSyntaxError.self) { try HCLExpression(reading: text) }
    #expect(error?.position == HCLPosition(line: line, column: column))
    #expect(error?.message == message)
  }

  @Test(
    "A heredoc loses the indentation that its lines share, and nothing else",
    arguments: [
      ("<<EOT\n  a\n  ${b}\nEOT\n", "'  a\n  |$b|\n'"), ("<<-EOT\n    a\n      b\n    EOT\n", "'a\n  b\n'"),
      // Lines of spaces alone do not count, and a line that begins with an interpolation has no indentation.
      ("<<-EOT\n    a\n \n    b\n  EOT\n", "'a\n \nb\n'"), ("<<-EOT\n    a\n${b}\n  EOT\n", "'    a\n|$b|\n'"),
      ("<<-EOT\n  ${b} c\n    d\n  EOT\n", "'$b| c\n  d\n'"), ("<<EOT\nEOT\n", "''"),
      ("<<EOT\n\\n $${a}\nEOT\n", "'\\n ${a}\n'"),
      ("<<EOT\nEOTX\n EOT a\nEOT\n", "'EOTX\n EOT a\n'"),
      // A `~` removes whitespace of its own line only.
      ("<<EOT\na\n  ${~ b ~}\n  c\nEOT\n", "'a\n|$b|  c\n'"),
    ])
  func heredocHasText(_ text: String, _ expected: String) throws {
    guard case .template(let template) = try HCLExpression(reading: text).kind else {
      Issue.record("no template")
      return
    }
    #expect(outline(template) == expected)
  }

  @Test(
    "Nesting ends at a limit, with an error and not with the process",
    arguments: [
      "(", "[", "{a=", "-", "!", "f(", "\"${", "a?", "[for a in ", "a[", "<<E\n${",
    ])
  func nestingIsLimited(_ opening: String) {
    let text = String(repeating: opening, count: 100_000)
    let error = #expect(throws: HCLSyntaxError.self) { try HCLExpression(reading: text) }
    #expect(error?.message == "nesting is deeper than 64 levels")
  }

  @Test("Chains have no limit, because they are lists")
  func chainsAreLong() throws {
    let count = 100_000
    let sum = try HCLExpression(reading: (0..<count).map(String.init).joined(separator: " + "))
    guard case .chain(_, let rest) = sum.kind else { return #expect(Bool(false), "\(sum.range)") }
    #expect(rest.count == count - 1)
    let members = try HCLExpression(reading: "a" + String(repeating: ".b[*]", count: count))
    guard case .traversal(_, let steps) = members.kind else { return #expect(Bool(false), "\(members.range)") }
    #expect(steps.count == 2 * count)
  }
}

@Suite struct HeredocSourceTests {
  /// A `~` has removed whitespace up to the end of its line. Between quotes it would remove that of the next line, too.
  @Test func `a heredoc on one line keeps the whitespace that its strips left`() throws {
    let heredoc = try HCLExpression(reading: "<<EOT\n%{ if true ~}\n  a\n%{ endif ~}\nEOT\n")
    #expect(heredoc.inlineSource == #""%{if true}  a\n%{endif}""#)
  }
}
