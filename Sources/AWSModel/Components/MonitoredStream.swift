public import TerraformModel

/// The alarm that a Kinesis stream needs: on readers that are behind, whose records are lost after the retention period.
public struct MonitoredStream: Component {
  public var name: String
  /// `name` of the stream.
  public var streamName: Text
  /// How old the last record that was read may be.
  public var maxIteratorAge: Duration
  public var alerts: ARN<Topic>

  /// - Parameters:
  ///   - name: What the names of its alarms begin with.
  ///   - streamName: `name` of the stream.
  ///   - maxIteratorAge: Well below the retention period of the stream.
  ///   - alerts: The topic that the alarm notifies.
  public init(_ name: String, streamName: Text, maxIteratorAge: Duration, alerts: ARN<Topic>) {
    self.name = name
    self.streamName = streamName
    self.maxIteratorAge = maxIteratorAge
    self.alerts = alerts
  }

  public func declare(in stack: inout StackBuilder) {
    stack.add(
      MetricAlarm(
        "\(name)-iterator-age",
        when: neededMetric(
          "GetRecords.IteratorAgeMilliseconds", of: "aws_kinesis_stream", by: ["StreamName": streamName]), .maximum,
        threshold: .above(maxIteratorAge), evaluation: .once, missingData: .notBreaching, notify: [alerts],
        okActions: [alerts], description: "The readers of stream \(name) are behind"))
  }
}
