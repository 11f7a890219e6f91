import HCLSyntax
import Testing

@Suite struct TerraformJSONTests {
  private func read(_ text: String) throws -> HCLFile { try HCLFile(readingJSON: Array(text.utf8)) }

  /// Source: https://developer.hashicorp.com/terraform/language/syntax/json
  @Test("Terraform JSON is the configuration that it would be in HCL")
  func configurationIsTheSame() throws {
    let json = #"""
      {
        "//": "About all",
        "terraform": {"backend": {"local": {"path": "${x}"}}, "required_providers": {"aws": {"source": "hashicorp/aws"}}},
        "variable": {"a": {"type": "list(string)", "default": "${literal}",
          "validation": [{"condition": "${var.a != \"\"}", "error_message": "no"}]}},
        "resource": {"aws_sns_topic": {"t": [{
          "//": "A topic", "name": "a-${var.a}", "count": 2, "ratio": -1.5, "depends_on": ["aws_x.y"],
          "tags": {"k": "${local.v}", "${var.k}": null}, "provider": "aws.eu",
          "lifecycle": {"ignore_changes": ["tags", "a[0]"], "prevent_destroy": "true"},
          "provisioner": [{"local-exec": {"command": "x", "when": "destroy"}}]
        }]}},
        "moved": [{"from": "a.b", "to": "a.c[\"k\"]"}],
        "locals": [{"a": 1}, {"b": [true]}]
      }
      """#
    #expect(
      try read(json).source
        == #"""
        # About all
        terraform {
          backend "local" {
            path = "$${x}"
          }
          required_providers {
            aws = { source = "hashicorp/aws" }
          }
        }
        variable "a" {
          type    = list(string)
          default = "$${literal}"
          validation {
            condition     = "${var.a != ""}"
            error_message = "no"
          }
        }
        resource "aws_sns_topic" "t" {
          # A topic
          name       = "a-${var.a}"
          count      = 2
          ratio      = -1.5
          depends_on = [aws_x.y]
          tags       = { k = "${local.v}", "${var.k}" = null }
          provider   = aws.eu
          lifecycle {
            ignore_changes  = [tags, a[0]]
            prevent_destroy = "true"
          }
          provisioner "local-exec" {
            command = "x"
            when    = destroy
          }
        }
        moved {
          from = a.b
          to   = a.c["k"]
        }
        locals {
          a = 1
        }
        locals {
          b = [true]
        }

        """#)
  }

  @Test("An expression in a string has its place in the file, behind escapes as well")
  func expressionHasPlace() throws {
    let json = #"{"locals": {"a": "\u00e4\n${local.b}"}}"#
    let lines = HCLLines(Array(json.utf8))
    guard case .template(let template) = try read(json).body.blocks.first?.body["a"]?.kind,
      let expression = template.parts.last?.expression
    else { return #expect(Bool(false), "no template") }
    #expect(lines.position(of: expression.range.lowerBound) == HCLPosition(line: 1, column: 29))
    #expect(json.utf8.dropFirst(expression.range.lowerBound).starts(with: "local.b".utf8))
  }

  @Test(
    "What is not Terraform JSON is an error with its place",
    arguments: [
      ("", 1, 1, "expected a value"), ("{", 1, 2, "expected a key in quotes"), ("[]", 1, 1, "expected an object"),
      (#"{"a" 1}"#, 1, 6, "expected ':' after a key"), (#"{"a": 1"#, 1, 1, "the '{' is not closed"),
      (#"{"a": 01}"#, 1, 7, "expected a number"), (#"{"a": 1,}"#, 1, 9, "expected a key in quotes"),
      (#"{"a": "\x"}"#, 1, 8, "unknown escape"), (#"{"a": [1 2]}"#, 1, 10, "expected ',' or ']'"),
      (#"{"resource": {"a": 1}}"#, 1, 20, "expected an object"), (#"{"a": "b"#, 1, 7, "the string is not closed"),
      ("{\n\"locals\": {\"a\": \"x ${1 +}\"}}", 2, 25, "expected a value, found '}'"),
      (#"{"a": 1} 2"#, 1, 10, "expected the end of the file"),
      (#"{"locals": {"a": "\n${b"}}"#, 1, 21, "the '${' is not closed"),
    ])
  func errorHasPlace(_ text: String, _ line: Int, _ column: Int, _ message: String) {
    let error = #expect(throws: HCLSyntaxError.self) { try read(text) }
    #expect(error?.description == "line \(line), column \(column): \(message)")
  }

  @Test("Nesting ends at a limit, with an error and not with the process", arguments: ["[", #"{"a":"#])
  func nestingIsLimited(_ opening: String) {
    let error = #expect(throws: HCLSyntaxError.self) { try read(String(repeating: opening, count: 100_000)) }
    #expect(error?.message == "nesting is deeper than 64 levels")
  }
}
