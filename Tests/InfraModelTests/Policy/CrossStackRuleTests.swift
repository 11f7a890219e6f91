import InfraModel
import Testing

/// Names are taken once in an account, whichever stack took them.
@Suite struct CrossStackRuleTests {
  @Test func stacksOfOneEnvironmentShareAnAccount() throws {
    let found = findings(of: [shop("prod"), website("prod")])
    #expect(found.map(\.count) == [0, 1])
    let finding = try #require(found[1].first)
    #expect(finding.message.contains("'shop/prod'"))
    #expect(finding.discriminator == "shop/prod")
    #expect(finding.notes.count == 1)
  }

  @Test func stacksOfTwoEnvironmentsDoNot() {
    #expect(findings(of: [shop("dev"), shop("prod"), website("test")]).map(\.count) == [0, 0, 0])
  }

  @Test func statedAccountsDecide() {
    #expect(findings(of: [shop("dev", "111111111111"), shop("prod", "111111111111")]).map(\.count) == [0, 1])
    #expect(findings(of: [shop("prod", "111111111111"), website("prod", "222222222222")]).map(\.count) == [0, 0])
    #expect(findings(of: [shop("prod", "111111111111"), website("prod")]).map(\.count) == [0, 0])
  }

  @Test func bucketsAreNamedOnceInTheWorld() {
    let stacks = ["111111111111", "222222222222"].map { account in
      var stack = StackBuilder(StackIdentity(stack: "shop", environment: "in-\(account)"))
      stack.add(Bucket("uploads", named: "shop-uploads", forceDestroy: false))
      return DeclaredStack(stack, account: AccountID(rawValue: account))
    }
    #expect(findings(of: stacks).map(\.count) == [0, 1])
  }

  @Test("Names of raw resources count, because CloudWatch keeps the last of two alarms with one name")
  func rawResourcesOfOneName() {
    var stack = StackBuilder(StackIdentity(stack: "shop", environment: "prod"))
    for label in ["first", "second"] {
      stack.add(RawResource("aws_cloudwatch_metric_alarm", label, ["alarm_name": "errors"]))
    }
    #expect(findings(of: [DeclaredStack(stack)])[0].map(\.address.name) == ["second"])
  }

  private func findings(of stacks: [DeclaredStack]) -> [[Finding]] {
    let rule = Policy.standardRules.filter { $0.description.id == .physicalNameUnique }
    return Policy(rules: rule, today: "2026-11-21").reports(on: stacks).map(\.findings)
  }

  private func shop(_ environment: String, _ account: AccountID? = nil) -> DeclaredStack {
    stack("shop", environment, account)
  }

  private func website(_ environment: String, _ account: AccountID? = nil) -> DeclaredStack {
    stack("website", environment, account)
  }

  private func stack(_ name: String, _ environment: String, _ account: AccountID?) -> DeclaredStack {
    var stack = StackBuilder(StackIdentity(stack: name, environment: environment))
    stack.add(Topic("alerts", named: "alerts"))
    stack.add(Topic("news"))
    return DeclaredStack(stack, account: account)
  }
}
