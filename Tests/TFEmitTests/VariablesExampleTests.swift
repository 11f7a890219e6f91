import InfraModel
import Testing

@testable import TFEmit

@Suite struct VariablesExampleTests {
  private func example(_ declare: (inout StackBuilder) -> Void) -> String? {
    var stack = StackBuilder()
    declare(&stack)
    return variablesExample(of: DeclaredStack(stack)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("Required variables are set, the others are comments") func both() {
    let text = example { stack in
      _ = stack.add(Variable("size", default: 3, description: "How many"))
      _ = stack.add(Variable("vpc_id", example: "vpc-0d1e", description: "The network"))
      _ = stack.add(Variable("tags", default: ["team": "a\"b"], description: "Tags"))
      _ = stack.add(Variable("key", default: "", description: "A key", isSensitive: true))
      _ = stack.add(RawVariable("zones", .list(.string), description: "Zones"))
    }
    #expect(
      text == #"""
        # Copy this file to terraform.tfvars, which Terraform reads, and replace the values.

        # Without a default: Terraform asks for those that are not here.

        # The network
        vpc_id = "vpc-0d1e"

        # Zones
        # zones =   # list(string)

        # With a default, which is the value here.

        # How many
        # size = 3

        # Tags
        # tags = {"team" = "a\"b"}

        # A key
        # Sensitive: pass it in the environment, as TF_VAR_key, and not in a file.

        """#)
  }

  @Test("A stack without variables has no such file") func none() {
    #expect(example { $0.add(Topic("alerts")) } == nil)
  }

  @Test("A required variable has no default in the configuration, and rules take it for its example") func required() {
    var stack = StackBuilder()
    let mail = stack.add(
      Variable("mail", example: "a@example.com", .matching("@"), description: "Who is on call"))
    #expect(mail.known == "a@example.com")
    let declared = DeclaredStack(stack)
    #expect(declared.configuration[0].isRequired)
    #expect(declared.configuration[0].block["default"] == nil)
    #expect(!declared.configuration[0].refusesItsDefault)
  }

  @Test("An example that its own validation refuses is found") func badExample() {
    var stack = StackBuilder()
    _ = stack.add(Variable("mail", example: "nobody", .matching("@"), description: "Who is on call"))
    #expect(DeclaredStack(stack).configuration[0].refusesItsDefault)
  }

  @Test("The environment's tag is that of the variable which the names are made of") func environmentTag() {
    var stack = StackBuilder()
    let environment = stack.add(Variable("environment", default: "dev", description: "Environment"))
    let tags = stack.add(Variable("tags", default: [:] as [String: String], description: "Tags"))
    stack.configureProvider(tags: tags, environment: environment)
    let root = configuration(of: DeclaredStack(stack, tags: ["Environment": "dev", "Stack": "shop"]))
    #expect(
      json(root["provider"]) == #"""
        {"aws":[{"default_tags":{"tags":"${merge({\"Environment\" = \"${var.environment}\", \"Stack\" = \"shop\"}, var.tags)}"},"region":"us-east-1"}]}
        """#)
    var alone = StackBuilder()
    let only = alone.add(Variable("environment", default: "dev", description: "Environment"))
    alone.configureProvider(environment: only)
    let other = configuration(of: DeclaredStack(alone, tags: ["Environment": "dev", "Stack": "shop"]))
    #expect(
      json(other["provider"])
        == #"{"aws":[{"default_tags":{"tags":{"Environment":"${var.environment}","Stack":"shop"}},"region":"us-east-1"}]}"#
    )
  }

  @Test("A bucket's name carries the account") func account() {
    var stack = StackBuilder()
    let account = stack.callerIdentity().accountID
    stack.add(Bucket("files", named: .conventionInAccount(account), forceDestroy: false))
    #expect(
      json(configuration(of: DeclaredStack(stack))["resource"]).contains(
        #""bucket":"example-prod-files-${data.aws_caller_identity."#))
  }

  private func json(_ value: Value?) -> String {
    // Without the line ends and spaces between members.
    guard let value else { return "" }
    return String(decoding: plainJSON(value), as: UTF8.self).split(separator: "\n").map {
      $0.drop { $0 == " " }.replacing("\": ", with: "\":")
    }.joined()
  }
}
