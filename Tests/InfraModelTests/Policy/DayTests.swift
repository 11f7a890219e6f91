import InfraModel
import Testing

@testable import PolicyEngine

@Suite struct DayTests {
  @Test(arguments: [
    ("1970-01-01", 0), ("1970-03-01", 59), ("2000-02-29", 11_016), ("2000-03-01", 11_017), ("2026-11-21", 20_778),
    ("2100-03-01", 47_541),
  ])
  func isCountedFrom1970(_ text: String, _ number: Int) {
    #expect(Day(text)?.number == number)
  }

  @Test(arguments: [
    "", "soon", "2027-1-1", "2027-02-29", "1900-02-29", "2027-04-31", "2027-13-01", "2027-00-01", "2027-01-00",
    "2027/01/01", "2027-01-01 ", "+027-01-01", "２０２７-01-01", "0000-01-01",
  ])
  func whatIsNoDayIsNone(_ text: String) {
    #expect(Day(text) == nil)
  }

  @Test func everyDayOfACenturyFollowsTheOneBefore() {
    var previous = Day("1999-12-31")?.number
    for year in 2000..<2101 {
      for month in 1...12 {
        for day in 1...31 {
          let text = "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
          guard let number = Day(text)?.number else { continue }
          #expect(number == previous.map { $0 + 1 }, "\(text)")
          previous = number
        }
      }
    }
  }
}
