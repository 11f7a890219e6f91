import InfraModel
import Testing

@testable import TFEmit

/// What configurations have that were written for Terraform and not for a stack.
@Suite struct ImportedFormsTests {
  private func json(_ declare: (inout StackBuilder) -> Void, region: Region = .euWest1) -> String {
    var stack = StackBuilder(
      StackIdentity(stack: "shop", environment: "prod"), region: region, isProduction: true, module: "")
    declare(&stack)
    var writer = JSONWriter()
    writer.write(configuration(of: DeclaredStack(stack)))
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test func `null is null wherever it stands`() {
    let written = json { stack in
      _ = stack.add(RawVariable("owner", nil, default: .map(["name": .null])))
      _ = stack.add(Local("none", value: .list([.null, .json(["a": .null]), Expression.call("f", [.null]).value])))
    }
    #expect(written.contains(#""name": null"#))
    #expect(written.contains(#"null,\#n      "{\"a\":null}",\#n      "${f((null))}""#))
    #expect(VariableType.optional(.string, default: .null).description == "optional(string, null)")
  }

  @Test func `a variable may have neither type nor description`() {
    let written = json { stack in _ = stack.add(RawVariable("owner", nil)) }
    #expect(written.contains(#""owner": {}"#))
  }

  @Test func `a label keeps its hyphens where it is said to be one`() {
    let written = json { stack in
      let topic = stack.add(RawResource("aws_sns_topic", label: "on-call"))
      let data = stack.add(RawDataSource("aws_sns_topic", label: "of-others", ["name": .text(topic.attribute("name"))]))
      stack.add(
        RawEphemeralResource("aws_lambda_invocation", label: "at-once", ["input": .text(data.attribute("arn"))]))
    }
    #expect(written.contains(#""on-call": {}"#))
    #expect(written.contains(#""name": "${aws_sns_topic.on-call.name}""#))
    #expect(written.contains(#""input": "${data.aws_sns_topic.of-others.arn}""#))
    #expect(written.contains(#""at-once""#))
  }

  @Test func `a stack whose region is unknown leaves it to the provider`() {
    let written = json(
      { stack in
        stack.add(RawResource("aws_sns_topic", "a"))
        stack.add(ProviderConfiguration.aws(alias: "b", region: .unknown, ["region": "${x}"]))
      }, region: .unknown)
    #expect(
      written.contains(
        "\"aws\": [\n      {},\n      {\n        \"alias\": \"b\",\n        \"region\": \"$${x}\"\n      }"))
  }

  @Test func `modules can be given the provider of the stack's own region`() {
    let written = json { stack in
      stack.add(ModuleCall("a", from: .directory("./a"), providers: ["aws": stack.homeProvider]))
    }
    #expect(written.contains(#""aws": "aws""#))
  }

  @Test func `a state may have a key of its own, or one that is given to init`() {
    let stack = StackIdentity(stack: "shop", environment: "prod")
    let exact = Backend.raw(RawBackend("s3", stateAt: .exactly("key", "old.tfstate"), ["bucket": "states"]))
    #expect(exact.block(for: stack)?.arguments["key"] == .literal("old.tfstate"))
    let partial = Backend.raw(RawBackend("s3", stateAt: .givenToInit))
    #expect(partial.block(for: stack)?.arguments == [:])
    let workspaces = CloudWorkspaces(organization: "acme", workspace: "old")
    #expect(workspaces.block(for: stack)["workspaces"] == .blocks([["name": .literal("old")]]))
  }

  @Test func `comprehensions have one name or two`() {
    let list = Expression.list(for: (key: "k", value: "v"), in: .local("m")) { key, value in
      .call("f", [key, value])
    } where: { _, value in
      .binary(value, .greater, 0)
    }
    #expect(Template(expression: list).source == "[for k, v in local.m : f(k, v) if (v > 0)]")
    let map = Expression.map(for: "v", in: .local("l"), groups: true) { (key: $0, value: $0.member("a")) }
    #expect(Template(expression: map).source == "{for v in local.l : v => v.a...}")
  }

  @Test func `a dynamic block may name its iterator`() {
    let block = Block().nesting("ingress", forEach: [1], as: "port") { ["from_port": $0.value.value] }
    let written = json { stack in stack.add(RawResource("aws_security_group", "a", block)) }
    #expect(written.contains(#""iterator": "port""#))
    #expect(written.contains(#""from_port": "${port.value}""#))
  }

  @Test func `an output may have conditions and dependencies`() {
    let written = json { stack in
      let topic = stack.add(RawResource("aws_sns_topic", "a"))
      stack.add(
        Output(
          "a", value: 1, preconditions: [CustomCondition(.raw("true"), otherwise: "no")], after: [topic.address]))
    }
    #expect(written.contains(#""depends_on": ["#))
    #expect(written.contains(#""error_message": "no""#))
    #expect(!written.contains("description"))
  }

  @Test func `names in a raw expression that something around it binds are no references`() {
    #expect(HCLText("port.value + 1", bound: ["port"]).reading.resources == [])
    #expect(HCLText("port.value + 1").reading.resources == [Address(type: "port", name: "value")])
    #expect(Template(expression: .variable("a")).source == "var.a")
  }

  @Test func `what a called module has is declared`() {
    var stack = StackBuilder()
    let module = stack.add(ModuleCall("shop", from: .directory("./shop")))
    let declared = DeclaredStack(stack)
    #expect(declared.declares(module.address))
    #expect(declared.declares(Address(type: "aws_sns_topic", name: "a", module: #"module.shop["eu"].module.queue"#)))
    #expect(declared.declares(.configuration(.module, #"shop["eu"]"#)))
    #expect(!declared.declares(Address(type: "aws_sns_topic", name: "a", module: "module.stop")))
  }

  @Test func `rules of imported stacks warn`() {
    #expect([RuleID: RuleLevel].warnings[.lambdaErrorAlarm] == .warning)
    #expect([RuleID: RuleLevel].warnings[.undeclaredReference] == nil)
    #expect(Policy(today: "2026-01-01").faults(in: .warnings).isEmpty)
  }

  @Test func `nested blocks that are objects to the provider have every member`() {
    let written = json { stack in
      stack.add(RawResource("aws_security_group", "a", ["ingress": .blocks([["from_port": 80, "protocol": "tcp"]])]))
      stack.add(RawResource("aws_lambda_alias", "b", ["routing_config": .blocks([[:]])]))
    }
    #expect(
      written.contains(
        #"""
                "ingress": [
                  {
                    "cidr_blocks": null,
                    "description": null,
                    "from_port": 80,
        """#))
    #expect(written.contains(#""routing_config": {}"#))
  }

  @Test func `a variable can be depended on`() {
    var stack = StackBuilder()
    _ = stack.add(RawVariable("a", nil))
    #expect(DeclaredStack(stack).declares(Address(mode: .configuration, type: "var", name: "a")))
    #expect(!DeclaredStack(stack).declares(Address(mode: .configuration, type: "local", name: "a")))
  }
}
