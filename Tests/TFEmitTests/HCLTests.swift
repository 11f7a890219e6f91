import InfraModel
import Testing

@testable import TFEmit

@Suite struct HCLTests {
  @Test("References are bare, neighbours are aligned, and nested blocks come last")
  func resources() {
    var builder = StackBuilder(region: .euWest1)
    let topic = builder.add(Topic("alerts", named: "alerts"))
    builder.add(
      RawResource(
        "aws_thing", "x",
        [
          "a": true, "long_name": 7, "topic": .text(topic.arn.text), "text": .text("\(topic.arn)/*"),
          "map": ["a:b": "c", "plain": 1], "rule": .blocks([["x": 1], ["y": "a\"b${c}"]]),
        ]), after: [topic.address])
    #expect(
      hcl(of: DeclaredStack(builder)) == #"""
        resource "aws_sns_topic" "alerts" {
          name           = "alerts"
          tracing_config = "PassThrough"
        }

        resource "aws_thing" "x" {
          a         = true
          long_name = 7
          map = {
            "a:b" = "c"
            plain = 1
          }
          text       = "${aws_sns_topic.alerts.arn}/*"
          topic      = aws_sns_topic.alerts.arn
          depends_on = [aws_sns_topic.alerts]

          rule {
            x = 1
          }

          rule {
            y = "a\"b$${c}"
          }
        }
        """#)
  }

  @Test("A policy is encoded by jsonencode, whether it is a document or text")
  func documents() {
    var builder = StackBuilder()
    let text: Text = #"{"Statement": [{"Effect": "Allow", "Action": ["sqs:*"]}]}"#
    builder.add(RawResource("aws_thing", "text", ["policy": .text(text)]))
    builder.add(RawResource("aws_thing", "document", ["policy": .json(["Statement": [["Effect": "Deny"]]])]))
    #expect(
      hcl(of: DeclaredStack(builder)) == """
        resource "aws_thing" "text" {
          policy = jsonencode({
            Statement = [{
              Action = ["sqs:*"]
              Effect = "Allow"
            }]
          })
        }

        resource "aws_thing" "document" {
          policy = jsonencode({
            Statement = [{
              Effect = "Deny"
            }]
          })
        }
        """)
  }

  @Test("The providers are shown where a resource is in another region")
  func providers() {
    var builder = StackBuilder(region: .euWest1)
    builder.add(Topic("abroad", named: "abroad"), in: .usEast1)
    #expect(
      hcl(of: DeclaredStack(builder)) == """
        provider "aws" {
          region = "eu-west-1"
        }

        provider "aws" {
          alias  = "us_east_1"
          region = "us-east-1"
        }

        resource "aws_sns_topic" "abroad" {
          provider       = aws.us_east_1
          name           = "abroad"
          tracing_config = "PassThrough"
        }
        """)
  }

  @Test("What Terraform names is bare: types of variables, addresses of moved blocks, changes to ignore")
  func names() {
    var builder = StackBuilder()
    builder.add(
      RawResource("aws_thing", "b", lifecycle: Lifecycle(createBeforeDestroy: true, ignoreChanges: ["tags"])))
    #expect(
      hcl(of: DeclaredStack(builder)) == """
        resource "aws_thing" "b" {
          lifecycle {
            create_before_destroy = true
            ignore_changes        = [tags]
          }
        }
        """)
  }
}
