import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// The word that lets something be destroyed is for once.
@Suite struct DestructionTests {
  private let orders = Address(type: "aws_dynamodb_table", name: "orders")

  @Test func wordThatIsNeededIsNotWarnedOf() throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { declareShop(withTable: true, in: &$0) }
      let outcome = run(["synth", "--out", folder]) { declareShop(allowing: [orders], in: &$0) }
      #expect(outcome.code == .success)
      #expect(!outcome.log.contains("warning:"), "\(outcome.log)")
    }
  }

  @Test(arguments: [["synth"], ["synth", "--check"]])
  func wordThatLingersIsWarnedOfWhereItIsSaid(_ command: [String]) throws {
    try withFolder { folder in
      _ = run(["synth", "--out", folder]) { declareShop(withTable: true, in: &$0) }
      _ = run(["synth", "--out", folder]) { declareShop(allowing: [orders], in: &$0) }
      let outcome = run(command + ["--out", folder]) { declareShop(allowing: [orders], in: &$0) }
      #expect(outcome.code == .success)
      expectWarning(in: outcome)
      let without = run(command + ["--out", folder]) { declareShop(in: &$0) }
      #expect(!without.log.contains("warning:"), "\(without.log)")
    }
  }

  /// The table that it would let go next time.
  @Test func wordForWhatIsDeclaredIsWarnedOf() throws {
    try withFolder { folder in
      let outcome = run(["synth", "--out", folder]) { declareShop(withTable: true, allowing: [orders], in: &$0) }
      #expect(outcome.code == .success)
      expectWarning(in: outcome)
    }
  }

  /// One word is for all environments, and some may be behind.
  @Test func wordThatOneEnvironmentNeedsIsNotWarnedOf() throws {
    try withFolder { folder in
      func run(_ arguments: [String], withTable: Bool, allowing: [Address] = []) -> Outcome {
        Staged.$declared.withValue({ declareShop(withTable: withTable, allowing: allowing, in: &$0) }) {
          Program(stacks: [Staged.self], rules: [], today: "2026-11-21", workingDirectory: "/")
            .run(arguments + ["--out", folder])
        }
      }
      _ = run(["synth"], withTable: true)
      _ = run(["synth", "--env", "dev"], withTable: false, allowing: [orders])
      let both = run(["synth"], withTable: false, allowing: [orders])
      #expect(both.code == .success)
      #expect(!both.log.contains("warning:"), "\(both.log)")
      // With only some environments selected, the others may still need it.
      for arguments in [["synth", "--env", "dev"], ["synth", "--check", "--env", "dev"]] {
        let one = run(arguments, withTable: false, allowing: [orders])
        #expect(one.code == .success)
        #expect(!one.log.contains("warning:"), "\(one.log)")
      }
      #expect(run(["synth"], withTable: false, allowing: [orders]).log.contains("warning:"))
    }
  }

  private func expectWarning(in outcome: Outcome) {
    #expect(outcome.log.contains("DestructionTests.swift:"), "\(outcome.log)")
    #expect(
      outcome.log.contains(": warning: `allowDestruction` of 'aws_dynamodb_table.orders' no longer applies\n"),
      "\(outcome.log)")
    #expect(outcome.log.contains("    fix    delete this call of `allowDestruction(of:because:)`\n"))
  }
}

@Sendable private func declareShop(
  withTable: Bool = false, allowing: [Address] = [], in stack: inout StackBuilder
) {
  stack.add(Topic("alerts"))
  if withTable { stack.add(RawResource("aws_dynamodb_table", "orders", [:])) }
  for address in allowing { stack.allowDestruction(of: address, because: "moved to the ledger") }
}
