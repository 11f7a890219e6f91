import AlarmEvaluation
import Testing

/// The six examples of the guide, with a wait period of 2 and an extension period of 3 units of time.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/Create_Composite_Alarm_Suppression.html
@Suite struct ActionSuppressionTests {
  private func actions(
    composite: [(Int, AlarmState)], suppressor: [(Int, AlarmState)], wait: Int = 2, extending: Int = 3
  ) -> [StateChange] {
    ActionSuppression(waitPeriod: wait, extensionPeriod: extending).actions(
      composite: composite.map { StateChange(at: $0.0, to: $0.1) },
      suppressor: suppressor.map { StateChange(at: $0.0, to: $0.1) })
  }

  @Test("1: actions are taken after the wait period")
  func afterWaitPeriod() {
    #expect(actions(composite: [(2, .alarm)], suppressor: []) == [StateChange(at: 4, to: .alarm)])
  }

  @Test("2: the suppressor fires within the wait period")
  func suppressedWithinWaitPeriod() {
    #expect(actions(composite: [(2, .alarm)], suppressor: [(3, .alarm)]) == [])
  }

  @Test("3: a change of state starts the wait period anew")
  func changeWithinWaitPeriod() {
    #expect(actions(composite: [(2, .alarm), (3, .ok)], suppressor: []) == [StateChange(at: 5, to: .ok)])
  }

  @Test("4: the suppressor is in ALARM already")
  func suppressed() {
    #expect(actions(composite: [(2, .alarm)], suppressor: [(0, .alarm)]) == [])
  }

  @Test("5: actions are taken after the extension period")
  func afterExtensionPeriod() {
    #expect(
      actions(composite: [(2, .alarm)], suppressor: [(3, .alarm), (6, .ok)]) == [StateChange(at: 9, to: .alarm)])
  }

  @Test("6: a change of state within the extension period starts a wait period")
  func changeWithinExtensionPeriod() {
    #expect(
      actions(composite: [(2, .alarm), (7, .ok)], suppressor: [(3, .alarm), (6, .ok)])
        == [StateChange(at: 9, to: .ok)])
  }

  @Test("A suppressor that changes when the wait period ends is in time")
  func suppressorAtTheEnd() {
    #expect(actions(composite: [(2, .alarm)], suppressor: [(4, .alarm)]) == [])
    #expect(
      actions(composite: [(2, .alarm)], suppressor: [(5, .alarm)]) == [StateChange(at: 4, to: .alarm)])
  }

  @Test("The suppressor's insufficient data suppresses nothing")
  func insufficientData() {
    #expect(
      actions(composite: [(4, .alarm)], suppressor: [(1, .alarm), (2, .insufficientData)])
        == [StateChange(at: 6, to: .alarm)])
  }

  @Test("Nothing happens without a change of state")
  func withoutChange() {
    #expect(actions(composite: [], suppressor: [(1, .alarm), (5, .ok)]) == [])
    #expect(
      actions(composite: [(1, .alarm)], suppressor: [(10, .alarm), (20, .ok)]) == [StateChange(at: 3, to: .alarm)])
  }

  @Test("Without periods actions come at once, and nonsense does not crash")
  func withoutPeriods() {
    #expect(
      actions(composite: [(2, .alarm), (8, .ok)], suppressor: [], wait: 0, extending: 0)
        == [StateChange(at: 2, to: .alarm), StateChange(at: 8, to: .ok)])
    #expect(actions(composite: [(.max, .alarm)], suppressor: [], wait: .max).count == 1)
  }
}
