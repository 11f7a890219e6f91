import Testing

@testable import StackImport

/// The statements of `declare(in:)` for a configuration.
func statements(_ source: String) throws -> String { statements(of: try imported(source)) }

/// The statements of `declare(in:)`.
func statements(of stack: StackImport) -> String {
  let lines = stack.source.split(separator: "\n", omittingEmptySubsequences: false)
  let start = lines.firstIndex { $0.hasPrefix("  func declare") } ?? 0
  let end = lines.lastIndex(of: "  }") ?? lines.count
  return lines[(start + 1)..<end].map { $0.hasPrefix("    ") ? String($0.dropFirst(4)) : String($0) }
    .joined(separator: "\n")
}

func imported(_ source: String, path: String = "main.tf") throws -> StackImport {
  try StackImport([file(source, path)], named: "shop", environment: "main", from: path)
}

func file(_ source: String, _ path: String = "main.tf") -> ImportedFile {
  ImportedFile(path: path, bytes: Array(source.utf8))
}

@Suite struct StatementTests {
  @Test func `a resource is declared after what it refers to`() throws {
    let swift = try statements(
      """
      resource "aws_sqs_queue" "orders" {
        name = "${var.prefix}-orders"
        dead = aws_sqs_queue.dead.arn
      }
      resource "aws_sqs_queue" "dead" { name = "dead" }
      variable "prefix" {}
      """)
    #expect(
      swift == """
        let prefix = stack.add(RawVariable("prefix", nil))
        let dead = stack.add(RawResource("aws_sqs_queue", "dead", ["name": "dead"]))
        stack.add(
          RawResource(
            "aws_sqs_queue", "orders",
            ["name": "\\(prefix)-orders", "dead": .text(dead.attribute("arn"))]))
        """)
  }

  @Test func `instances keep their addresses and their keys`() throws {
    let swift = try statements(
      """
      resource "aws_sns_topic" "a" {
        for_each = toset(["x"])
        name = each.key
      }
      resource "aws_sns_topic" "b" {
        count = 2
        name = "b-${count.index}"
      }
      output "all" { value = [aws_sns_topic.a["x"].arn, aws_sns_topic.b[0].arn, aws_sns_topic.b[*].arn] }
      """)
    #expect(
      swift == """
        let a = stack.add(forEach: .call("toset", [["x"]])) { each in
          RawResource("aws_sns_topic", "a", ["name": .text(each.key)])
        }
        let b = stack.add(count: 2) { index in
          RawResource("aws_sns_topic", "b", ["name": "b-\\(index)"])
        }
        stack.add(
          Output(
            "all",
            value: [
              .text(a["x"].attribute("arn")),
              .text(b[0].attribute("arn")),
              b.instances.all("arn").value,
            ]))
        """)
  }

  @Test func `comments stand where they stood`() throws {
    let swift = try statements(
      """
      # Of the resource
      resource "aws_sns_topic" "a" { # behind it
        # Of the name
        name = "a" // behind the name
        tags = {
          /* of the key */
          A = 1
        }
      }
      """)
    #expect(
      swift == """
        // Of the resource
        stack.add(
          RawResource(
            "aws_sns_topic", "a",
            [
              // behind it
              // Of the name
              // behind the name
              "name": "a",
              "tags": [
                // of the key
                "A": 1
              ],
            ]))
        """)
  }

  @Test func `labels with hyphens stay, and names in Swift have none`() throws {
    let swift = try statements(
      """
      resource "aws_sns_topic" "on-call" {}
      resource "aws_sns_topic" "this" { name = aws_sns_topic.on-call.name }
      output "arn" { value = aws_sns_topic.this.arn }
      """)
    #expect(
      swift == """
        let onCall = stack.add(RawResource("aws_sns_topic", label: "on-call"))
        let topic = stack.add(
          RawResource("aws_sns_topic", "this", ["name": .text(onCall.attribute("name"))]))
        stack.add(Output("arn", value: .text(topic.attribute("arn"))))
        """)
  }

  @Test(arguments: [
    ("true", "true"), ("-1", "-1"), ("1000000", "1_000_000"), ("0.5", "0.5"), ("null", ".null"), (#""a""#, #""a""#),
    (#""say \"a\"""#, ##"#"say "a""#"##), (#""a\tb\"""#, #""a\tb\"""#), ("[1, 2]", "[1, 2]"),
    ("{ a = 1 }", #"["a": 1]"#),
    ("{}", "[:]"), ("[]", "[]"), ("(1)", "1"),
    ("1 + 2 * 3", "Expression.binary(1, .plus, .binary(2, .times, 3)).value"),
    ("(1 + 2) * 3", "Expression.binary(.binary(1, .plus, 2), .times, 3).value"),
    ("!true", "Expression.unary(.not, true).value"),
    (#"jsonencode({ b = 1, a = [true] })"#, #".json(["b": 1, "a": [true]])"#),
    (#"jsonencode("<")"#, #"Expression.call("jsonencode", ["<"]).value"#),
    ("path.module", "Expression.modulePath.value"), ("terraform.workspace", "Expression.named(.workspace).value"),
    ("[for a in [1] : a]", #"Expression.list(for: "a", in: [1]) { a in\#n      a\#n    }.value"#),
    ("f(1...)", #"Expression.raw("f(1...)").value"#),
    ("{ (path.cwd) = 1 }", #"Expression.raw("{ (path.cwd) = 1 }").value"#),
    ("12345678901234567890", #"Expression.raw("12345678901234567890").value"#),
    (#""${1}%{if true}a%{endif}""#, ##"Expression.raw(#""${1}%{if true}a%{endif}""#).value"##),
    (#""$${a}""#, #""${a}""#), ("x.y", #"Expression.raw("x.y", bound: ["x"]).value"#),
  ])
  func `an expression is a value in Swift`(_ hcl: String, _ swift: String) throws {
    let all = try statements("locals {\n  a = \(hcl)\n}\n")
    let isText = swift.hasPrefix("\"") || swift.hasPrefix("#")
    let value = (isText ? "" : "value: ") + swift
    let line = #"_ = stack.add(Local("a", "# + value + "))"
    let broken = "_ = stack.add(\n  Local(\n    \"a\",\n    " + value + "))"
    #expect(all == line || all == broken)
  }

  @Test func `a dynamic block binds its iterator, and its siblings stay in order`() throws {
    let swift = try statements(
      """
      resource "aws_security_group" "a" {
        ingress { from_port = 1 }
        dynamic "ingress" {
          for_each = [2]
          iterator = port
          content { from_port = port.value }
        }
      }
      """)
    #expect(
      swift == """
        stack.add(
          RawResource(
            "aws_security_group", "a",
            Block().nesting("ingress", forEach: [1], as: "only") { _ in
              ["from_port": 1]
            }.nesting("ingress", forEach: [2], as: "port") { port in
              ["from_port": port.value.value]
            }))
        """)
  }

  @Test func `modules that read each other are declared all the same`() throws {
    let swift = try statements(
      """
      module "a" {
        source = "./a"
        b = module.b.x
      }
      module "b" {
        source = "./b"
        a = module.a.y
      }
      """)
    #expect(
      swift == """
        let b = stack.add(
          ModuleCall("b", from: .directory("./b"), ["a": Expression.module("a").member("y").value]))
        stack.add(ModuleCall("a", from: .directory("./a"), ["b": .text(b.output("x"))]))
        """)
  }

  @Test func `comments of what needs no statement are kept`() throws {
    let swift = try statements(
      """
      # Where everything is
      provider "aws" { region = "eu-west-1" }
      resource "a_b" "c" {}
      # The end
      """)
    #expect(
      swift == """
        // Where everything is
        let a = stack.add(ProviderConfiguration("a", source: "hashicorp/a"))
        stack.add(RawResource("a_b", "c"))

        // The end
        """ || swift.contains("// Where everything is\n"))
    #expect(swift.hasSuffix("// The end"))
  }

  @Test func `a policy about ARNs is a document`() throws {
    let swift = try statements(
      """
      resource "aws_s3_bucket" "a" {}
      resource "aws_iam_policy" "b" {
        policy = jsonencode({ Resource = [aws_s3_bucket.a.arn, "${aws_s3_bucket.a.arn}/*"] })
        name = jsonencode({ Resource = aws_s3_bucket.a.id })
      }
      """)
    #expect(
      swift == """
        let a = stack.add(RawResource("aws_s3_bucket", "a"))
        stack.add(
          RawResource(
            "aws_iam_policy", "b",
            [
              "policy": .json(["Resource": [.text(a.attribute("arn")), "\\(a.attribute("arn"))/*"]]),
              "name": Expression.call(
                "jsonencode", [.map(["Resource": .text(a.attribute("id"))])]
              ).value,
            ]))
        """)
  }

  @Test func `lines of signs are no comments, and words of Swift no names`() throws {
    let swift = try statements(
      """
      ##########
      # Networks
      ##########
      resource "aws_subnet" "private" {}
      output "private_ids" {
        value       = aws_subnet.private.id
        description = "Which"
      }
      output "of_id" { value = local.vpc_id }
      locals { vpc_id = aws_subnet.private.vpc_id }
      """)
    #expect(
      swift == """
        // Networks
        let privateSubnet = stack.add(RawResource("aws_subnet", "private"))
        stack.add(Output("private_ids", privateSubnet.attribute("id"), description: "Which"))
        let vpcID = stack.add(Local("vpc_id", privateSubnet.attribute("vpc_id")))
        stack.add(Output("of_id", value: .text(vpcID)))
        """)
  }

  @Test func `every comment is kept`() throws {
    let swift = try statements(
      """
      # c01
      terraform {
        # c02
        required_version = ">= 1.6" # c03
        required_providers {
          # c04
          aws = { source = "hashicorp/aws" }
        }
        # c05
        backend "s3" {
          # c06
          bucket = "a"
        }
      }
      # c07
      provider "aws" {
        # c08
        region = "eu-west-1" # c09
        # c10
      }
      variable "a" {
        # c11
        type = object({
          # c12
          b = string # c13
        })
        validation {
          # c14
          condition = var.a != null
          error_message = "a"
        }
      }
      locals {
        # c15
        a = f([
          # c16
          1, # c17
        ]...)
        b = [for c in [
          # c18
          2
        ] : c]
        # c19
      }
      resource "a_b" "c" {
        # c20
        count = 1
        # c21
        lifecycle {
          # c22
          prevent_destroy = true
        }
        dynamic "d" {
          # c23
          for_each = [1]
          content {
            # c24
          }
        }
        # c25
        provisioner "local-exec" {
          # c26
          command = "x${f({
            # c27
            a = 1
          })}"
        }
      }
      module "m" {
        # c28
        source = "./m"
      }
      output "o" {
        value = 1
        # c29
      }
      # c30
      """)
    for number in 1...30 {
      let comment = "c\(number < 10 ? "0" : "")\(number)"
      #expect(swift.contains("// \(comment)"), "\(comment)")
    }
  }
}
