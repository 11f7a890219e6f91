import InfraModel
import Testing

@testable import TerraformModel

@Suite struct ArchiveTests {
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (String(repeating: "a", count: 64), "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
  ])
  func sha256IsTheStandards(_ message: String, _ digest: String) {
    let hex = sha256(Array(message.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    #expect(hex.joined() == digest)
  }

  @Test(arguments: [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")])
  func base64IsRFC4648(_ text: String, _ encoded: String) {
    #expect(base64(Array(text.utf8)) == encoded)
  }

  @Test func checksumIsThatOfZip() {
    #expect(crc32(Array("123456789".utf8)) == 0xcbf4_3926)
  }

  @Test func orderOfFilesDoesNotShow() {
    let a = GeneratedFile(path: "a.py", bytes: [1])
    let b = GeneratedFile(path: "b.py", bytes: [2])
    #expect(Archive("code", [a, b]).zipped == Archive("code", [b, a]).zipped)
  }
}
