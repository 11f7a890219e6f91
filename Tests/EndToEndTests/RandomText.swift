/// Text that is made to be misread: pieces of every language that it goes through on its way into Terraform and back.
struct RandomText {
  private var state: UInt64

  /// The same texts for the same seed.
  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> String {
    let count = below(10) == 0 ? 200 : 1 + below(8)
    return (0..<count).map { _ in piece() }.joined()
  }

  private mutating func piece() -> String {
    switch below(8) {
    case 0...3: RandomText.pieces[below(RandomText.pieces.count)]
    // A control character; NUL is none that JSON in Terraform can carry.
    case 4: String(UnicodeScalar(UInt8(1 + below(31))))
    case 5: RandomText.words[below(RandomText.words.count)]
    case 6: String(UnicodeScalar(UInt32(0x4e00 + below(0x5000))) ?? "x")
    default: String(UnicodeScalar(UInt8(0x20 + below(0x5f))))
    }
  }

  private mutating func below(_ bound: Int) -> Int {
    Int(word() % UInt64(bound))
  }

  /// SplitMix64.
  private mutating func word() -> UInt64 {
    state &+= 0x9e37_79b9_7f4a_7c15
    var word = state
    word = (word ^ (word >> 30)) &* 0xbf58_476d_1ce4_e5b9
    word = (word ^ (word >> 27)) &* 0x94d0_49bb_1331_11eb
    return word ^ (word >> 31)
  }

  private static let pieces = [
    "${", "%{", "$", "%", "$$", "%%", "$${", "%%{", "$$${", "{", "}", "~}", "${~", "\"", "\\", "\\\\", "\\u0041", "\\n",
    "\n", "\r", "\r%%{", "\r\n", "\t", "'", "`", "//", "/*", "#", "<<EOT\n", "\u{7f}", "\u{80}", "\u{2028}", "\u{feff}",
    "<",
    ">",
    "&", "[", "]", ":", ",",
  ]
  private static let words = [
    "${var.x}", "$${var.x}", "%{ if true }yes%{ endif }", "${\"a\"}", "true", "null", "1e5", "0x10", "é", "e\u{301}",
    "日本語", "👩‍👩‍👧", "{\"a\":\"${b}\"}", #"{"a":"{\"b\":\"\\\"${c}\\\"\"}"}"#, "</script>", " ", "  ", "aws_sns_topic.a.arn",
  ]
}
