import InfraModel
import Testing

@Suite struct StackBuilderTests {
  @Test func physicalNameFollowsTheStacksConvention() {
    var stack = StackBuilder(StackIdentity(stack: "shop", environment: "dev"))
    #expect(stack.add(Topic("alerts")).physicalName == "shop-dev-alerts")
    #expect(stack.add(Topic("other", named: "theirs")).physicalName == "theirs")
    let logs = stack.add(
      LogGroup("orders", named: .convention(prefix: "/aws/lambda/", suffix: ""), retention: .oneWeek))
    #expect(logs.physicalName == "/aws/lambda/shop-dev-orders")
    #expect(logs.declaration.block["name"] == "/aws/lambda/shop-dev-orders")
  }

  @Test func labelHasNoHyphen() {
    var stack = StackBuilder()
    #expect(stack.add(Topic("out-of-band")).address.description == "aws_sns_topic.out_of_band")
  }

  @Test func extraArgumentsWin() {
    var stack = StackBuilder()
    let topic = stack.add(Topic("alerts"), with: ["tracing_config": "Active", "display_name": "Alerts"])
    #expect(topic.declaration.block["tracing_config"] == "Active")
    #expect(topic.declaration.block["display_name"] == "Alerts")
  }

  @Test func componentsRegionHoldsForAllOfIt() {
    struct Pair: Component {
      func declare(in stack: inout StackBuilder) -> [Region] {
        [stack.add(Topic("a")).region, stack.add(Topic("b"), in: .euNorth1).region]
      }
    }
    var stack = StackBuilder(region: .usWest2)
    #expect(stack.add(Pair(), in: .usEast1) == [.usEast1, .euNorth1])
    #expect(stack.add(Topic("c")).region == .usWest2)
  }

  @Test func declarationKnowsItsLineAndTheComponentsAroundIt() {
    struct Inner: Component {
      func declare(in stack: inout StackBuilder) -> Declared<Topic> {
        stack.add(Topic("a"))
      }
    }
    var stack = StackBuilder(module: "InfraModelTests")
    let line = #line + 1
    let topic = stack.add(Inner())
    #expect(topic.declaration.path.map(\.line) == [line, line - 5])
    #expect(topic.location.line == line - 5)
    #expect(topic.location.path.hasSuffix("StackBuilderTests.swift"))
  }

  @Test func findingsPointAtTheLineOfTheStackNotOfTheLibrary() {
    var stack = StackBuilder(module: "InfraModelTests")
    let line = #line + 1
    let topic = stack.add(AlertTopic("alerts", tells: ["oncall": .email("oncall@example.com")]))
    #expect(topic.location.line == line)
  }

  @Test func namesAreResolvedAndARNsAreNot() {
    var builder = StackBuilder()
    let topic = builder.add(Topic("alerts"))
    let stack = DeclaredStack(builder)
    #expect(stack.resolved("<\(topic.topicName)>") == "<example-prod-alerts>")
    #expect(stack.resolved(topic.arn.text) == nil)
    #expect(stack.target(of: topic.arn.text)?.address == topic.address)
    #expect(stack.target(of: "arn:aws:sns:us-east-1:123456789012:x") == nil)
  }
}
