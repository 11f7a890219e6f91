import TerraformModel

extension DeclaredWaiver {
  /// The engine's finding about a faulty waiver; `nil` for one that holds.
  ///
  /// `program`: The command that runs the program that lists rules.
  func finding(for program: String) -> Finding? {
    guard case .faulty(let fault) = state else { return nil }
    let subject = location == nil ? "on '\(declaration.address)'" : "on the component of '\(declaration.address)'"
    return Finding(
      of: fault.rule, on: declaration, at: location, fault.message(about: waiver, subject),
      fix: fault.fix(waiver, program), subject: waiver.rule.rawValue)
  }
}

extension WaiverFault {
  fileprivate var rule: RuleDescription {
    switch self {
    case .malformed: .waiverMalformed
    case .refused: .waiverRefused
    case .expired: .waiverExpired
    case .tooLong: .waiverTooLong
    case .unused, .unknownRule: .waiverUnused
    }
  }

  fileprivate func message(about waiver: Waiver, _ place: String) -> String {
    let subject = "the waiver of '\(waiver.rule)' \(place)"
    let owned = "\(subject), owned by '\(waiver.owner)' until '\(waiver.until)',"
    return switch self {
    case .malformed(let fault): "\(subject) \(fault), so it waives nothing"
    case .refused: "\(owned) waives nothing: that rule cannot be waived"
    case .expired: "\(owned) has expired"
    case .tooLong(let days, let limit):
      "\(owned) ends \(days) \(days == 1 ? "day" : "days") later than the \(limit) that a waiver may last"
    case .unused: "\(owned) waives nothing: the rule has no findings here"
    case .unknownRule: "\(owned) waives nothing: there is no such rule"
    }
  }

  fileprivate func fix(_ waiver: Waiver, _ program: String) -> String {
    switch self {
    case .malformed: "write `Waiver(\"\(waiver.rule)\", reason: \"…\", owner: \"…\", until: \"yyyy-mm-dd\")`"
    case .refused: "remove the waiver, and fix what '\(waiver.rule)' reports"
    case .expired: "fix what it waives and remove the waiver, or have '\(waiver.owner)' renew it"
    case .tooLong: "set `until:` to an earlier day, and review the waiver then"
    case .unused: "remove the waiver"
    case .unknownRule: "remove the waiver, or correct the rule's name; `\(program) rules` lists them"
    }
  }
}
