import Foundation
import InfraModel
import Testing

/// Closed lists of the models against the lists that the real provider validates with.
@Suite struct ProviderListTests {
  /// The provider names every retention that it takes where it refuses one.
  @Test(.ifTheMachineCan) func retentionsAreThoseOfTheProvider() throws {
    let mirror = try #require(ProviderMirror.path)
    try withTemporaryDirectory { directory in
      let configuration = """
        terraform {
          required_providers {
            aws = {
              source  = "hashicorp/aws"
              version = "~> 5.100"
            }
          }
        }

        resource "aws_cloudwatch_log_group" "app" {
          name              = "app"
          retention_in_days = 2
        }

        """
      let terraform = try BuiltinTerraform(files: ["main.tf": configuration], at: directory)
      try terraform.run("init", "-no-color", "-backend=false", "-plugin-dir=\(mirror)")
      let failure = #expect(throws: BuiltinTerraform.Failure.self) { try terraform.run("validate", "-no-color") }
      let words = failure?.words ?? ""
      // Terraform breaks lines where it likes.
      let sentence = words.split { $0.isWhitespace || $0 == "│" }.joined(separator: " ")
      let list = try #require(sentence.firstMatch(of: /retention_in_days to be one of \[([0-9 ]+)\]/), "\(words)")
      let provider = Set(list.1.split(separator: " ").compactMap { Int($0) })
      #expect(provider == Set(LogRetention.allCases.map(\.rawValue)))
    }
  }
}
