import InfraModel
import TerraformModel
import Testing

@testable import AWSRules
@testable import TFEmit

/// Resources with `count` and `for_each`, from Swift to Terraform's JSON, and what rules see of them.
@Suite struct InstancesTests {
  @Test func resourceIsWrittenOnceWithItsRepetition() {
    var stack = StackBuilder()
    stack.add(
      forEach: .map(["a ${x}": "A"]), with: { ["display_name": $0.value.value] }, { _ in Topic("events") })
    stack.add(count: 2) { index in
      RawResource("terraform_data", "worker", ["input": (index * 10).value])
    }
    let written = json(stack)
    #expect(written.contains(#""for_each": {"a $${x}": "A"}"#))
    #expect(written.contains(#""display_name": "${each.value}""#))
    #expect(written.contains(#""name": "example-prod-events-${each.key}""#))
    #expect(written.contains(#""count": 2"#))
    #expect(written.contains(#""input": "${(count.index * 10)}""#))
  }

  @Test func instancesAreReferredToByKey() {
    var stack = StackBuilder()
    let topics = stack.add(forEach: .set(["a", "b"])) { _ in Topic("events") }
    let shifts = stack.add(count: 2) { _ in Topic("shifts") }
    #expect(source(topics["a \"${b}"].arn.text) == ##"${aws_sns_topic.events["a \"$${b}"].arn}"##)
    #expect(source(shifts[1].arn.text) == "${aws_sns_topic.shifts[1].arn}")
    #expect(source(shifts[at: .raw("var.n")].arn.text) == "${aws_sns_topic.shifts[(var.n)].arn}")
    #expect(source(Text(topics.all(\.arn))) == "${[for instance in aws_sns_topic.events : instance.arn]}")
    #expect(source(Text(topics.all("id"))) == "${[for instance in aws_sns_topic.events : instance.id]}")
    #expect(source(Text(topics.instances)) == "${aws_sns_topic.events}")
  }

  @Test("An address has the key where it is known before Terraform runs")
  func addressesHaveTheirKeys() {
    var stack = StackBuilder()
    let topics = stack.add(forEach: .set(["a"])) { _ in Topic("events") }
    let shifts = stack.add(count: 2) { _ in Topic("shifts") }
    #expect("\(topics.address)" == "aws_sns_topic.events")
    #expect("\(topics[#"a "${x}"#].address)" == ##"aws_sns_topic.events["a \"$${x}"]"##)
    #expect("\(shifts[1].address)" == "aws_sns_topic.shifts[1]")
    #expect("\(shifts[at: .raw("var.n")].address)" == "aws_sns_topic.shifts")
    let declared = DeclaredStack(stack)
    #expect(declared.declaration(at: topics["a"].address)?.address == topics.address)
    #expect(declared.declares(shifts[5].address))
    stack.add(Topic("single"))
    #expect(!DeclaredStack(stack).declares(Address(type: "aws_sns_topic", name: "single", index: "[0]")))
  }

  @Test("Other instances' attributes are the resource's to rules")
  func rulesSeeTheResourceOnce() {
    var stack = StackBuilder()
    let topics = stack.add(forEach: .set(["a", "b"])) { _ in Topic("events") }
    let text = topics["a"].arn.text
    let declared = DeclaredStack(stack)
    #expect(declared.target(of: text)?.address == topics.address)
    #expect(declared.declared(Topic.self).count == 1)
    // What differs from instance to instance is not known.
    #expect(declared.declarations[0].physicalName == nil)
    #expect(declared.resolved(Text(.named(.eachKey))) == nil)
  }

  @Test("Each function of a for_each has the alarm of its key, and a waiver covers all of them")
  func alarmsOfInstancesAreFound() {
    func findings(_ isAlarmed: Bool, waived: Bool = false) -> [RuleID] {
      var stack = StackBuilder()
      let names = InfraModel.Expression.set(["ingest", "export"])
      let waivers =
        waived
        ? [Waiver(.lambdaErrorAlarm, reason: "an experiment", owner: "team", until: "2026-12-31")] : []
      let functions = stack.add(forEach: names, waiving: waivers) { _ in
        LambdaFunction(
          "work", code: .zip(.file("work.zip"), runtime: .python313, handler: "app.handler"),
          role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
          logging: .json(to: "/aws/lambda/work"))
      }
      if isAlarmed {
        stack.add(forEach: functions.instances) { each in
          MetricAlarm(
            "errors", when: functions[each.key].errors, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: [ARN("arn:aws:sns:us-east-1:123456789012:alerts")])
        }
      }
      let policy = Policy(rules: [LambdaErrorAlarm.self], today: "2026-12-01")
      return policy.report(on: DeclaredStack(stack)).findings.map(\.rule)
    }
    #expect(findings(true) == [])
    #expect(findings(false) == [.lambdaErrorAlarm])
    #expect(findings(false, waived: true) == [])
  }

