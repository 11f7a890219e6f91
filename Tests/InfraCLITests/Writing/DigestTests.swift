import Testing

@testable import InfraCLI

@Suite struct DigestTests {
  /// By `xxhsum -H64`. The lengths are those at which the algorithm goes another way.
  @Test(arguments: [
    (0, "ef46db3751d8e999"), (1, "8a4127811b21e730"), (3, "b6e6c910c2fd373a"), (4, "22eda2cf6af4c124"),
    (7, "34084d91a233a751"), (8, "c6f1803a5e0b3222"), (31, "6ab1c40e29f50073"), (32, "5a0756fbe9ecd3d1"),
    (33, "dc50cdc37bb9c183"), (63, "10dd94885c71894a"), (100, "d248bfc5208b0b16"), (4_099, "322144df5662eadb"),
  ])
  func digestIsXXH64(_ count: Int, _ expected: String) {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7 + 1) }
    #expect(digest(of: bytes) == expected)
  }
}
