import InfraModel
import Testing

@testable import TFEmit

/// What is no resource, as Terraform reads it: which texts it evaluates and which it takes as they stand (aws-facts 2.1).
@Suite struct ConfigurationBlockTests {
  @Test func variableHasTypeDefaultDescriptionAndValidation() {
    var stack = StackBuilder()
    _ = stack.add(Variable("timeout", default: Duration.seconds(30), .between(1...900), description: "Seconds, ${5}"))
    let variable = written(stack)
    #expect(
      variable == """
        {
          "timeout": {
            "default": 30,
            "description": "Seconds, ${5}",
            "type": "number",
            "validation": {
              "condition": "${((var.timeout >= 1) && (var.timeout <= 900))}",
              "error_message": "timeout must be between 1 and 900."
            }
          }
        }
        """)
  }

  @Test func closedSetIsValidatedWithoutBeingNamed() {
    var stack = StackBuilder()
    _ = stack.add(Variable("mode", default: TracingMode.active, description: ""))
    #expect(written(stack).contains(#""condition": "${contains([\"Active\", \"PassThrough\"], var.mode)}""#))
  }

  @Test func variablesDefaultIsLiteral() {
    var stack = StackBuilder()
    _ = stack.add(Variable("text", default: "${aws:x}", description: ""))
    _ = stack.add(Variable("tags", default: ["${a}": "%{b}"], description: ""))
    #expect(written(stack).contains(#""default": "${aws:x}""#))
    #expect(written(stack).contains(#""${a}": "%{b}""#))
  }

  @Test func inputStandsWhereItsTypeFits() {
    var stack = StackBuilder()
    let days = stack.add(Variable("days", default: LogRetention.oneWeek, description: ""))
    let traced = stack.add(Variable("traced", default: false, description: ""))
    let name = stack.add(Variable("name", default: "orders", description: ""))
    let logs = stack.add(LogGroup("a", retention: days))
    let function = stack.add(
      LambdaFunction(
        "f", code: .image("i"), role: ARN("r"), timeout: .seconds(3),
        tracing: traced.choose(.active, otherwise: .passThrough),
        environment: ["NAME": "the \(name)", "TRACED": traced.text], logging: .text(to: logs.groupName)))

    #expect(Template(text(logs.declaration.block["retention_in_days"])).source == "${var.days}")
    #expect(
      function.declaration.block["tracing_config"].map { Template(text($0.firstBlock?["mode"])).source }
        == #"${(var.traced ? "Active" : "PassThrough")}"#)
    #expect(function.tracing.known == .passThrough)
    #expect(function.tracing.canBe(.active))
    #expect(DeclaredStack(stack).resolved("the \(name)") == "the orders")
    #expect(DeclaredStack(stack).resolved(traced.text) == "false")
  }

  @Test func namesMayStartWithVariablesAndAreStillKnown() {
    var stack = StackBuilder()
    let project = stack.add(Variable("project_name", default: "tracing", description: ""))
    stack.startNames(with: "\(project)-dev")
    let topic = stack.add(Topic("alerts"))
    #expect(topic.physicalName == "tracing-dev-alerts")
    #expect(Template(text(topic.declaration.block["name"])).source == "${var.project_name}-dev-alerts")
  }

  @Test func outputsAreTemplatesAndTheirDescriptionsAreNot() {
    var stack = StackBuilder()
    let topic = stack.add(Topic("alerts"))
    stack.add(Output("topic", topic.arn.text, description: "${not evaluated}"))
    let output = Template(
      text(configuration(of: DeclaredStack(stack))["output"]?.firstBlock?["topic"]?.firstBlock?["value"]))
    #expect(output.source == "${aws_sns_topic.alerts.arn}")
    #expect(json(configuration(of: DeclaredStack(stack))).contains(#""description": "${not evaluated}""#))
  }

  @Test func stateChangesAreBareReferences() {
    var stack = StackBuilder()
    let topic = stack.add(Topic("alerts"))
    let old = Address(type: "aws_sns_topic", name: "alarms")
    stack.add(.moved(from: old, to: topic.address))
    stack.add(.imported(topic.address, id: "arn:aws:sns:us-east-1:1:a"))
    stack.add(.removed(old))
    let text = json(configuration(of: DeclaredStack(stack)))
    #expect(text.contains(#""from": "aws_sns_topic.alarms""#))
    #expect(text.contains(#""to": "aws_sns_topic.alerts""#))
    #expect(text.contains(#""destroy": false"#))
  }

  @Test func providersRegionAndTagsMayComeFromVariables() {
    var stack = StackBuilder(region: .usWest2)
    let region = stack.add(Variable("aws_region", default: Region.usWest2, description: ""))
    let tags = stack.add(Variable("tags", default: [:] as [String: String], description: ""))
    stack.configureProvider(region: region, tags: tags)
    let text = json(configuration(of: DeclaredStack(stack, tags: ["Stack": "x"])))
    #expect(text.contains(#""region": "${var.aws_region}""#))
    #expect(text.contains(#""tags": "${merge({\"Stack\" = \"x\"}, var.tags)}""#))
  }

  @Test func whatIsPinnedToARegionStaysThereWhenAVariableMovesTheStack() {
    var stack = StackBuilder(region: .usEast1)
    stack.configureProvider(region: stack.add(Variable("aws_region", default: Region.usEast1, description: "")))
    stack.add(Topic("orders"))
    stack.add(Topic("billing"), in: .usEast1)
    let text = json(configuration(of: DeclaredStack(stack)))
    #expect(text.matches(of: #/"provider": "aws.us_east_1"/#).count == 1)
    #expect(text.contains(#""alias": "us_east_1""#))
  }

  @Test func regionOfATextIsTheVariablesAndNoVariablesWherePinned() {
    struct Names: Component {
      func declare(in stack: inout StackBuilder) -> Text { "\(stack.currentRegion)" }
    }
    var stack = StackBuilder(region: .usEast1)
    let region = stack.add(Variable("aws_region", default: Region.usEast1, description: ""))
    stack.configureProvider(region: region)
    #expect(stack.add(Names()) == region.text)
    #expect(stack.add(Names(), in: .usEast1) == "us-east-1")
  }

  @Test func variableCanBeHeldToALimitThatItDoesNotKnowOf() {
    var stack = StackBuilder()
    let timeout = stack.add(Variable("timeout", default: Duration.seconds(30), .between(1...900), description: ""))
    #expect(timeout.atMost(.seconds(29)).known == .seconds(29))
    stack.add(Output("limited", timeout.atMost(.seconds(29)).text, description: ""))
    #expect(json(configuration(of: DeclaredStack(stack))).contains(#""${min(var.timeout, 29)}""#))
    #expect(Input.seconds(60).atMost(.seconds(29)).known == .seconds(29))
  }

  @Test func keysOfTagsAreChecked() {
    var stack = StackBuilder()
    _ = stack.add(
      Variable("tags", default: [:] as [String: String], .noKeyStarting(with: "aws:"), description: ""))
    #expect(written(stack).contains(#"regexall(\"(^|,)aws:\", join(\",\", keys(var.tags)))"#))
  }

  /// The `variable` section.
  private func written(_ builder: StackBuilder) -> String {
    json(configuration(of: DeclaredStack(builder))["variable"]?.firstBlock ?? [:])
  }

  private func json(_ block: Block) -> String {
    var writer = JSONWriter()
    writer.write(block)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  private func text(_ value: Value?) -> Text {
    if case .text(let text) = value { text } else { "no text" }
  }
}

extension Value {
  fileprivate var firstBlock: Block? {
    if case .blocks(let blocks) = self { blocks.first } else { nil }
  }
}
