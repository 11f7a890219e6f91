import Foundation
import InfraModel
import TFEmit
import Testing

/// What the real terraform makes of each construct of its language that a stack can say.
@Suite struct LanguageTests {
  @Test(.ifTheMachineCan) func expressionsComeToWhatTerraformSays() throws {
    var stack = StackBuilder()
    for (index, row) in expressions(in: &stack).enumerated() {
      stack.add(
        Output(
          "value_\(index)", value: InfraModel.Expression.call("jsonencode", [row.expression]).value, description: ""))
    }
    let declared = DeclaredStack(stack)
    let expected = expressions(in: &stack).map(\.json)

    try withTemporaryDirectory { directory in
      let terraform = try BuiltinTerraform(declared, below: directory)
      let outputs = try plannedOutputs(of: terraform)
      for (index, json) in expected.enumerated() { #expect(outputs["value_\(index)"] == json, "\(index)") }
    }
  }

  @Test(.ifTheMachineCan) func variablesOfEveryTypeAreTakenAndValidated() throws {
    var stack = StackBuilder()
    let settings = stack.add(
      RawVariable(
        "settings",
        .map(
          .object([
            "size": .number, "name": .optional(.string, default: #"a "${b}""#), "tags": .optional(.set(.string)),
          ])),
        default: .map(["x": .map(["size": 3])]), description: "Settings by name",
        validations: [
          CustomCondition(
            .call("alltrue", [.raw("[for setting in values(var.settings) : setting.size > 0]")]),
            otherwise: "every size is positive")
        ]))
    let words = stack.add(
      RawVariable("words", .tuple([.string, .list(.bool)]), description: "A word and flags", isNullable: false))
    stack.add(Output("name", value: settings["x"].member("name").value, description: ""))
    stack.add(Output("word", value: words[0].value, description: ""))
    let declared = DeclaredStack(stack)

    try withTemporaryDirectory { directory in
      let terraform = try BuiltinTerraform(declared, below: directory)
      let outputs = try plannedOutputs(of: terraform, "-var", #"words=["yes", [true, false]]"#)
      #expect(outputs == ["name": #"a "${b}""#, "word": "yes"])
      #expect(throws: BuiltinTerraform.Failure.self) { try terraform.run("plan", "-no-color", "-input=false") }
      #expect(throws: BuiltinTerraform.Failure.self) {
        try terraform.run(
          "plan", "-no-color", "-var", #"words=["a", []]"#, "-var", "settings={x={size=-1}}")
      }
    }
  }

  @Test(.ifTheMachineCan) func moduleIsCalledOnceForEachMemberAndItsOutputsAreRead() throws {
    var stack = StackBuilder()
    let greetings = stack.add(forEach: .map(["a": "Ada", "b": "Bob"])) { each in
      ModuleCall("greeting", from: .directory("./greeting"), ["name": each.value.value])
    }
    stack.add(Output("ada", value: greetings["a"].member("text").value, description: ""))
    stack.add(
      Output("all", value: InfraModel.Expression.call("join", [", ", greetings.all("text")]).value, description: ""))

    try withTemporaryDirectory { directory in
      let terraform = try BuiltinTerraform(DeclaredStack(stack), below: directory)
      let module = terraform.directory.appending(path: "greeting", directoryHint: .isDirectory)
      try FileManager.default.createDirectory(at: module, withIntermediateDirectories: true)
      try Data(
        #"{"variable": {"name": {"type": "string"}}, "output": {"text": {"value": "Hello ${var.name}"}}}"#.utf8
      ).write(to: module.appending(path: "main.tf.json"))
      let outputs = try plannedOutputs(of: terraform)
      #expect(outputs == ["ada": "Hello Ada", "all": "Hello Ada, Hello Bob"])
    }
  }

  @Test(.ifTheMachineCan, arguments: [false, true]) func conditionsOfResourcesAreChecked(isPostcondition: Bool) throws {
    func stack(_ least: Int) -> DeclaredStack {
      var stack = StackBuilder()
      let size = stack.add(RawVariable("size", .number, default: 3, description: "How many"))
      let value = isPostcondition ? InfraModel.Expression.named(.itself).member("input") : size
      let condition = CustomCondition(
        .binary(value, .atLeast, InfraModel.Expression(least)), otherwise: "too little")
      let lifecycle =
        isPostcondition ? Lifecycle(postconditions: [condition]) : Lifecycle(preconditions: [condition])
      stack.add(RawResource("terraform_data", "three", ["input": 3]), lifecycle: lifecycle)
      return DeclaredStack(stack)
    }
    try withTemporaryDirectory { directory in
      let holds = try BuiltinTerraform(stack(3), below: directory)
      try holds.run("init", "-no-color")
      try holds.run("plan", "-no-color")
    }
    try withTemporaryDirectory { directory in
      let fails = try BuiltinTerraform(stack(4), below: directory)
      try fails.run("init", "-no-color")
      #expect(throws: BuiltinTerraform.Failure.self) { try fails.run("plan", "-no-color") }
    }
  }

  @Test(.ifTheMachineCan) func dataSourceOfAnyTypeIsRead() throws {
    var stack = StackBuilder()
    let state = stack.add(
      RawDataSource(
        "terraform_remote_state", "other", ["backend": "local", "config": .map(["path": "other.tfstate"])]))
    stack.add(Output("word", state.attribute("outputs.word"), description: ""))

    try withTemporaryDirectory { directory in
      let terraform = try BuiltinTerraform(DeclaredStack(stack), below: directory)
      try Data(
        """
        {"version": 4, "terraform_version": "1.6.0", "serial": 1, "lineage": "1b1a1a1a-0000-0000-0000-000000000000",
         "outputs": {"word": {"value": "hello", "type": "string"}}, "resources": []}
        """.utf8
      ).write(to: terraform.directory.appending(path: "other.tfstate"))
      #expect(try plannedOutputs(of: terraform) == ["word": "hello"])
    }
  }

  /// The outputs of a plan, by their names.
  private func plannedOutputs(of terraform: BuiltinTerraform, _ options: String...) throws -> [String: String] {
    try terraform.run("init", "-no-color")
    try terraform.run(["plan", "-no-color", "-out=plan"] + options)
    let plan = try JSON(reading: Array(try terraform.run("show", "-json", "plan")))
    return (plan["planned_values"]?["outputs"]?.members ?? [:]).compactMapValues { $0["value"]?.string }
  }
}

/// Expressions, with what each comes to as JSON.
private func expressions(in stack: inout StackBuilder) -> [(expression: InfraModel.Expression, json: String)] {
  let numbers: InfraModel.Expression = .literal(.list([1, 2, 3]))
  let teams: InfraModel.Expression = .literal(.map(["red": "Ann", "blue": "Bo ${x}"]))
  let people: InfraModel.Expression = .literal(
    .list([.map(["name": "Ann", "age": 30]), .map(["name": "Bo", "age": 20])]))
  return [
    (1 + 2 * 3, "7"),
    ((1 + 2) * 3, "9"),
    (7 - 2 - 1, "4"),
    (InfraModel.Expression(7) / 2, "3.5"),
    (7 % 4, "3"),
    (-InfraModel.Expression(3) + 1, "-2"),
    (!InfraModel.Expression(true), "false"),
    (.binary(!(.binary(1, .less, 2)), .or, true), "true"),
    (numbers[1], "2"),
    (teams["red"], #""Ann""#),
    (teams["blue"], #""Bo ${x}""#),
    (people[0].member("name"), #""Ann""#),
    (people.all("age"), "[30,20]"),
    (.index(people.all("name"), 1), #""Bo""#),
    (.list(for: "n", in: numbers) { $0 * 10 }, "[10,20,30]"),
    (
      .list(for: "n", in: numbers) {
        $0
      } where: {
        .binary($0, .greater, 1)
      }, "[2,3]"
    ),
    (
      .map(for: ("team", "person"), in: teams) { (key: .call("upper", [$0]), value: .call("length", [$1])) },
      #"{"BLUE":7,"RED":3}"#
    ),
    (
      .map(for: ("place", "person"), in: people, groups: true) { _, person in
        (
          key: .conditional(.binary(person.member("age"), .greater, 25), then: "old", else: "young"),
          value: person.member("name")
        )
      },
      #"{"old":["Ann"],"young":["Bo"]}"#
    ),
    (.list(for: "a", in: numbers) { a in .list(for: "b", in: numbers) { a * $0 }[2] }, "[3,6,9]"),
    (.raw(#"[for n in [1, 2] : "n${n}" if n != 1]"#), #"["n2"]"#),
    (.raw(#"{for k, v in {a = 1} : k => "%{if v > 0}yes%{else}no%{endif}"}"#), #"{"a":"yes"}"#),
    (.raw("true ? 1 : 2"), "1"),
    (.raw("[\n  1,\n  2 # two\n]"), "[1,2]"),
    (.raw("1 + 1") * 2, "4"),
    (.named(.workspace), #""default""#),
    (.call("basename", [.named(.modulePath)]), #"".""#),
  ]
}
