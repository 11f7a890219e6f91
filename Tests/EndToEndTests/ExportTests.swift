import Foundation
import InfraModel
import TFEmit
import Testing

/// What one stack exports, another one reads, with the real terraform in between.
@Suite struct ExportTests {
  @Test(.ifTheMachineCan) func secondStackReadsWhatTheFirstExported() throws {
    try withTemporaryDirectory { directory in
      let stacks = [DeclaredStack(Reader(environment: .prod)), DeclaredStack(Writer(environment: .prod))].inApplyOrder
      #expect(stacks.map(\.identity.stack) == ["writer", "reader"])
      for stack in stacks {
        let terraform = try BuiltinTerraform(stack, below: directory)
        try terraform.run("init", "-no-color")
        try terraform.run("apply", "-no-color", "-auto-approve")
        if stack.identity.stack == "reader" {
          let outputs = try JSON(reading: Array(try terraform.run("output", "-json")))
          #expect(outputs["read"]?["value"]?.string == "arn:aws:sns:us-east-1:123456789012:${literal} alerts")
        }
      }
    }
  }

  /// Read first, there is nothing to be read: the order is no decoration.
  @Test(.ifTheMachineCan) func firstStackHasToBeFirst() throws {
    try withTemporaryDirectory { directory in
      let terraform = try BuiltinTerraform(DeclaredStack(Reader(environment: .prod)), below: directory)
      try terraform.run("init", "-no-color")
      #expect(throws: BuiltinTerraform.Failure.self) { try terraform.run("plan", "-no-color") }
    }
  }
}

private enum Environment: String, StackEnvironment {
  case prod
  var isProduction: Bool { true }
}

private struct Writer: Stack {
  static let name = "writer"
  static let alerts = Exported<ARN<Topic>>("our-alerts", through: .remoteState, description: "Where alarms go")
  let environment: Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    let topic = stack.add(TerraformData("topic", remembering: "arn:aws:sns:us-east-1:123456789012:${literal} alerts"))
    stack.export(ARN(topic.attribute("output")), as: Self.alerts)
  }
}

private struct Reader: Stack {
  static let name = "reader"
  let environment: Environment
  var region: Region { .usEast1 }

  func declare(in stack: inout StackBuilder) {
    let alerts = stack.import(Writer.alerts, from: environment)
    stack.add(Output("read", alerts.text, description: "What the other stack exported"))
  }
}
