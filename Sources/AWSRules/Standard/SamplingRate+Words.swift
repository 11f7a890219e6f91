import AWSModel

extension SamplingRate {
  /// `50 %`
  var percent: String { "\(number) %" }

  /// `.percent(50)`, as a stack declares it.
  var swift: String { fraction == 1 ? ".everything" : ".percent(\(number))" }

  private var number: String {
    // A tenth of a per cent is fine enough.
    let tenths = Int((fraction * 1_000).rounded())
    return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
  }
}
