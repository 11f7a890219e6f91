import Foundation
import InfraModel
import TFEmit
import Testing

/// What the real terraform makes of `moved` and `removed`, beside what the rule says of it.
@Suite struct StateChangeTests {
  /// Whichever of its names a resource was applied under.
  @Test(.ifTheMachineCan, arguments: ["first", "second", "third"])
  func renamedTwiceIsMovedFromEitherName(_ name: String) throws {
    try withTemporaryDirectory { directory in
      try apply(below: directory) { $0.add(TerraformData(name, remembering: "x")) }
      let stack = declared {
        $0.add(TerraformData("third", remembering: "x").renamed(from: "second").renamed(from: "first"))
      }
      #expect(found(in: stack).isEmpty)
      let terraform = try BuiltinTerraform(stack, below: directory)
      try terraform.run("plan", "-no-color", "-out=plan")
      let plan = try JSON(reading: Array(try terraform.run("show", "-json", "plan")))
      let changes = try #require(plan["resource_changes"]?.array)
      #expect(changes.map { $0["address"]?.string } == ["terraform_data.third"])
      #expect(changes[0]["change"]?["actions"] == .array([.string("no-op")]))
      #expect(changes[0]["previous_address"]?.string == (name == "third" ? nil : "terraform_data.\(name)"))
    }
  }

  @Test(.ifTheMachineCan) func whatTheRuleRefusesTerraformRefuses() throws {
    let (first, second) = (
      Address(type: "terraform_data", name: "first"), Address(type: "terraform_data", name: "second")
    )
    let refused: [@Sendable (inout StackBuilder) -> Void] = [
      { stack in
        stack.add(TerraformData("first", remembering: "y").renamed(from: "second"))
        stack.add(TerraformData("second", remembering: "x").renamed(from: "first"))
      },
      { stack in
        stack.add(TerraformData("third", remembering: "x").renamed(from: "first"))
        stack.add(TerraformData("first", remembering: "z"))
      },
      { stack in
        stack.add(TerraformData("second", remembering: "x").renamed(from: "first"))
        stack.add(TerraformData("third", remembering: "y").renamed(from: "second"))
      },
      { $0.add(TerraformData("first", remembering: "x").renamed(from: "first")) },
      { stack in
        stack.add(TerraformData("third", remembering: "x").renamed(from: "first"))
        stack.add(TerraformData("fourth", remembering: "x").renamed(from: "first"))
      },
      { stack in
        let third = stack.add(TerraformData("third", remembering: "x").renamed(from: "first"))
        stack.add(StateChange.moved(from: second, to: third.address))
      },
      { stack in
        stack.add(TerraformData("first", remembering: "x"))
        stack.add(StateChange.removed(first))
      },
    ]
    try withTemporaryDirectory { directory in
      try apply(below: directory) { stack in
        stack.add(TerraformData("first", remembering: "x"))
        stack.add(TerraformData("second", remembering: "y"))
      }
      for (index, declare) in refused.enumerated() {
        let stack = declared(declare)
        #expect(!found(in: stack).isEmpty, "\(index)")
        let terraform = try BuiltinTerraform(stack, below: directory)
        try terraform.run("validate", "-no-color")
        #expect(throws: BuiltinTerraform.Failure.self, "\(index)") { try terraform.run("plan", "-no-color") }
      }
    }
  }

  @Test(.ifTheMachineCan, arguments: [IgnoredChanges.all, ["all"], ["input"], []])
  func terraformTakesIgnoredChanges(_ ignored: IgnoredChanges) throws {
    try withTemporaryDirectory { directory in
      let lifecycle = Lifecycle(createBeforeDestroy: true, ignoreChanges: ignored)
      let stack = declared { $0.add(RawResource("terraform_data", "a", ["input": "x"], lifecycle: lifecycle)) }
      let terraform = try BuiltinTerraform(stack, below: directory)
      try terraform.run("init", "-no-color")
      try terraform.run("validate", "-no-color")
    }
  }

  private func declared(_ declare: (inout StackBuilder) -> Void) -> DeclaredStack {
    var stack = StackBuilder()
    declare(&stack)
    return DeclaredStack(stack)
  }

  private func apply(below directory: URL, _ declare: (inout StackBuilder) -> Void) throws {
    let terraform = try BuiltinTerraform(declared(declare), below: directory)
    try terraform.run("init", "-no-color")
    try terraform.run("apply", "-no-color", "-auto-approve")
  }

  private func found(in stack: DeclaredStack) -> [Finding] {
    Policy(today: "2026-11-21").report(on: stack).findings.filter { $0.rule == .movedBlockValid }
  }
}
