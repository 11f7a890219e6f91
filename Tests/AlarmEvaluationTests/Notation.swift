import AlarmEvaluation

/// Datapoints in AWS's notation, oldest first: `0` within the threshold, `X` breaching, `-` missing.
func datapoints(_ notation: String) -> [Datapoint] {
  notation.split(separator: " ").map { word in
    switch word {
    case "X": .breaching
    case "0": .notBreaching
    default: .missing
    }
  }
}

func notation(_ datapoints: [Datapoint]) -> String {
  datapoints.map { datapoint in
    switch datapoint {
    case .breaching: "X"
    case .notBreaching: "0"
    case .missing: "-"
    }
  }.joined(separator: " ")
}

/// Numbers that look random and are the same each time.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }
}
