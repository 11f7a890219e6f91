import InfraModel
import Testing

@testable import AWSModel
@testable import AWSRules
@testable import TerraformModel

/// What a rule sees of a resource, however it was declared.
struct SubjectTests {
  private func subjects(_ block: Block) -> [Subject<Queue>] {
    let planned = PlannedResource(
      address: Address(type: "aws_sqs_queue", name: "orders"), region: .usEast1, block: block,
      location: SourceLocation(fileID: "", path: "plan.json", line: 1, column: 1))
    return DeclaredStack(
      StackIdentity(stack: "plan", environment: ""), region: .usEast1, planned: [planned]
    ).subjects(Queue.self)
  }

  @Test("An argument is AWS's default where it is left out, and known where it is set")
  func absentAndKnown() throws {
    let queue = try #require(subjects(["name": "orders", "visibility_timeout_seconds": 90]).first)
    #expect(try queue[\.visibilityTimeout] == .seconds(90))
    #expect(try queue[\.retention] == .seconds(345_600))
    #expect(try queue[\.redrive] == nil)
  }

  @Test("An argument that is known only after apply makes just itself unknown")
  func unknown() throws {
    let queue = try #require(
      subjects(["name": "orders", "policy": .text(Text(.knownAfterApply(reading: [])))]).first)
    #expect(try queue[\.retention] == .seconds(345_600))
    #expect(throws: DecodingFailure(argument: "policy", reason: .knownAfterApply)) { try queue[\.policy] }
  }

  @Test("An unknown member of a document makes that member unknown, and its neighbors stay known")
  func unknownMember() throws {
    let document: Value = .json([
      "deadLetterTargetArn": .text(Text(.knownAfterApply(reading: []))), "maxReceiveCount": 3,
    ])
    let queue = try #require(subjects(["name": "orders", "redrive_policy": document]).first)
    #expect(try queue[\.redrive]?.receives == 3)
  }

  @Test("A raw resource, an extra argument and a typed declaration are the same to a rule")
  func sameHoweverDeclared() throws {
    var stack = StackBuilder()
    stack.add(Queue("typed", retention: .seconds(600)))
    stack.add(Queue("extra", retention: .seconds(60)), with: ["message_retention_seconds": 600])
    stack.add(RawResource("aws_sqs_queue", "raw", ["message_retention_seconds": 600]))
    let queues = DeclaredStack(stack).subjects(Queue.self)
    #expect(queues.map(\.name) == ["typed", "extra", "raw"])
    for queue in queues { #expect(try queue[\.retention] == .seconds(600), "\(queue.name)") }
  }

  @Test("What only Swift says is not told of a plan")
  func swiftOnly() throws {
    var stack = StackBuilder()
    stack.add(LambdaFunction.example())
    stack.add(RawResource("aws_lambda_function", "raw", ["function_name": "raw"]))
    let functions = DeclaredStack(stack).subjects(LambdaFunction.self)
    #expect(try functions[0][\.purpose] == .application)
    #expect(throws: DecodingFailure.self) { try functions[1][\.purpose] }
  }
}

/// That each argument is declared once, and everything follows.
struct ArgumentTableTests {
  @Test("Every type of the catalog declares facts under its own name, and no argument twice")
  func tablesAreSound() {
    for model in ResourceCatalog.aws.models.values {
      #expect(model.facts.type == model.type)
      #expect(model.facts.documentation.hasPrefix("https://docs.aws.amazon.com/"), "\(model)")
      let paths = model.declaredArguments.map(\.path)
      let twice = Dictionary(grouping: paths) { $0 }.filter { $0.value.count > 1 }.keys
      #expect(twice.isEmpty, "\(model): \(twice)")
    }
  }

  @Test("No type has facts both with its model and apart from it")
  func factsHaveOneHome() {
    let models = Set(ResourceCatalog.aws.models.keys)
    let apart = ResourceCatalog.unmodeled.map(\.type)
    #expect(models.intersection(apart).isEmpty)
    #expect(Set(apart).count == apart.count)
  }

  @Test("An argument knows the property that sets it, its unit and AWS's default")
  func argumentIsDescribed() throws {
    let timeout = try #require(LambdaFunction.declaredArguments.first { $0.path == "timeout" })
    #expect(timeout.property == "timeout")
    #expect(timeout.unit == .seconds)
    #expect(timeout.defaultValue == 3)
  }
}
