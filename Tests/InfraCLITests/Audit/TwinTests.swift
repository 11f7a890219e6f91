import InfraModel
import Testing

/// A mistake is found however the stack is written, and its twin without the mistake is left alone.
@Suite struct TwinTests {
  @Test(arguments: twins) func mistakeIsFound(_ twin: Twin) {
    for (form, stack) in twin.forms(isBad: true) {
      let found = findings(of: twin, in: stack)
      #expect(found.contains(twin.address), "\(form): \(found)")
    }
  }

  @Test(arguments: twins) func twinWithoutTheMistakeIsLeftAlone(_ twin: Twin) {
    for (form, stack) in twin.forms(isBad: false) {
      let found = findings(of: twin, in: stack)
      #expect(!found.contains(twin.address), "\(form): \(found)")
    }
  }

  @Test func thereAreManyAndEachSaysWhereItIsFrom() {
    #expect(twins.count >= 30)
    #expect(Set(twins.map(\.title)).count == twins.count)
    #expect(twins.allSatisfy { $0.source.contains("#") || $0.source.hasPrefix("https://docs.aws.amazon.com/") })
  }

  private func findings(of twin: Twin, in stack: DeclaredStack) -> [String] {
    let rules = Policy.standardRules.filter { $0.description.id == twin.rule }
    #expect(rules.count == 1)
    return Policy(rules: rules, today: "2026-11-21").report(on: stack).findings.map { "\($0.address)" }
  }
}

private let twins = metricTwins + watchTwins + logTwins + permissionTwins + deliveryTwins + settingTwins + tracingTwins

/// Where `StackBuilder.alarm` declares its alarm.
let alarmOf = "aws_cloudwatch_metric_alarm.watched"
