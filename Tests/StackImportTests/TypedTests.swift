import ProviderSchemas
import TerraformModel
import Testing

@testable import StackImport

/// What becomes of a configuration where the schemas of the AWS provider are known.
func typed(_ source: String, path: String = "main.tf", name: String = "shop") throws -> StackImport {
  try StackImport(
    [file(source, path)], named: name, in: [ImportedEnvironment("main")], from: path,
    schemas: ImportedSchemas { ProviderSchema.aws($0).last })
}

@Suite struct TypedTests {
  @Test func `a resource has its generated type, and references are its attributes`() throws {
    let stack = try typed(
      """
      resource "aws_sqs_queue" "orders" {
        name                       = "orders"
        visibility_timeout_seconds = 60
        fifo_queue                 = false
        tags                       = { Owner = "shop" }
      }
      output "all" {
        value = [aws_sqs_queue.orders.arn, aws_sqs_queue.orders.delay_seconds, aws_sqs_queue.orders.tags["Owner"]]
      }
      """)
    #expect(
      statements(of: stack) == """
        let orders = stack.add(
          AWSSQSQueue(
            "orders",
            fifoQueue: false,
            name: "orders",
            tags: ["Owner": "shop"],
            visibilityTimeoutSeconds: 60))
        stack.add(
          Output(
            "all", value: [.text(orders.arn), orders.delaySeconds.value, .text(orders.tags["Owner"])]))
        """)
    #expect(stack.usedTypes == [UsedType(source: "hashicorp/aws", type: "aws_sqs_queue", mode: .resource)])
    #expect(stack.report.typedResources == 1)
    #expect((stack.report.typedArguments, stack.report.resourceArguments) == (4, 4))
  }

  @Test(arguments: [
    ("name = var.a", "name: Text(a)"),
    ("name = \"${var.a}\"", "name: Text(a)"),
    ("name = \"x-${var.a}\"", "name: \"x-\\(a)\""),
    ("name = 80", "name: \"80\""),
    ("name = true", "name: \"true\""),
    ("name = \"${true}\"", "name: Text(.raw(\"true\"))"),
    ("name = null", "name: Text(.null)"),
    ("name = upper(var.a)", "name: Text(.call(\"upper\", [a]))"),
    ("name = \"${1}%{if true}a%{endif}\"", "name: Text(.raw(#\"\"${1}%{if true}a%{endif}\"\"#))"),
    ("delay_seconds = \"80\"", "delaySeconds: 80"),
    ("delay_seconds = -1", "delaySeconds: -1"),
    ("delay_seconds = var.a", "delaySeconds: Number(a)"),
    ("delay_seconds = aws_sqs_queue.other.delay_seconds", "delaySeconds: other.delaySeconds"),
    ("delay_seconds = aws_sqs_queue.other.name", "delaySeconds: Number(.text(other.name))"),
    ("name = aws_sqs_queue.other.name", "name: other.name"),
    ("name = aws_sqs_queue.other.delay_seconds", "name: \"\\(other.delaySeconds)\""),
    ("name = \"a${aws_sqs_queue.other.fifo_queue}\"", "name: \"a\\(other.fifoQueue)\""),
    ("fifo_queue = \"true\"", "fifoQueue: true"),
    ("fifo_queue = !var.a", "fifoQueue: Flag(.unary(.not, a))"),
    ("policy = jsonencode({ A = 1 })", "policy: .json([\"A\": 1])"),
    ("policy = jsonencode({ A = var.a })", "policy: Text(.call(\"jsonencode\", [.map([\"A\": a.value])]))"),
    ("tags = { A = 1, B = var.a }", "tags: [\"A\": \"1\", \"B\": Text(a)]"),
    ("tags = merge(var.a, {})", "tags: Map(.call(\"merge\", [a, .map([:])]))"),
    ("tags = aws_sqs_queue.other.tags", "tags: other.tags"),
    ("tags = {}", "tags: [:]"),
  ])
  func `an argument has the type that the schema says`(_ hcl: String, _ swift: String) throws {
    let stack = try typed(
      """
      variable "a" {}
      resource "aws_sqs_queue" "other" {}
      resource "aws_sqs_queue" "q" {
        \(hcl)
      }
      """)
    let words = statements(of: stack).split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("AWSSQSQueue( \"q\", \(swift)))") || words.contains("AWSSQSQueue(\"q\", \(swift)))"))
    #expect(stack.report.untyped == [])
  }

  @Test(arguments: [
    ("name = [1]", "[\"name\": [1]]"),
    ("fifo_queue = \"yes\"", "[\"fifo_queue\": \"yes\"]"),
    ("delay_seconds = \"soon\"", "[\"delay_seconds\": \"soon\"]"),
    ("tags = { A = [1] }", "[\"tags\": [\"A\": [1]]]"),
    ("future = 1", "[\"future\": 1]"),
  ])
  func `what does not fit is in with, and is told`(_ hcl: String, _ swift: String) throws {
    let stack = try typed("resource \"aws_sqs_queue\" \"q\" {\n  \(hcl)\n}\n")
    #expect(statements(of: stack) == "stack.add(AWSSQSQueue(\"q\"), with: \(swift))")
    let note = try #require(stack.report.untyped.first)
    #expect("\(note.place)" == "main.tf:2")
    let name = hcl.prefix { $0 != " " }
    let reason = name == "future" ? "the provider's schema does not have it" : "its value does not fit the type"
    #expect(note.text == "aws_sqs_queue.q: `\(name)` is in `with:`, for \(reason)")
    #expect((stack.report.typedArguments, stack.report.resourceArguments) == (0, 1))
  }

  @Test func `a resource that lacks what its type requires stays raw`() throws {
    let stack = try typed("resource \"aws_iam_policy\" \"p\" {\n  name = \"p\"\n}\n")
    #expect(statements(of: stack) == "stack.add(RawResource(\"aws_iam_policy\", \"p\", [\"name\": \"p\"]))")
    #expect(
      stack.report.untyped.map(\.text) == [
        "aws_iam_policy.p stays a raw resource: its type requires `policy`, which is not there"
      ])
    #expect(stack.usedTypes.isEmpty)
  }

  @Test func `nested blocks are initializers, with their comments`() throws {
    let stack = try typed(
      """
      resource "aws_lambda_function" "f" {
        function_name = "f"
        role          = "arn"
        # What it may see
        environment {
          variables = { A = "1" } # one
        }
        vpc_config {
          security_group_ids = ["sg-1"]
          subnet_ids         = var.subnets
        }
      }
      variable "subnets" { type = list(string) }
      resource "aws_route_table" "t" {
        vpc_id = "vpc-1"
        route { cidr_block = "0.0.0.0/0" }
        route { cidr_block = "10.0.0.0/8" }
      }
      """)
    #expect(
      statements(of: stack) == """
        let subnets = stack.add(RawVariable("subnets", .list(.string)))
        stack.add(
          AWSLambdaFunction(
            "f",
            functionName: "f",
            role: "arn",
            // What it may see
            environment: .init(
              // one
              variables: ["A": "1"]),
            vpcConfig: .init(securityGroupIDs: ["sg-1"], subnetIDs: List(subnets))))
        stack.add(
          AWSRouteTable(
            "t", vpcID: "vpc-1",
            route: [.init(cidrBlock: "0.0.0.0/0"), .init(cidrBlock: "10.0.0.0/8")]))
        """)
  }

  @Test func `dynamic blocks have typed contents`() throws {
    let stack = try typed(
      """
      resource "aws_s3_bucket_lifecycle_configuration" "b" {
        bucket = "b"
        rule {
          id     = "all"
          status = "Enabled"
        }
        dynamic "rule" {
          for_each = [30]
          content {
            id     = "old"
            status = "Enabled"
            expiration { days = rule.value }
          }
        }
      }
      """)
    #expect(
      statements(of: stack) == """
        stack.add(
          AWSS3BucketLifecycleConfiguration("b", bucket: "b"),
          with: Block().nesting("rule", forEach: [1], as: "only") { _ in
            AWSS3BucketLifecycleConfiguration.Rule(id: "all", status: "Enabled").arguments
          }.nesting("rule", forEach: [30]) { rule in
            AWSS3BucketLifecycleConfiguration.Rule(
              id: "old", status: "Enabled", expiration: [.init(days: Number(rule.value))]
            ).arguments
          })
        """)
  }

  @Test func `instances, labels with hyphens and lifecycles are said to the stack`() throws {
    let stack = try typed(
      """
      resource "aws_sns_topic" "on-call" {
        for_each = toset(["a"])
        name     = each.key
        lifecycle { prevent_destroy = true }
        provisioner "local-exec" { command = "echo ${each.key}" }
      }
      resource "aws_sns_topic" "many" {
        count = 2
        name  = "t${count.index}"
      }
      output "first" { value = [aws_sns_topic.on-call["a"].arn, aws_sns_topic.many[0].arn, aws_sns_topic.many[*].id] }
      """)
    #expect(
      statements(of: stack) == """
        let onCall = stack.add(
          forEach: .call("toset", [["a"]]),
          lifecycle: { _ in Lifecycle(preventDestroy: true) },
          provisioners: { each in [Provisioner("local-exec", ["command": "echo \\(each.key)"])] },
          keepsLabel: true,
          { each in AWSSNSTopic("on-call", name: each.key) })
        let many = stack.add(count: 2) { index in
          AWSSNSTopic("many", name: "t\\(index)")
        }
        stack.add(
          Output(
            "first",
            value: [.text(onCall["a"].arn), .text(many[0].arn), many.instances.all("id").value]))
        """)
  }

  @Test func `blocks of Terraform JSON are told from arguments`() throws {
    let stack = try typed(
      #"""
      {"resource": {"aws_lambda_function": {"f": {
        "function_name": "f", "role": "${aws_iam_role.r.arn}", "memory_size": 512,
        "environment": [{"variables": {"A": "1"}}], "timeouts": {"create": "5m"}
      }}, "aws_iam_role": {"r": {"assume_role_policy": "{}"}}}}
      """#, path: "main.tf.json")
    #expect(
      statements(of: stack) == """
        let r = stack.add(AWSIAMRole("r", assumeRolePolicy: "{}"))
        stack.add(
          AWSLambdaFunction(
            "f",
            functionName: "f",
            role: r.arn,
            environment: .init(variables: ["A": "1"]),
            memorySize: 512,
            timeouts: .init(create: "5m")))
        """)
  }

  @Test func `what CDKTF wrote has the names of its constructs`() throws {
    let stack = try typed(
      #"""
      {"//": {
         "metadata": {"backend": "local", "stackName": "orders-dev", "version": "0.21.0"}
       },
       "resource": {"aws_sqs_queue": {"billing_dead_11592835": {
         "//": {
           "metadata": {"path": "orders-dev/billing/dead", "uniqueId": "billing_dead_11592835"}
         },
         "name": "dead"
       }}},
       "output": {"dead": {"value": "${aws_sqs_queue.billing_dead_11592835.url}"}},
       "terraform": {"required_providers": {"aws": {"source": "aws", "version": "6.25.0"}}}}
      """#, path: "cdk.tf.json")
    #expect(
      statements(of: stack) == """
        // Stack orders-dev of CDKTF
        // Construct orders-dev/billing/dead
        let billingDead = stack.add(AWSSQSQueue("billing_dead_11592835", name: "dead"))
        stack.add(Output("dead", value: .text(billingDead.url)))
        """)
  }

  @Test func `a stack is not called like one of its types`() throws {
    let source = "resource \"aws_sqs_queue\" \"q\" {}\n"
    #expect(try typed(source, name: "shop").typeName == "Shop")
    let clash = try StackImport(
      [file("resource \"orders_book\" \"q\" {}\n")], named: "orders-book", in: [ImportedEnvironment("main")],
      from: "main.tf",
      schemas: ImportedSchemas(["hashicorp/orders": try orders()]))
    #expect(clash.typeName == "OrdersBookStack")
  }

  /// The schema of a provider with one type.
  private func orders() throws -> ProviderSchema {
    let text = #"""
      {"format_version": "1.0", "provider_schemas": {"registry.terraform.io/hashicorp/orders": {"resource_schemas": {
        "orders_book": {"version": 0, "block": {"attributes": {"title": {"type": "string", "optional": true}}}}
      }}}}
      """#
    return try #require(PrintedSchemas(try JSONDocument(parsing: text)).schemas.values.first)
  }
}
