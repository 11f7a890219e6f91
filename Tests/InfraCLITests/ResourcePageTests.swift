import InfraModel
import Testing

@testable import InfraCLI

@Suite struct ResourcePageTests {
  private let rules = Policy(today: "2026-11-21").descriptions

  @Test func committedPageIsWhatTheTypesDeclare() throws {
    let bytes = try readFile("\(repository)/docs/resources.md")
    #expect(
      bytes == Array(resourcePages(rules).utf8),
      "docs/resources.md is stale; run `swift run infra-gen explain --write docs/resources.md`")
  }

  @Test(arguments: ["aws_sqs_queue", "Queue"])
  func aTypeIsExplainedByEitherName(_ name: String) throws {
    let page = try #require(ResourcePage(name, rules: rules)).text
    #expect(page.hasPrefix("aws_sqs_queue, in Swift `Queue`\n"))
    // Of SQS's API reference: a visibility timeout of 0 to 43,200 seconds, 30 by default.
    let timeout = try #require(page.split(separator: "\n").first { $0.contains("visibility_timeout_seconds") })
    #expect(timeout.contains("visibilityTimeout"))
    #expect(timeout.contains("0 to 43200 seconds"))
    #expect(timeout.hasSuffix("30"))
    #expect(page.contains("Its removal destroys its messages."))
    #expect(page.contains("ApproximateAgeOfOldestMessage"))
    #expect(page.contains("queue-alarm"))
  }

  @Test func aTypeWithoutAModelHasFacts() throws {
    let page = try #require(ResourcePage("aws_kms_key", rules: rules)).text
    #expect(page.hasPrefix("aws_kms_key, without a model in Swift\n"))
    #expect(page.contains("Its removal destroys its encrypted data."))
  }

  @Test func whatIsNoTypeHasNoPage() {
    #expect(ResourcePage("sampling", rules: rules) == nil)
  }

  /// Each argument that can be set by a property is on the page with it.
  @Test func everyPropertyIsNamed() {
    let page = resourcePages(rules)
    for (type, model) in ResourceCatalog.aws.models {
      for argument in model.declaredArguments where argument.property != nil {
        #expect(page.contains("| `\(argument.path)` | `\(argument.property ?? "")` |"), "\(type).\(argument.path)")
      }
    }
  }
}
