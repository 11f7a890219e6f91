import InfraModel

extension DocumentedFigure {
  static let mediaDownloader = options + deepDive + limits

  private static let options = [
    DocumentedFigure(
      .mediaDownloader, "Option 1: a thousand downloads, 5,000 traces", said: "~$0.03", bill(.tracesRecorded, 5_000),
      is: "$0.00, or $0.025 without the free tier",
      .wrong(
        "omits the free tier that it mentions, and counts a trace for each function; a download is one trace (T35)")),
    DocumentedFigure(
      .mediaDownloader, "Option 2: 3,000 traces", said: "~$0.02", bill(.tracesRecorded, 3_000),
      is: "$0.00, or $0.015 without the free tier", .wrong("the same (T35)")),
    DocumentedFigure(
      .mediaDownloader, "Option 3: 1,000 traces", said: "~$0.01", bill(.tracesRecorded, 1_000),
      is: "$0.00, or $0.005 without the free tier",
      .wrong("the first 100,000 are free, and the HTTP API it has records none (T1)")),
    DocumentedFigure(
      .mediaDownloader, "Option 4: 5 %, 250 traces", said: "~$0.002", bill(.tracesRecorded, 250),
      is: "$0.00, or $0.00125 without the free tier",
      .wrong(
        "they are within the free tier, and would be $0.001 rounded; at so few requests a rate of 5 % records all of them (T17)"
      )),
    DocumentedFigure(
      .mediaDownloader, "Option 4: traces of a thousand downloads a month, each one trace, at 5 %", said: "250",
      grouped(Sampling.standard.recorded(of: .perMonth(1_000))), is: "1,000",
      .wrong("the first request of each second is recorded at any rate (T17)")),
  ]

  private static let deepDive = [
    DocumentedFigure(
      .mediaDownloader, "A million traces recorded", said: "$5.00", list(.tracesRecorded, 1_000_000), is: "$5.00",
      .right),
    DocumentedFigure(
      .mediaDownloader, "A million traces retrieved or scanned", said: "$0.50", list(.tracesRead, 1_000_000),
      is: "$0.50", .right),
    DocumentedFigure(
      .mediaDownloader, "Traces recorded that are free", said: "100,000", grouped(Prices[.tracesRecorded].free),
      is: "100,000", .right),
    DocumentedFigure(
      .mediaDownloader, "A million traces stored beyond 30 days", said: "$1.00",
      Charge.allCases.contains { $0.rawValue == "traces-stored" } ? "a charge" : "no such charge",
      is: "no such charge", .wrong("X-Ray retains traces for 30 days, at no charge, and no longer (T5)")),
    DocumentedFigure(
      .mediaDownloader, "Option 1: 1,500 times 5, 7,500 traces", said: "$0", bill(.tracesRecorded, 1_500 * 5),
      is: "$0.00, or $0.0375 without the free tier",
      .rightBut("the 1,500 already are function invocations; the 300 requests are 300 traces (T35)")),
    DocumentedFigure(
      .mediaDownloader, "Option 1: 750 traces retrieved", said: "$0.0004", bill(.tracesRead, 750),
      is: "$0.00, or $0.000375 without the free tier", .wrong("the first million retrieved is free as well")),
    DocumentedFigure(
      .mediaDownloader, "Option 2: 1,500 times 3, 4,500 traces", said: "$0", bill(.tracesRecorded, 1_500 * 3),
      is: "$0.00, or $0.0225 without the free tier", .rightBut("3,000 above, and 300 by requests (T35)")),
    DocumentedFigure(
      .mediaDownloader, "Option 3: 300 traces", said: "$0", bill(.tracesRecorded, 300),
      is: "$0.00, or $0.0015 without the free tier", .rightBut("1,000 above, and none with an HTTP API (T1)")),
    DocumentedFigure(
      .mediaDownloader, "Option 4: 5 % of 7,500, 375 traces", said: "$0", bill(.tracesRecorded, 375),
      is: "$0.00, or $0.001875 without the free tier", .rightBut("250 above, and all 300 recorded (T17)")),
  ]

  private static let limits = [
    DocumentedFigure(
      .mediaDownloader, "Downloads a month that use up the free traces, with five traces for each", said: "~3,300",
      grouped(Prices[.tracesRecorded].free / 5), is: "20,000",
      .wrong("3,300 would need 30 traces for a download; it is one day's share of 100,000 traces in 30 days (T34)")),
    DocumentedFigure(
      .mediaDownloader, "The same with one trace for each, which is correct", said: "~3,300",
      grouped(Prices[.tracesRecorded].free), is: "100,000",
      .wrong("functions that propagate a trace do not start another (T35)")
    ),
    DocumentedFigure(
      .mediaDownloader, "Traces until an alarm at $5 fires", said: "more than expected",
      grouped(Prices[.tracesRecorded].amount(for: .dollars(5))), is: "1,100,000",
      .rightBut("only if it reads the charges of X-Ray and not of the account")),
  ]
}
