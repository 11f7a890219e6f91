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

  @Test func extraArgumentThatNamesIsTheName() {
    var stack = StackBuilder()
    #expect(stack.add(Topic("alerts"), with: ["name": "theirs"]).physicalName == "theirs")
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

  @Test func findingsPointIntoAComponentThatIsAddedOnce() {
    var builder = StackBuilder(module: "InfraModelTests")
    builder.add(Wrapper())
    #expect(place(of: builder) == [Wrapper.line])
  }

  @Test func findingsPointAtTheCallsOfAComponentThatIsAddedTwice() {
    var builder = StackBuilder(module: "InfraModelTests")
    let line = #line + 1
    builder.add(Wrapper("first"))
    builder.add(Wrapper("second"))
    #expect(place(of: builder) == [line, line + 1])
  }

  @Test func findingsNeverPointIntoALibrary() {
    var builder = StackBuilder(module: "InfraModelTests")
    let line = #line + 1
    builder.add(AlertTopic("alerts", subscribers: ["oncall": .email("oncall@example.com")]))
    #expect(Set(place(of: builder)) == [line])
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

  /// The lines that findings about each declaration would point at.
  private func place(of builder: StackBuilder) -> [Int] {
    DeclaredStack(builder).declarations.map(\.location.line)
  }
}

private struct Wrapper: Component {
  static let line = #line + 6
  let name: String

  init(_ name: String = "topic") { self.name = name }

  func declare(in stack: inout StackBuilder) {
    stack.add(Topic(name))
  }
}
