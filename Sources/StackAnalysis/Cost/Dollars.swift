import TerraformModel

/// An amount of US dollars, exact to a billionth: list prices are fractions of a cent, and their sums must equal the
/// results of AWS's own examples.
public struct Dollars: Hashable, Sendable {
  public let billionths: Int

  public static let zero = Dollars(billionths: 0)

  /// An amount above nine billion dollars can only be a typing error; arithmetic caps it at the largest `Int`.
  public init(billionths: Int) {
    self.billionths = billionths
  }

  public static func dollars(_ dollars: Int) -> Dollars { Dollars(billionths: product(dollars, 1_000_000_000)) }

  /// Rounded half up to cents.
  public var cents: Int {
    let (cents, rest) = billionths.quotientAndRemainder(dividingBy: 10_000_000)
    return rest >= 5_000_000 ? cents + 1 : cents
  }

  /// As a plain number, for scripts.
  public var number: Double { Double(billionths) / 1_000_000_000 }

  public static func + (left: Dollars, right: Dollars) -> Dollars {
    let (sum, overflows) = left.billionths.addingReportingOverflow(right.billionths)
    return Dollars(billionths: overflows ? .max : sum)
  }
}

extension Dollars: Comparable {
  public static func < (left: Dollars, right: Dollars) -> Bool { left.billionths < right.billionths }
}

extension Dollars: CustomStringConvertible {
  /// `$1,295.50`, `$0.00`, and `< $0.01` for an amount above zero that would be rounded to zero.
  public var description: String {
    if billionths > 0, cents == 0 { return "< $0.01" }
    let (whole, rest) = cents.quotientAndRemainder(dividingBy: 100)
    return "$\(grouped(whole)).\(rest < 10 ? "0" : "")\(rest)"
  }
}

/// `1,295,000`
public func grouped(_ number: Int) -> String {
  let digits = String(number.magnitude)
  var text = ""
  for (position, digit) in digits.enumerated() {
    if position > 0, (digits.count - position).isMultiple(of: 3) { text.append(",") }
    text.append(digit)
  }
  return number < 0 ? "-\(text)" : text
}