  @Test func instancesWithOneNameAreFound() {
    func findings(_ name: PhysicalName, _ members: InfraModel.Expression) -> Int {
      var stack = StackBuilder()
      stack.add(forEach: members) { _ in Topic("events", named: name) }
      return PhysicalNameUnique().findings(in: DeclaredStack(stack)).count
    }
    #expect(findings("events", .set(["a", "b"])) == 1)
    #expect(findings("events", .set(["a"])) == 0)
    #expect(findings(.conventional, .set(["a", "b"])) == 0)
  }

  @Test func instancesCountAgainstQuotas() {
    func findings(_ count: Int) -> Int {
      var stack = StackBuilder()
      let rule = stack.add(EventRule("tick", when: .every(.minutes(5))))
      stack.add(count: count) { _ in
        EventTarget("all", of: rule, calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:f")))
      }
      return ServiceQuotas().findings(in: DeclaredStack(stack)).count
    }
    #expect(findings(5) == 0)
    #expect(findings(6) == 1)
  }

  @Test("How many there are, where every variable has its default")
  func countIsKnownFromDefaults() {
    var stack = StackBuilder()
    let isOn = stack.add(Variable("on", default: true, description: ""))
    let teams = stack.add(RawVariable("teams", .map(.string), default: .map(["a": "A", "b": "B"]), description: ""))
    let one = stack.add(count: isOn.choose(1, otherwise: 0)) { _ in Topic("one") }
    let two = stack.add(forEach: teams) { _ in Topic("two") }
    let three = stack.add(forEach: .set(["a", "b", "c"])) { _ in Topic("three") }
    let unknown = stack.add(forEach: .raw("local.x")) { _ in Topic("unknown") }
    #expect(one.declaration.repetition?.knownCount == 1)
    #expect(two.declaration.repetition?.knownCount == 2)
    #expect(three.declaration.repetition?.knownCount == 3)
    #expect(unknown.declaration.repetition?.knownCount == nil)
  }

  @Test("What a condition, a repetition, a key or a provisioner reads counts as read")
  func metaArgumentsAreRead() {
    var stack = StackBuilder()
    func variable(_ name: String, in stack: inout StackBuilder) -> InfraModel.Expression {
      stack.add(RawVariable(name, .string, default: "a", description: ""))
    }
    let (condition, key) = (variable("condition", in: &stack), variable("key", in: &stack))
    let (members, command) = (variable("members", in: &stack), variable("command", in: &stack))
    let topics = stack.add(
      forEach: .call("toset", [.call("split", [",", members])]),
      lifecycle: { _ in
        Lifecycle(preconditions: [CustomCondition(.binary(condition, .equal, "a"), otherwise: "another")])
      }, provisioners: { _ in [.localExec("echo \(command)")] }, { _ in Topic("events") })
    stack.add(Output("topic", topics[at: key].arn.text, description: ""))
    #expect(UnusedVariable().findings(in: DeclaredStack(stack)).isEmpty)
    var other = StackBuilder()
    other.add(
      forEach: members, lifecycle: { _ in Lifecycle(preconditions: [CustomCondition(condition, otherwise: "")]) },
      { _ in Topic("events") })
    #expect(UndeclaredVariable().findings(in: DeclaredStack(other)).count == 2)
  }

  @Test func provisionersAndEphemeralResourcesAreWritten() {
    var stack = StackBuilder()
    let password = stack.add(RawEphemeralResource("random_password", "db", ["length": 20]))
    let output = InfraModel.Expression.named(.itself).member("output")
    stack.add(
      TerraformData("release", remembering: 1, replacedBy: 2),
      provisioners: [
        .localExec("echo ${x} \(output)", environment: ["P": password.attribute("result")], continuesOnFailure: true),
        Provisioner("remote-exec", ["inline": ["ls"]], connection: ["host": output.value], on: .destruction),
      ])
    let written = json(stack)
    #expect(written.contains(#""ephemeral": {"random_password": {"db": {"length": 20}}}"#))
    #expect(
      written.contains(
        #""provisioner": [{"local-exec": {"command": "echo $${x} ${self.output}","#
          + #""environment": {"P": "${ephemeral.random_password.db.result}"},"on_failure": "continue"}},"#
          + #"{"remote-exec": {"connection": {"host": "${self.output}"},"inline": ["ls"],"when": "destroy"}}]"#))
    #expect(written.contains(#""triggers_replace": 2"#))
  }

  private func source(_ text: Text) -> String { Template(text).source }

  private func json(_ builder: StackBuilder) -> String {
    String(decoding: plainJSON(.blocks([configuration(of: DeclaredStack(builder))])), as: UTF8.self)
      .split(separator: "\n").map { $0.drop { $0 == " " } }.joined()
  }
}
