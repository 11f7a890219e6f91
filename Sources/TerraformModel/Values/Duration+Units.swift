extension Duration {
  /// So many minutes.
  public static func minutes(_ minutes: Int) -> Duration { seconds(minutes, times: 60) }

  /// So many hours.
  public static func hours(_ hours: Int) -> Duration { seconds(hours, times: 3_600) }

  /// So many days of 24 hours.
  public static func days(_ days: Int) -> Duration { seconds(days, times: 86_400) }

  /// The longest or shortest duration where a number is so large that it can only be a typing error.
  private static func seconds(_ count: Int, times unit: Int) -> Duration {
    let (seconds, overflows) = count.multipliedReportingOverflow(by: unit)
    return .seconds(overflows ? (count < 0 ? Int.min : .max) : seconds)
  }
}
