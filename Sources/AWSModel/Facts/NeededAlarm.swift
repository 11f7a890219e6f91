/// An alarm that a resource needs, because a failure of it shows in one of a few metrics and nowhere else.
package struct NeededAlarm: Sendable {
  /// Metrics any one of which shows the failure.
  package let metrics: [ReadMetric]
  /// What fails or runs out without it, as a sentence without a full stop.
  package let why: String
  /// What the alarm is about, after `no alarm on`: `its unhealthy targets`.
  package let subject: String
  /// Which resources of the type need it.
  package let need: Need

  /// A metric, and on which side of its threshold an alarm on it has to fire.
  package struct ReadMetric: Sendable, Hashable {
    package let namespace: String
    package let name: String
    package let side: Side
  }

  package enum Side: Sendable {
    case high, low
  }

  package enum Need: Sendable {
    case always
    /// Those with the argument.
    case with(String)
    /// Those without any of the arguments.
    case unless(String, or: String)
    /// Those whose argument has one of these words, or, where the flag says so, is left out.
    case word(String, of: Set<String>, orAbsent: Bool)
  }

  /// - Parameters:
  ///   - high: Names of metrics whose high values show it, separated by spaces.
  ///   - low: Names of metrics whose low values show it, separated by spaces.
  init(
    _ subject: String, in namespace: String, high: String = "", low: String = "", need: Need = .always,
    because why: String
  ) {
    self.subject = subject
    self.why = why
    self.need = need
    metrics =
      high.split(separator: " ").map { ReadMetric(namespace: namespace, name: String($0), side: .high) }
      + low.split(separator: " ").map { ReadMetric(namespace: namespace, name: String($0), side: .low) }
  }

  /// Metrics of another namespace that show the same.
  func or(in namespace: String, high: String = "", low: String = "") -> NeededAlarm {
    NeededAlarm(
      subject: subject, why: why, need: need,
      metrics: metrics + NeededAlarm(subject, in: namespace, high: high, low: low, because: why).metrics)
  }

  private init(subject: String, why: String, need: Need, metrics: [ReadMetric]) {
    self.subject = subject
    self.why = why
    self.need = need
    self.metrics = metrics
  }
}
