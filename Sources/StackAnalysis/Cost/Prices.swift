/// AWS's list prices in us-east-1. Other regions ask up to a quarter more for some of it.
///
/// This file is the one place to change when AWS changes a price: the number, its source, and `day`. Volume discounts are
/// left out, for they begin at ten thousand custom metrics and ten terabytes of logs.
public enum Prices {
  /// When they were looked at last, `yyyy-mm-dd`.
  public static let day = "2026-11-21"

  public static subscript(charge: Charge) -> Price {
    switch charge {
    case .tracesRecorded: Price(billionths: 5 * dollar, per: million, free: 100_000, source: xray)
    case .tracesRead: Price(billionths: dollar / 2, per: million, free: million, source: xray)
    case .traceInsights: Price(billionths: dollar, per: million, source: xray)
    // Ten metrics in alarms are free. Alarms on math and anomalies are standard alarms by the metrics they read, so only
    // this line has them; an estimate counts the free ones once.
    case .standardAlarms: Price(billionths: dollar / 10, per: 1, free: 10, source: cloudWatch)
    case .metricMathAlarms, .anomalyAlarms: Price(billionths: dollar / 10, per: 1, source: cloudWatch)
    case .highResolutionAlarms: Price(billionths: 3 * dollar / 10, per: 1, source: cloudWatch)
    case .compositeAlarms: Price(billionths: dollar / 2, per: 1, source: cloudWatch)
    // Three that show fifty metrics each.
    case .dashboards: Price(billionths: 3 * dollar, per: 1, free: 3, source: cloudWatch)
    case .customMetrics: Price(billionths: 3 * dollar / 10, per: 1, free: 10, source: cloudWatch)
    case .metricRequests: Price(billionths: dollar / 100, per: 1_000, free: million, source: cloudWatch)
    // Five gigabytes taken in, kept and queried together are free; an estimate gives them to what is taken in.
    case .logsIngested: Price(billionths: dollar / 2, per: gigabyte, free: 5 * gigabyte, source: cloudWatch)
    case .logsStored: Price(billionths: 3 * dollar / 100, per: gigabyte, source: cloudWatch)
    case .logsQueried: Price(billionths: 5 * dollar / 1_000, per: gigabyte, source: cloudWatch)
    case .browserEvents: Price(billionths: dollar, per: 100_000, source: cloudWatch)
    case .functionRequests: Price(billionths: dollar / 5, per: million, free: million, source: lambda)
    // 0.0000166667 dollars for a gigabyte-second on x86_64; 400,000 of them are free.
    case .functionTime: Price(billionths: 166_667, per: 10_240, free: 400_000 * 1_024, source: lambda)
    case .restRequests: Price(billionths: 7 * dollar / 2, per: million, source: apiGateway)
    case .httpRequests: Price(billionths: dollar, per: million, source: apiGateway)
    case .customEvents: Price(billionths: dollar, per: million, source: eventBridge)
    }
  }

  private static let dollar = 1_000_000_000
  private static let million = 1_000_000
  private static let gigabyte = 1_000_000_000

  private static let xray = "https://aws.amazon.com/xray/pricing/"
  private static let cloudWatch = "https://aws.amazon.com/cloudwatch/pricing/"
  private static let lambda = "https://aws.amazon.com/lambda/pricing/"
  private static let apiGateway = "https://aws.amazon.com/api-gateway/pricing/"
  private static let eventBridge = "https://aws.amazon.com/eventbridge/pricing/"
}
