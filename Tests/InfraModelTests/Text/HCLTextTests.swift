import InfraModel
import Testing

@Suite struct HCLTextTests {
  @Test(arguments: [
    ("aws_sns_topic.alerts.arn", ["aws_sns_topic.alerts"]),
    ("aws_sns_topic.alerts[0].arn", ["aws_sns_topic.alerts"]),
    ("[for t in aws_sns_topic.alerts : t.arn]", ["aws_sns_topic.alerts"]),
    (
      #""${aws_sns_topic.alerts.name}-${upper(data.aws_region.here.name)}""#,
      ["aws_sns_topic.alerts", "data.aws_region.here"]
    ),
    (#""$${aws_sns_topic.alerts.name}""#, []),
    (#""aws_sns_topic.alerts""#, []),
    ("{ name = aws_sns_topic.alerts.arn }", ["aws_sns_topic.alerts"]),
    ("1 /* aws_sns_topic.alerts.arn */", []),
    ("each.value.name", []),
    ("jsondecode(aws_x.y.body).a.b", ["aws_x.y"]),
    ("aws_x.y[aws_z.w.id].a", ["aws_x.y", "aws_z.w"]),
    // A name is bound in its comprehension only.
    ("[[for a in b.c : a.d], a.e]", ["a.e", "b.c"]),
    ("[for a in a.b : a.c if a.d]", ["a.b"]),
    (#""%{for a in b.c}${a.d}%{endfor}${a.e}""#, ["a.e", "b.c"]),
    ("1 # aws_x.y\n", []),
  ])
  func resourcesAreFound(source: String, addresses: [String]) {
    let reading = HCLText(source).reading
    #expect(reading.fault == nil)
    #expect(reading.resources.map(\.description).sorted() == addresses.sorted())
  }

  @Test func variablesLocalsModulesAndFunctionsAreFound() {
    let reading = HCLText("provider::aws::arn_parse(var.arn).region == local.region ? lower (module.a.b) : null")
      .reading
    #expect(reading.configuration.map(\.description).sorted() == ["locals.region", "module.a", "variable.arn"])
    #expect(reading.functions == ["provider::aws::arn_parse", "lower"])
    #expect(reading.resources.isEmpty)
  }

  @Test(arguments: [
    ("", "line 1, column 1: expected a value, found the end of the text"),
    ("[1, 2", "line 1, column 1: the '[' is not closed"),
    ("a)", "line 1, column 2: expected the end of the expression, found ')'"),
    ("(1]", "line 1, column 3: expected ')', found ']'"),
    (#""abc"#, "line 1, column 1: the string is not closed"),
    (#""${upper("a"}""#, "line 1, column 13: expected ',' or ')', found '}'"),
    ("1 # one", "the comment at its end has no line end"),
    ("1 /* one", "line 1, column 3: expected the end of the expression, found a comment without an end"),
    ("\"a\nb\"", "line 1, column 1: the string does not end on its line"),
    ("a +", "line 1, column 4: expected a value, found the end of the text"),
    ("aws_x.y b", "line 1, column 9: expected the end of the expression, found 'b'"),
  ])
  func faultIsNamedWithItsPlace(source: String, reason: String) {
    #expect(HCLText(source).reading.fault?.reason == reason)
  }

  @Test func whatIsNotDeclaredIsFoundAtItsLine() {
    var stack = StackBuilder()
    let jobs = stack.add(
      Queue("jobs", retention: .seconds(600)),
      with: ["policy": Expression.raw("data.aws_iam_policy_document.jobs.json").value])
    stack.add(Output("url", value: Expression.raw("var.missing").value, description: ""))
    stack.add(Output("module", value: Expression.module("absent").member("url").value, description: ""))

    let report = Policy(today: "2026-11-28").report(on: DeclaredStack(stack))
    let found = report.findings.filter { [.undeclaredReference, .undeclaredVariable].contains($0.rule) }

    #expect(
      Set(found.map { "\($0.rule) \($0.address)" }) == [
        "undeclared-reference \(jobs.address)", "undeclared-variable output.url", "undeclared-variable output.module",
      ])
    #expect(found.allSatisfy { $0.location.line > 0 })
  }
}
