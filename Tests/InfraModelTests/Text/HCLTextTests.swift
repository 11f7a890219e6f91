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
    ("", "it is empty"), ("[1, 2", "the '[' at 1 is not closed"), ("a)", "the ')' at 2 closes nothing"),
    ("(1]", "the ']' at 3 closes nothing"), (#""abc"#, "the string at 1 is not closed"),
    (#""${upper("a"}""#, "the '}' at 13 closes nothing"), ("1 # one", "the comment at 3 has no line end"),
    ("1 /* one", "the comment at 3 is not closed"), ("\"a\nb\"", "the string at 1 does not end on its line"),
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
