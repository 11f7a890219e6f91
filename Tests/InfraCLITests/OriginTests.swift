import InfraModel
import TFEmit
import Testing

@testable import InfraCLI

@Suite struct OriginTests {
  @Test func namesTheCallsThatLedToAResource() {
    let outcome = run("aws_sns_topic.alerts", "--env", "prod")
    let lines = outcome.output.split(separator: "\n")
    #expect(lines[0] == "aws_sns_topic.alerts in bazaar/prod")
    #expect(lines[1].contains("OriginTests.swift:") && lines[1].hasSuffix("adds Bells"))
    #expect(lines[2].contains("OriginTests.swift:") && lines[2].hasSuffix("declares aws_sns_topic.alerts"))
  }

  @Test func environmentsThatAgreeAreOneAnswer() {
    #expect(run("output.motto").output.hasPrefix("output.motto in bazaar/dev, bazaar/prod\n"))
    #expect(run("output.motto").output.split(separator: "\n").count == 2)
  }

  @Test(arguments: [
    ("aws_sns_topic.alerts.display_name", #"display_name = "Bells""#, "with `with:`"),
    ("aws_sns_topic.alerts.name", #"name = "bazaar-prod-alerts""#, "by convention"),
    ("aws_sqs_queue.orders.message_retention_seconds", "message_retention_seconds = 60", "set by `Queue`"),
    ("output.motto.value", #"value = "buy""#, "set by `output`"),
    ("terraform_data.things.input.size", "input.size = 3", "set by `TerraformData`"),
  ])
  func saysWhatGaveAnArgument(_ argument: String, _ value: String, _ giver: String) {
    let output = run(argument, "--env", "prod").output
    #expect(output.contains(value))
    #expect(output.contains(giver))
  }

  @Test(arguments: [
    ("aws_sns_topic.alert", "did you mean 'aws_sns_topic.alerts'?"),
    ("aws_lambda_function.nothing_like_it", "`infra-gen list` lists what they declare"),
    ("aws_sns_topic.alerts.display_nam", "did you mean 'display_name'?"),
    ("aws_sns_topic.alerts.fifo_topic.deeper", "known: "), ("", "`infra-gen list`"), ("...", "`infra-gen list`"),
  ])
  func whatIsNotThereIsAMistakeOfTheCommandLine(_ address: String, _ help: String) {
    let outcome = run(address)
    #expect(outcome.code == .usage)
    #expect(outcome.log.contains(help))
    #expect(outcome.output.isEmpty)
  }

  @Test func scriptsGetEveryCall() throws {
    let output = run("aws_sns_topic.alerts.display_name", "--env=prod", "--format", "json").output
    let declaration = try #require(JSON(reading: Array(output.utf8))["declarations"]?.array?.first)
    #expect(declaration["calls"]?.array?.map { $0["does"]?.string } == ["adds Bells", "declares aws_sns_topic.alerts"])
    #expect(declaration["argument"]?["given"]?.string == "with")
    #expect(declaration["environment"]?.string == "prod")
  }

  @Test func listTellsScriptsWhatIsInAStackAndInWhichOrderToApply() throws {
    let program = Program(stacks: [Stall.self, Bazaar.self], rules: [], today: "2026-11-21", workingDirectory: "/")
    let list = try JSON(reading: Array(program.run(["list", "--env=prod", "--format=json"]).output.utf8))
    #expect(list["applyOrder"]?.array?.map(\.string) == ["bazaar/prod", "stall/prod"])
    let stall = try #require(list["stacks"]?.array?.first)
    #expect(stall["imports"]?.array?.first?["from"]?.string == "bazaar/prod")
    let topic = try #require(list["stacks"]?.array?.last?["resources"]?.array?.first)
    #expect(topic["components"]?.array?.map(\.string) == ["Bells"])
    #expect(topic["mode"]?.string == "managed")
    #expect(program.run(["list", "--env=prod"]).output.hasSuffix("\napply order: bazaar/prod, stall/prod\n"))
    let alone = Program(stacks: [Bazaar.self], rules: [], today: "2026-11-21", workingDirectory: "/").run(["list"])
    #expect(alone.output.hasSuffix("\napply order: any, because no stack imports from another\n"))
  }

  private func run(_ arguments: String...) -> Outcome {
    Program(stacks: [Bazaar.self], rules: [], today: "2026-11-21", workingDirectory: "/").run(["origin"] + arguments)
  }
}

private struct Bazaar: Stack {
  typealias Environment = Shop.Environment

  static let name = "bazaar"
  static let bells = Exported<ARN<Topic>>("bells", through: .remoteState, description: "Rings")
  let environment: Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    stack.export(stack.add(Bells()), as: Self.bells)
    stack.add(Queue("orders", retention: .seconds(60)))
    stack.add(TerraformData("things", remembering: ["size": 3]))
    stack.add(Output("motto", "buy", description: "What is thought here"))
  }
}

private struct Bells: Component {
  func declare(in stack: inout StackBuilder) -> ARN<Topic> {
    stack.add(Topic("alerts"), with: ["display_name": "Bells"]).arn
  }
}

private struct Stall: Stack {
  typealias Environment = Shop.Environment

  static let name = "stall"
  let environment: Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    stack.add(TerraformData("bells", remembering: stack.import(Bazaar.bells, from: environment).value))
  }
}
