import InfraModel
import Testing

@testable import TFEmit

@Suite struct PasswordInPlanTests {
  @Test("Of a password in a plan, the configuration says whether it is written there", arguments: [true, false])
  func passwordInPlan(isWritten: Bool) throws {
    let expression = isWritten ? #"{"constant_value": "swordfish"}"# : #"{"references": ["var.password"]}"#
    let plan = """
      {"format_version": "1.2", "terraform_version": "1.9.0",
       "resource_changes": [{"address": "aws_db_instance.orders", "mode": "managed", "type": "aws_db_instance",
         "name": "orders", "provider_name": "registry.terraform.io/hashicorp/aws",
         "change": {"actions": ["create"], "after": {"identifier": "orders", "password": "swordfish"},
           "after_unknown": {}, "after_sensitive": {"password": true}}}],
       "configuration": {"root_module": {"resources": [{"address": "aws_db_instance.orders", "mode": "managed",
         "type": "aws_db_instance", "name": "orders", "provider_config_key": "aws",
         "expressions": {"identifier": {"constant_value": "orders"}, "password": \(expression)}}]}}}
      """
    let identity = StackIdentity(stack: "plan", environment: "terraform")
    let here = SourceLocation(fileID: "plan", path: "/plan", line: 1, column: 1)
    let read = try Plan(reading: Array(plan.utf8), as: identity) { _ in here }
    let stack = DeclaredStack(identity, region: read.homeRegion, planned: read.resources)
    let found = Policy(today: "2026-11-29").report(on: stack).findings.map(\.rule).contains("password-in-clear")
    #expect(found == isWritten)
  }
}
