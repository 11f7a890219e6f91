import InfraModel
import Testing

@testable import AWSModel
@testable import TerraformModel

@Suite struct WholeNumberTests {
  @Test(arguments: [
    (0.0, 0), (1.5, 2), (-1.5, -2), (1e15, 1_000_000_000_000_000), (0x1p63, Int.max), (1e300, .max), (.infinity, .max),
    (-0x1p63, .min), (-1e300, .min), (-.infinity, .min), (.nan, 0), (0x1p63 - 1_024, 9_223_372_036_854_774_784),
  ])
  func anyNumberHasANearest(_ number: Double, _ nearest: Int) {
    #expect(Int(nearest: number) == nearest)
  }

  @Test func numbersThatNothingTakesAreUnread() throws {
    #expect(try Int(reading: .integer(1 << 53)) == 1 << 53)
    for value in [Value.integer(1 << 53 + 1), .integer(.min), .number(1e17), .text("9223372036854775807")] {
      #expect(throws: DecodingFailure.Reason.self) { try Int(reading: value) }
    }
  }

  /// Found by fuzzing: a `Double` beyond `Int` for a count of days.
  @Test(arguments: [1e300, -1e300, 9.3e18, -0x1p70, 30.5])
  func retentionMayBeAnyNumber(_ days: Double) throws {
    let retention = ArgumentRequirements.of("aws_cloudwatch_log_group")?.limited.first {
      $0.name == "retention_in_days"
    }
    let limit = try #require(retention?.limits.first)
    let stack = DeclaredStack(StackIdentity(stack: "a", environment: "b"), region: .usEast1, planned: [])
    #expect(limit.limit.fault(of: .number(days), in: stack) != nil)
    #expect(limit.limit.fault(of: .number(30), in: stack) == nil)
  }
}
