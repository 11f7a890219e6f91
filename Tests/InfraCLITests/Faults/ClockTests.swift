import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// A clock that is wrong makes no run fail, and changes no byte.
@Suite(.enabled(if: FaultLibrary.isThere, "needs clang and a loader with LD_PRELOAD")) struct ClockTests {
  @Test(arguments: [0, 1, -1, 951_782_400, 4_102_444_800, 253_402_300_799, 253_402_300_800, 1 << 40])
  func anyTimeWillDo(_ seconds: Int) throws {
    let library = try #require(FaultLibrary.path)
    try withFolder { folder in
      let clock = ShopProcess(environment: ["LD_PRELOAD": library, "FAULT_TIME": "\(seconds)", "RULES": "standard"])
      // The standard rules have something to say, and what they say is no crash.
      let checked = try clock.run(["check"])
      #expect(!checked.isKilled && [0, 1].contains(checked.code), "\(checked.log)")
      let plain = ShopProcess(environment: ["LD_PRELOAD": library, "FAULT_TIME": "\(seconds)"])
      #expect(try plain.run(["synth", "--out", "\(folder)/out"], .after).code == 0)
      #expect(try contents(of: folder) == ShopProcess.contents(.after))
    }
  }
}
