import InfraModel
import Testing

@testable import AWSRules
@testable import TerraformModel

@Suite struct SensitiveTextTests {
  private let secret = SensitiveText("zq7canary")

  @Test func nothingPrintsIt() {
    let text: Text = "user:\(Text(.sensitive(secret)))@host"
    var dumped = ""
    dump(text, to: &dumped)
    dump(secret, to: &dumped)
    for printed in ["\(secret)", String(reflecting: secret), "\(text)", String(reflecting: text), dumped] {
      #expect(!printed.contains("zq7"))
    }
    #expect("\(secret)" == "(sensitive value)")
  }

  @Test func isNotKnownButEqualToItself() {
    let text = Text(.sensitive(secret))
    #expect(text.known == nil && text.literal == nil)
    #expect(text == Text(.sensitive(SensitiveText("zq7canary"))))
    #expect(text != Text(.sensitive(SensitiveText("zq7canar"))))
    #expect(text.reasonUnknown == .sensitive)
  }

  @Test func readersSayThatItIsSensitive() {
    let reader = BlockDecoder(["timeout": .text(Text(.sensitive(secret)))])
    #expect(throws: DecodingFailure(argument: "timeout", reason: .sensitive)) { try reader.integer("timeout") }
    #expect(throws: DecodingFailure(argument: "timeout", reason: .sensitive)) { try reader.string("timeout") }
    #expect(throws: DecodingFailure(argument: "timeout", reason: .sensitive)) { try reader.boolIfPresent("timeout") }
    #expect(throws: DecodingFailure(argument: "timeout", reason: .sensitive)) { try reader.blocks("timeout") }
  }

  /// An event pattern is compared with events that a stack declares.
  @Test func twoSensitiveTextsAreNotTakenForOne() {
    let own = Text(.sensitive(secret))
    let pattern = EventPattern(source: .oneOf([.exactly(own)]))
    #expect(pattern.matches(["source": .text(own)]))
    #expect(!pattern.matches(["source": .text(Text(.sensitive(SensitiveText("other"))))]))
  }

  /// As in a program of one's own: the default of a sensitive variable is nowhere that a rule looks.
  @Test func variableHidesItsDefault() {
    var stack = StackBuilder()
    let key = stack.add(Variable("key", default: "zq7canary", description: "A key", isSensitive: true))
    #expect(key.known == "(sensitive value)")
    let function = stack.add(LambdaFunction.example(environment: ["API_KEY": key.text, "OTHER": "a\(key)b"]))
    let declared = DeclaredStack(stack)
    #expect(declared.resolved("a\(key)b") == nil)
    // The rule knows that the variable is set to something that is not an ARN.
    let found = SecretInEnvironment().evaluate(in: declared).findings
    #expect(found.map(\.address) == [function.address])
    #expect(found.first?.message.contains("'API_KEY'") == true)
  }

  /// A name that is sensitive may be the one that the function sends.
  @Test func sensitiveNameIsNotComparedWithServiceName() {
    var stack = StackBuilder()
    let name = stack.add(Variable("name", default: "ingest", description: "A name", isSensitive: true))
    let function = stack.add(
      LambdaFunction.example(environment: ["OTEL_SERVICE_NAME": "ingest"]), with: ["function_name": name.value])
    let evaluation = OTelServiceName().evaluate(in: DeclaredStack(stack))
    #expect(evaluation.findings.isEmpty)
    #expect(evaluation.undetermined.map(\.address) == [function.address])
    #expect(evaluation.undetermined.first?.reason == "`function_name` is sensitive")
  }

  @Test func sensitiveARNIsNoSecret() {
    var stack = StackBuilder()
    let arn = "arn:aws:secretsmanager:us-east-1:123456789012:secret:api-a1b2c3"
    let key = stack.add(Variable("key", default: arn, description: "A secret's ARN", isSensitive: true))
    stack.add(LambdaFunction.example(environment: ["API_KEY": key.text]))
    #expect(SecretInEnvironment().evaluate(in: DeclaredStack(stack)).findings.isEmpty)
  }
}
