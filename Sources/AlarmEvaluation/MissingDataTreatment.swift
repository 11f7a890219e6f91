/// What an alarm makes of periods without data: `treat_missing_data`.
///
/// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-missing-data.html
public enum MissingDataTreatment: String, Hashable, Sendable, CaseIterable {
  /// Without any data the alarm goes to `INSUFFICIENT_DATA`. CloudWatch's default.
  case missing
  /// Without any data the alarm stays in its state.
  case ignore
  /// A period without data counts as breaching.
  case breaching
  /// A period without data counts as not breaching.
  case notBreaching
}
