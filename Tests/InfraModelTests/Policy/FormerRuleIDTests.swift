import InfraModel
import Testing

@testable import TerraformModel

@Suite struct FormerRuleIDTests {
  @Test("Each former id belongs to a rule, and is not the id of another")
  func formerIDsBelongToRules() {
    let known = Set(Policy(today: "2026-11-21").descriptions.map(\.id.rawValue))
    #expect(!RuleID.currentByFormerID.isEmpty)
    #expect(Set(RuleID.currentByFormerID.values).isSubset(of: known))
    #expect(known.isDisjoint(with: RuleID.currentByFormerID.keys))
  }

  @Test("A waiver and a rule level that name a former id match the rule of today")
  func formerIDsMatch() {
    struct Untidy: Stack {
      enum Environment: String, StackEnvironment {
        case dev
        var isProduction: Bool { false }
      }
      static let name = "untidy"
      let environment: Environment
      var region: Region { .usEast1 }
      func declare(in stack: inout StackBuilder) {
        stack.add(
          LogGroup("app", retention: .forever),
          waiving: [Waiver("logs-expire", reason: "a test", owner: "sre", until: "2027-01-31")])
      }
    }
    let stack = DeclaredStack(Untidy(environment: .dev))
    let policy = Policy(today: "2026-11-21")
    let report = policy.report(on: stack)
    #expect(report.waived.map(\.finding.rule.rawValue) == ["log-retention"])
    #expect(policy.faults(in: ["logs-expire": .note]).isEmpty)
    #expect(RuleID(rawValue: "logs-expire") == .logRetention)
    #expect(RuleID.logRetention.formerIDs == ["logs-expire"])
  }

  @Test("Ids that readers of the list misunderstood still match")
  func misunderstoodIDsMatch() {
    let renamed: [String: RuleID] = [
      "sampling-rate-takes-effect": "sampling-reservoir-too-large", "emitted-metric-is-alarmed": "custom-metric-alarm",
      "confused-deputy": "cross-service-confused-deputy", "function-admits-callers": "lambda-invoke-permission",
      "trigger-does-not-loop": "s3-trigger-recursion", "snap-start-fits": "snapstart-supported",
      "heartbeat-not-on-single-miss": "heartbeat-alarm-too-sensitive", "gaps-stay-visible": "fill-hides-missing-data",
    ]
    let known = Set(Policy(today: "2026-11-21").descriptions.map(\.id))
    for (former, current) in renamed {
      #expect(RuleID(rawValue: former) == current)
      #expect(known.contains(current))
    }
  }

  @Test("A rule that was renamed twice has both former ids")
  func bothFormerIDsMatch() {
    #expect(RuleID.crossServiceConfusedDeputy.formerIDs == ["confused-deputy", "service-acts-for-somebody"])
    #expect(
      RuleID.httpAPIHasTracedFunction.formerIDs == ["http-api-no-traced-function", "http-api-records-nothing"])
    #expect(RuleID(rawValue: "http-api-records-nothing").rawValue == "http-api-has-traced-function")
  }
}
