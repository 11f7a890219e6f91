import InfraModel

/// A waiver's reason, owner and end date, for scripts.
func waiverMembers(_ waiver: Waiver) -> [String: Value] {
  ["reason": .literal(waiver.reason), "owner": .literal(waiver.owner), "until": .literal(waiver.until)]
}

extension DeclaredWaiver.State {
  /// One word, for tables and scripts.
  var name: String {
    switch self {
    case .holds: "holds"
    case .faulty(.malformed): "malformed"
    case .faulty(.refused): "refused"
    case .faulty(.expired): "expired"
    case .faulty(.tooLong): "too-long"
    case .faulty(.unused): "unused"
    case .faulty(.unknownRule): "unknown-rule"
    }
  }
}
