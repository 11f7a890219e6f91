import Foundation
import InfraModel
import Testing

@testable import TFEmit

/// What rule pages show is read by the real terraform.
@Suite struct HCLTests {
  @Test("terraform fmt leaves every example of every rule page as it is", .ifTheMachineCan)
  func examplesAreFormatted() throws {
    try withTemporaryDirectory { directory in
      let terraform = try BuiltinTerraform(DeclaredStack(StackBuilder()), below: directory)
      let examples = PlannableExample.all
      #expect(examples.count > 300)
      for example in examples {
        try Data("\(hcl(of: example.stack))\n".utf8)
          .write(to: terraform.directory.appending(path: "\(example.name).tf"))
      }
      let changed = try terraform.run("fmt", "-check", "-diff", "-no-color")
      #expect(changed.isEmpty)
    }
  }
}
