import InfraModel
import Testing

@Suite struct CompositeRuleTests {
  @Test(arguments: validRules)
  func ruleOfCloudWatchIsRead(_ text: String) throws {
    _ = try CompositeRule(parsing: text)
  }

  @Test(arguments: invalidRules)
  func ruleThatCloudWatchRefusesIsRefused(_ text: String, found: String?, hint: String) {
    let error = #expect(throws: SyntaxError.self) { try CompositeRule(parsing: text) }
    #expect(error?.found == found, "\(error?.description ?? "")")
    #expect(error?.fix.contains(hint) == true, "\(error?.fix ?? "")")
  }

  @Test func andBindsCloserThanOr() throws {
    #expect(
      try CompositeRule(parsing: #"ALARM("a b") OR OK(c) AND NOT FALSE"#)
        == .any([.state(.alarm, of: "a b"), .all([.state(.ok, of: "c"), .not(.constant(false))])]))
  }

  @Test("AT_LEAST asks for a state, or for any other")
  func atLeast() throws {
    #expect(
      try CompositeRule(parsing: "AT_LEAST(2, NOT OK, (a, b)) AND AT_LEAST(50%, ALARM, (c))")
        == .all([
          .atLeast("2", .ok, isNegated: true, of: ["a", "b"]), .atLeast("50%", .alarm, isNegated: false, of: ["c"]),
        ]))
  }

  @Test func whatTheTypeWritesIsRead() throws {
    let rule = AlarmRule.all([.inAlarm("a"), .not(.any([.isOK("b"), .lacksData("c")])), .any([])])
    #expect(try CompositeRule(parsing: rule.text.literal ?? "").alarms == ["a", "b", "c"])
  }

  @Test func noTextMakesItCrash() {
    expectNoCrash(mutating: validRules) { _ = try? CompositeRule(parsing: $0) }
  }
}

private let validRules = [
  "TRUE", #"ALARM("a")"#, "ALARM(CPUTooHigh) AND OK(DiskTooHigh)", "NOT (OK(a) OR INSUFFICIENT_DATA(b))",
  #"ALARM("arn:aws:cloudwatch:us-east-1:123456789012:alarm:a b") OR NOT ALARM(c)"#, "NOT NOT FALSE",
  "AT_LEAST(2, ALARM, (a, b, c))", "AT_LEAST(50%, OK, (a, \"b c\"))",
]

private let invalidRules: [(String, found: String?, hint: String)] = [
  ("", nil, "ALARM"),
  ("ALARM(a) &&  OK(b)", "&&", "`AND`"),
  ("ALARM(a) || OK(b)", "||", "`OR`"),
  ("ALARM(a) and OK(b)", "and", "`AND`"),
  ("ALARM(a), OK(b)", ",", "`AND` or `OR`"),
  ("ALARM(a) AND", nil, "ALARM"),
  ("ALRAM(a)", "ALRAM", "`ALARM`"),
  ("alarm(a)", "alarm", "`ALARM`"),
  ("!ALARM(a)", "!", "`NOT`"),
  ("my-alarm", "my", "which state"),
  ("ALARM(my alarm)", "alarm", "double quotes"),
  ("ALARM('a')", "'", "double quotes"),
  ("ALARM()", ")", "the name"),
  ("(ALARM(a) OR OK(b)", nil, "`)`"),
  ("ALARM a", "a", "ALARM(\"name\")"),
]
