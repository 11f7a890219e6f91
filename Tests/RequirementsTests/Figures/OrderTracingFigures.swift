import InfraModel
import Stacks

extension DocumentedFigure {
  /// Of the stack itself, with the load that it declares: a thousand orders a month.
  static let orderTracing: [DocumentedFigure] = [
    figure(
      "Lambda requests, of five functions", .functionRequests, said: "~$0.20", is: "$0.001",
      priceOf: "a million requests"),
    figure("API Gateway", .restRequests, said: "~$3.50", is: "$0.0035", priceOf: "a million requests"),
    figure("X-Ray", .tracesRecorded, said: "~$5.00", is: "$0.005", priceOf: "a million traces"),
    figure(
      "EventBridge, three events for each order", .customEvents, said: "~$1.00", is: "$0.003",
      priceOf: "a million events"),
    figure("CloudWatch Logs, 10 kB for each order", .logsIngested, said: "~$0.50", is: "$0.005", priceOf: "a gigabyte"),
    DocumentedFigure(
      .orderTracing, "Total, without the free tier", said: "~$10.20",
      charges.reduce(Dollars.zero) { $0 + cost(of: $1) }.exact, is: "$0.0175",
      .wrong(
        "it adds list prices for a million of each, which is not a month's bill; the bill is six hundred times lower (T33)"
      )),
    DocumentedFigure(
      .orderTracing, "Total, with the free tier", said: "~$10.20",
      charges.reduce(Dollars.zero) { $0 + (line(of: $1)?.alone ?? .zero) }.exact, is: "$0.0065",
      .wrong("functions, traces and logs are within the free tier (T33)")),
    DocumentedFigure(
      .orderTracing, "A million of each, and a gigabyte", said: "~$10.20",
      charges.reduce(Dollars.zero) { $0 + Prices[$1].list(of: $1 == .logsIngested ? 1_000_000_000 : 1_000_000) }.exact,
      is: "$10.20", .right),
  ]

  private static let charges: [Charge] = [
    .functionRequests, .restRequests, .tracesRecorded, .customEvents, .logsIngested,
  ]

  private static func figure(
    _ question: String, _ charge: Charge, said: String, is expected: String, priceOf unit: String
  ) -> DocumentedFigure {
    DocumentedFigure(
      .orderTracing, "\(question), without the free tier", said: said, cost(of: charge).exact, is: expected,
      .wrong("it is the price of \(unit) (T33)"))
  }

  private static func cost(of charge: Charge) -> Dollars {
    line(of: charge)?.list ?? .zero
  }

  private static func line(of charge: Charge) -> CostEstimate.Line? {
    estimate?.lines.first { $0.charge == charge }
  }

  private static let estimate = stacks.first { $0.name == "order-tracing" }.flatMap { $0.productionEstimate }
}

extension Stack {
  fileprivate static var productionEstimate: CostEstimate? {
    Environment.allCases.first(where: \.isProduction).map { CostEstimate(of: DeclaredStack(Self(environment: $0))) }
  }
}
