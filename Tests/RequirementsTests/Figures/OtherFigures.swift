import InfraModel

extension DocumentedFigure {
  static let interviewCompanion = [
    DocumentedFigure(
      .interviewCompanion, "A million traces recorded", said: "$5.00", list(.tracesRecorded, 1_000_000), is: "$5.00",
      .right),
    DocumentedFigure(
      .interviewCompanion, "A million traces retrieved, or scanned", said: "$0.50", list(.tracesRead, 1_000_000),
      is: "$0.50", .right),
    DocumentedFigure(
      .interviewCompanion, "Traces recorded that are free", said: "100,000", grouped(Prices[.tracesRecorded].free),
      is: "100,000", .rightBut("they are free once for each account, not for each stack")),
    DocumentedFigure(
      .interviewCompanion, "Traces retrieved and scanned that are free", said: "1,000,000",
      grouped(Prices[.tracesRead].free), is: "1,000,000", .right),
    DocumentedFigure(
      .interviewCompanion, "One user: 180 traces", said: "$0.00", bill(.tracesRecorded, 40 + 40 + 100),
      is: "$0.00, or $0.0009 without the free tier",
      .rightBut("a sign-in and its profile request are one trace, so there are 140 (T35)")),
    DocumentedFigure(
      .interviewCompanion, "A hundred users: 18,000 traces", said: "$0.00", bill(.tracesRecorded, 18_000),
      is: "$0.00, or $0.09 without the free tier", .rightBut("14,000 by the same count (T35)")),
    DocumentedFigure(
      .interviewCompanion, "A thousand users: 340,000 traces, 240,000 of them billed", said: "$1.20",
      bill(.tracesRecorded, 40_000 + 200_000 + 100_000), is: "$1.20, or $1.70 without the free tier",
      .rightBut("this omits profiles, which the row above counts; omitting them is correct (T35)")),
    DocumentedFigure(
      .interviewCompanion, "What a rate of 5 % saves at one request a second, at ten, and at a hundred", said: "95 %",
      [1.0, 10, 100].map { share(1 - Sampling.standard.effectiveRate(of: .perSecond($0))) }.joined(separator: ", "),
      is: "34.95 %, 85.50 %, 94.05 %",
      .wrong("the first request of each second is recorded in addition; requests arrive at random (T17)")),
  ]

  static let legoAPI = [
    DocumentedFigure(
      .legoAPI, "A million traces recorded", said: "$5", list(.tracesRecorded, 1_000_000), is: "$5.00",
      .rightBut("the first 100,000 are free")),
    DocumentedFigure(
      .legoAPI, "A million traces retrieved", said: "$0.50", list(.tracesRead, 1_000_000), is: "$0.50",
      .rightBut("scanned traces cost the same, and the first million of both is free")),
    DocumentedFigure(
      .legoAPI, "What is recorded with a rate of 10 % at one request a second, and at ten", said: "10 %",
      [1.0, 10].map { share(Sampling(reservoir: 1, rate: .percent(10)).effectiveRate(of: .perSecond($0))) }
        .joined(separator: ", "),
      is: "66.89 %, 19 %",
      .wrong("the reservoir of one a second comes first; requests arrive at random (T17)")),
  ]

  static let sentimentAnalyzer =
    [
      DocumentedFigure(
        .sentimentAnalyzer, "A million requests a month at 100 %, which is more than today's", said: "< $5",
        bill(.tracesRecorded, 1_000_000), is: "$4.50, or $5.00 without the free tier", .right),
      DocumentedFigure(
        .sentimentAnalyzer, "A hundred million requests a month at 100 %", said: "~$500",
        bill(.tracesRecorded, 100_000_000), is: "$499.50, or $500.00 without the free tier", .right),
      DocumentedFigure(
        .sentimentAnalyzer, "A million traces recorded", said: "$5", list(.tracesRecorded, 1_000_000), is: "$5.00",
        .right),
      DocumentedFigure(
        .sentimentAnalyzer, "A million traces retrieved or scanned", said: "$0.50", list(.tracesRead, 1_000_000),
        is: "$0.50", .right),
      DocumentedFigure(
        .sentimentAnalyzer, "Traces that are free, recorded and retrieved", said: "100,000 and 1,000,000",
        "\(grouped(Prices[.tracesRecorded].free)) and \(grouped(Prices[.tracesRead].free))",
        is: "100,000 and 1,000,000", .rightBut("the million covers retrieved and scanned traces together")),
    ]
    + [(10, "2,100,000"), (25, "5,100,000"), (50, "10,100,000")].map { dollars, traces in
      DocumentedFigure(
        .sentimentAnalyzer, "Traces until the alarm at $\(dollars) fires", said: "more than today's",
        grouped(Prices[.tracesRecorded].amount(for: .dollars(dollars))), is: traces, .right)
    }
}
