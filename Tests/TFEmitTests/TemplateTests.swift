import InfraModel
import Testing

@testable import TFEmit

/// What Terraform reads as a template, against the table of aws-facts 2.2.
@Suite struct TemplateTests {
  @Test(arguments: [
    ("${aws:username}", "$${aws:username}"),
    ("%{if}", "%%{if}"),
    ("date %{Y}", "date %%{Y}"),
    ("$5", "$5"),
    ("100%", "100%"),
    ("$ {x}", "$ {x}"),
    ("$$", "$$"),
    ("$${x}", "$$${x}"),
    ("{}", "{}"),
    ("${a}${b}", "$${a}$${b}"),
  ])
  func literalTextIsEscaped(_ literal: String, _ template: String) {
    #expect(Template(Text(literal)).source == template)
  }

  @Test func referenceIsInterpolated() {
    var stack = StackBuilder()
    let topic = stack.add(Topic("alerts"))
    #expect(Template("to \(topic.arn)!").source == "to ${aws_sns_topic.alerts.arn}!")
  }

  @Test(arguments: [("$", #"${"$"}"#), ("%", #"${"%"}"#), ("costs $$", #"costs ${"$$"}"#), ("{$", #"{${"$"}"#)])
  func sigilBeforeAReferenceStaysApart(_ literal: String, _ template: String) {
    var stack = StackBuilder()
    let topic = stack.add(Topic("alerts"))
    #expect(Template("\(literal)\(topic.arn)").source == template + "${aws_sns_topic.alerts.arn}")
  }

  @Test func functionCallQuotesItsArguments() {
    let path = Text(.modulePath) + #"/a"${b}\.zip"#
    #expect(
      Template(Text(.call("filebase64sha256", [.text(path)]))).source
        == #"${filebase64sha256("${path.module}/a\"$${b}\\.zip")}"#)
  }

  @Test func sigilBeforeAReferenceStaysApartWithinAnArgumentToo() {
    var stack = StackBuilder()
    let topic = stack.add(Topic("alerts"))
    let call = Expression.call("upper", [.text("costs $\(topic.arn)")])
    #expect(Template(Text(call)).source == #"${upper("costs ${"$"}${aws_sns_topic.alerts.arn}")}"#)
  }
}
