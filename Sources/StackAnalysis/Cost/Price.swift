import TerraformModel

/// What AWS asks for an amount of something, and how much of it an account gets for nothing each month.
public struct Price: Sendable {
  /// What `units` of it cost.
  public let dollars: Dollars
  public let units: Int
  /// For each account and month, whatever the number of stacks in it.
  public let free: Int
  /// Where the price was read. Prices are those of us-east-1.
  public let source: String

  /// - Parameter billionths: Of a dollar, for `units`.
  init(billionths: Int, per units: Int, free: Int = 0, source: String) {
    dollars = Dollars(billionths: billionths)
    self.units = units
    self.free = free
    self.source = source
  }

  /// What so much costs where nothing is free any more, because other stacks of the account have used it up.
  public func list(of amount: Int) -> Dollars { cost(of: max(0, amount)) }

  /// What so much costs in an account that has nothing else.
  public func alone(of amount: Int) -> Dollars { cost(of: max(0, max(0, amount) - free)) }

  /// The most of it that a bill of so much is for, in an account that has nothing else.
  public func amount(for bill: Dollars) -> Int {
    let (whole, rest) = max(0, bill.billionths).quotientAndRemainder(dividingBy: dollars.billionths)
    return sum(free, sum(product(whole, units), rest * units / dollars.billionths))
  }

  /// In two parts, so that nothing overflows that is not nine billion dollars.
  private func cost(of billable: Int) -> Dollars {
    let (whole, rest) = billable.quotientAndRemainder(dividingBy: units)
    let part = rest * dollars.billionths
    let (quotient, remainder) = part.quotientAndRemainder(dividingBy: units)
    return Dollars(billionths: product(whole, dollars.billionths))
      + Dollars(billionths: remainder >= units - remainder ? quotient + 1 : quotient)
  }
}
