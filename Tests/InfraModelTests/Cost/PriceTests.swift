import InfraModel
import Testing

@Suite struct PriceTests {
  @Test(arguments: [
    (0, "$0.00"), (1, "< $0.01"), (4_999_999, "< $0.01"), (5_000_000, "$0.01"), (245_000_000, "$0.25"),
    (1_295_504_000_000, "$1,295.50"), (999_999_999_999, "$1,000.00"),
  ])
  func dollarsAreRoundedHalfUpToCents(_ billionths: Int, _ text: String) {
    #expect(Dollars(billionths: billionths).description == text)
  }

  /// The example of AWS's own price list: 2,000 requests an hour for 31 days, a tenth of them recorded.
  @Test func exampleOfThePriceListComesOut() {
    #expect(Prices[.tracesRecorded].alone(of: 148_800).billionths == 244_000_000)
    #expect(Prices[.tracesRead].alone(of: 620_000 + 155_000) == .zero)
    #expect(Prices[.traceInsights].alone(of: 148_800).billionths == 148_800_000)
  }

  /// A gigabyte-second is 0.0000166667 dollars.
  @Test func fractionsOfBillionthsAreRounded() {
    #expect(Prices[.functionTime].list(of: 1_024).billionths == 16_667)
    #expect(Prices[.functionTime].list(of: 10_240).billionths == 166_667)
    #expect(Prices[.functionTime].alone(of: 400_000 * 1_024) == .zero)
  }

  @Test(arguments: Charge.allCases)
  func hugeAmountsDoNotCrash(_ charge: Charge) {
    let price = Prices[charge]
    #expect(price.list(of: .max) >= price.alone(of: .max))
    #expect(price.list(of: .max) + price.list(of: .max) >= price.list(of: .max))
    #expect(price.list(of: -1) == .zero)
    #expect(price.alone(of: .min) == .zero)
  }

  @Test func pricesHaveADayAndSources() {
    #expect(Day(Prices.day) != nil)
    for charge in Charge.allCases { #expect(Prices[charge].source.hasPrefix("https://aws.amazon.com/")) }
  }
}
