import Foundation
import InfraModel
import Testing

@testable import InfraCLI

@Suite struct CostTests {
  /// Ten requests a second at a tenth, one of each second whole. A second without a request has one chance in e^10, so
  /// 0.9999546 + 0.1 × 9.0000454 traces a second, 4,924,694 a month; in the busiest second 1 + 0.1 × 11 of 12, 17.5 %.
  private struct Busy: Stack {
    enum Environment: String, StackEnvironment {
      case prod
      var isProduction: Bool { true }
    }

    static let name = "busy"
    let environment: Environment
    var region: Region { .usEast1 }

    func declare(in stack: inout StackBuilder) {
      let api = stack.add(RestAPI("shop"))
      let stage = stack.add(Stage("shop", called: "v1", of: api.reference, serves: "abc123"))
      stack.add(SamplingRule("a|b<c", priority: 1, fixedRate: .percent(10), reservoir: 1))
      stack.expect(.perSecond(10, peak: 12), at: stage, each: .init(invocations: 0))
      stack.add(Stage("other", called: "v1", of: api.reference, serves: "abc123"))
    }
  }

  private func run(_ arguments: String...) -> Outcome {
    Program(stacks: [Busy.self], rules: [], today: "2026-11-21", workingDirectory: "/").run(["cost"] + arguments)
  }

  @Test func textSaysWhatComesAndWhatItCosts() {
    let output = run().output
    #expect(output.hasPrefix("busy/prod: $114.84 a month with the free tier, $115.34 without"))
    #expect(output.contains("25,920,000  4,924,694  19 %"))
    #expect(output.contains("rule 'a|b<c': 1 a second and 10 % of the rest; 17.5 % in the busiest second"))
    #expect(output.contains("no load declared for 'aws_api_gateway_stage.other'"))
    #expect(output.contains("on \(Prices.day)"))
  }

  @Test func markdownKeepsItsCells() {
    let output = run("--format", "markdown").output
    #expect(output.hasPrefix("## busy/prod\n"))
    #expect(output.contains("| aws_api_gateway_stage.shop | 25,920,000 | 4,924,694 | 19 % | rule 'a\\|b&lt;c': 1 a"))
    #expect(output.contains("| X-Ray traces recorded | 4,924,694 | 100,000 | $24.12 | $24.62 |"))
  }

  @Test func jsonHasTheSameNumbers() throws {
    struct Report: Decodable {
      struct Estimate: Decodable {
        let stack, environment: String
        let alone, list: Double
        let flows: [Flow]
        let lines: [Line]
        let unexpected: [String]
      }

      struct Flow: Decodable {
        let entrance, decidedBy, origin: String
        let requests, traces: Int
        let effectiveRate, effectiveRateAtPeak, peakPerSecond: Double
      }

      struct Line: Decodable {
        let charge, unit: String
        let amount, free: Int
        let list: Double
      }

      let schemaVersion: Int
      let estimates: [Estimate]
    }
    let report = try JSONDecoder().decode(Report.self, from: Data(run("--format", "json").output.utf8))
    let estimate = try #require(report.estimates.first)
    let flow = try #require(estimate.flows.first)
    #expect(report.schemaVersion == 2)
    #expect(estimate.unexpected == ["aws_api_gateway_stage.other"])
    #expect(
      (flow.decidedBy, flow.origin, flow.requests, flow.traces) == ("sampling-rule", "expected", 25_920_000, 4_924_694))
    #expect(abs(flow.effectiveRate - 0.189_995_91) < 0.000_000_1)
    #expect(abs(flow.effectiveRateAtPeak - 0.175) < 0.000_000_1)
    #expect(flow.peakPerSecond == 12)
    #expect(estimate.lines.map(\.charge) == ["traces-recorded", "rest-requests"])
    #expect(abs(estimate.list - 115.343_47) < 0.000_001)
    #expect(abs(estimate.alone - 114.843_47) < 0.000_001)
  }

  @Test func nothingCostsNothing() {
    #expect(program().run(["cost", "--env", "dev"]).output.hasPrefix("shop/dev: no known cost"))
  }

  @Test(arguments: [
    (0.0, "0 %"), (0.000_04, "0 %"), (0.059_5, "5.95 %"), (0.145, "14.5 %"), (0.525, "52.5 %"), (1, "100 %"),
  ])
  func sharesHaveTwoDigitsAtMost(_ fraction: Double, _ text: String) {
    #expect(percent(fraction) == text)
  }
}

@Suite struct DrillTests {
  @Test func drillIsOfOneStackInOneEnvironment() {
    let several = program().run(["test-alarms"])
    #expect(several.code == .usage)
    #expect(several.log.contains("shop/dev, shop/prod; choose with '--stack' and '--env'"))
    let one = program().run(["test-alarms", "--env", "dev"])
    #expect(one.code == .success)
    #expect(one.output.hasPrefix("#!/bin/sh\n# Tests the alarms of shop/dev:"))
  }
}
