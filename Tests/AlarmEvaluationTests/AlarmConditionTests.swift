import AlarmEvaluation
import Testing

@Suite struct AlarmConditionTests {
  private let states: [String: AlarmState] = ["a": .alarm, "b": .ok, "c": .insufficientData]

  /// The first examples are AWS's: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-combining.html
  @Test("A condition holds or not")
  func conditions() {
    let inAlarm = { (name: String) in AlarmCondition.state(.alarm, of: name) }
    #expect(!AlarmCondition.all([inAlarm("a"), inAlarm("b")]).holds(for: states))
    #expect(AlarmCondition.all([inAlarm("a"), .not(inAlarm("b"))]).holds(for: states))
    #expect(AlarmCondition.all([.any([inAlarm("a"), inAlarm("b")]), .state(.ok, of: "b")]).holds(for: states))
    #expect(AlarmCondition.state(.insufficientData, of: "c").holds(for: states))
    #expect(!AlarmCondition.state(.ok, of: "c").holds(for: states))
    #expect(AlarmCondition.constant(true).holds(for: [:]))
    #expect(AlarmCondition.all([]).holds(for: [:]))
    #expect(!AlarmCondition.any([]).holds(for: [:]))
  }

  @Test("AT_LEAST counts alarms, or their share, in a state or in another")
  func atLeast() {
    let four: [String: AlarmState] = ["a": .alarm, "b": .alarm, "c": .ok, "d": .insufficientData]
    func holds(_ quantity: AlarmCondition.Quantity, _ state: AlarmState, negated: Bool = false) -> Bool {
      AlarmCondition.atLeast(quantity, state, negated: negated, of: ["a", "b", "c", "d"]).holds(for: four)
    }
    #expect(holds(.count(2), .alarm))
    #expect(!holds(.count(3), .alarm))
    #expect(holds(.count(2), .alarm, negated: true))
    #expect(!holds(.count(3), .alarm, negated: true))
    #expect(holds(.percent(50), .alarm))
    #expect(!holds(.percent(51), .alarm))
    #expect(holds(.percent(25), .ok))
    #expect(holds(.percent(75), .ok, negated: true))
  }

  @Test("A share that is no whole number of alarms needs the next one")
  func shareIsRoundedUp() {
    let condition = AlarmCondition.atLeast(.percent(50), .alarm, negated: false, of: ["a", "b", "c"])
    #expect(!condition.holds(for: ["a": .alarm]))
    #expect(condition.holds(for: ["a": .alarm, "b": .alarm]))
  }

  @Test("Uncertain states make uncertain outcomes, and no more than that")
  func uncertain() {
    let either = AlarmCondition.any([.state(.alarm, of: "a"), .state(.alarm, of: "b")])
    #expect(either.outcomes(for: ["a": [.alarm], "b": [.ok]]) == [.alarm])
    #expect(either.outcomes(for: ["a": [.ok], "b": [.ok, .insufficientData]]) == [.ok])
    #expect(either.outcomes(for: ["a": [.ok]]) == [.ok, .alarm])
    // One alarm is in one state, whatever it is.
    let tautology = AlarmCondition.any([.state(.alarm, of: "a"), .not(.state(.alarm, of: "a"))])
    #expect(tautology.outcomes(for: [:]) == [.alarm])
  }

  @Test("Many uncertain alarms are not tried out")
  func manyUncertain() {
    let names = (0..<100).map { "\($0)" }
    let all = AlarmCondition.all(names.map { .state(.alarm, of: $0) })
    #expect(all.outcomes(for: [:]) == [.ok, .alarm])
    #expect(all.outcomes(for: Dictionary(uniqueKeysWithValues: names.map { ($0, [.alarm]) })) == [.alarm])
    #expect(all.alarms == names)
  }
}
