import Foundation
import Testing

/// The same stack gives the same bytes, wherever and by whomever it is run.
@Suite struct DeterminismTests {
  @Test(arguments: [
    ["LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"], ["LC_ALL": "C"], ["HOME": "/nowhere", "USER": "nobody"],
    ["TZ": "Pacific/Kiritimati"], ["ORDER": "reversed"], ["SWIFT_DETERMINISTIC_HASHING": "1"],
  ])
  func environmentAndOrderChangeNoByte(_ environment: [String: String]) throws {
    try withFolder { folder in
      let first = try ShopProcess().run(["synth", "--out", "\(folder)/a"], .after)
      let second = try ShopProcess(environment: environment).run(["synth", "--out", "\(folder)/b"], .after)
      #expect(first.code == 0 && second.code == 0)
      #expect(try contents(of: "\(folder)/a") == contents(of: "\(folder)/b"))
    }
  }

  @Test func workingDirectoryChangesNoByte() throws {
    try withFolder { folder in
      let first = try ShopProcess(workingDirectory: folder).run(["synth"], .after)
      let second = try ShopProcess(workingDirectory: "/usr").run(["synth", "--out", "\(folder)/b"], .after)
      #expect(first.code == 0 && second.code == 0)
      #expect(try contents(of: "\(folder)/out") == contents(of: "\(folder)/b"))
    }
  }
}
