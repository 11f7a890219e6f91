import AWSModel
public import TerraformModel

/// What the resources of a stack cost in a month of 30 days while they exist, used or not, and which have no price here.
public struct BaseCost: Sendable {
  /// One for each resource and thing that AWS charges for.
  public let lines: [Line]
  /// Resources that are charged for by the hour or month and have no price here, each with the reason in one clause.
  public let unpriced: [Unpriced]
  /// Types that are charged for by use alone, with how many there are of each.
  public let byUse: [TypeCount]
  /// Types of which it is not known here what AWS charges for them.
  public let unknown: [TypeCount]

  public struct Line: Sendable {
    public let address: Address
    /// What is charged for: `NAT gateway`.
    public let product: String
    /// The words that select the price: `db.r6g.large`; empty where there is one price.
    public let size: String
    public let quantity: Double
    /// Whether the price is for an hour rather than for a month.
    public let isHourly: Bool
    /// For a month.
    public let cost: Dollars
    /// The page with the price.
    public let source: String
  }

  public struct Unpriced: Sendable {
    public let address: Address
    public let product: String
    /// One clause without a full stop.
    public let reason: String
  }

  public struct TypeCount: Sendable {
    public let type: String
    public let count: Int
  }

  public var total: Dollars { lines.reduce(.zero) { $0 + $1.cost } }
}

extension BaseCost {
  public init(of stack: DeclaredStack) {
    var (lines, unpriced): ([Line], [Unpriced]) = ([], [])
    var (byUse, unknown): ([TypeCount], [TypeCount]) = ([], [])
    for (type, declarations) in stack.managedByType where type.hasPrefix("aws_") {
      let count = TypeCount(type: type, count: declarations.count)
      let rates = ResourceCatalog.aws.facts[type]?.rates ?? []
      guard !rates.isEmpty else {
        if ResourceCatalog.isChargedByUse(type) {
          byUse.append(count)
        } else if !ResourceCatalog.isFree(type), !Self.estimated.contains(type) {
          unknown.append(count)
        }
        continue
      }
      for declaration in declarations {
        for rate in rates {
          do throws(DecodingFailure) {
            if let line = try Line(rate, of: declaration, in: stack) { lines.append(line) }
          } catch {
            unpriced.append(
              Unpriced(address: declaration.address, product: rate.product.rawValue, reason: "\(error)"))
          }
        }
      }
    }
    self.lines = lines
    self.unpriced = unpriced
    self.byUse = byUse
    self.unknown = unknown
  }

  /// What `CostEstimate` has lines of its own for.
  private static let estimated: Set<String> = [
    MetricAlarm.type, CompositeAlarm.type, Dashboard.type, Stage.type, HTTPStage.type,
  ]
}

extension BaseCost.Line {
  private static let hoursPerMonth = 720.0

  /// - Returns: `nil` where the rate does not apply, or nothing is charged.
  /// - Throws: Where it cannot be told what is charged, or there is no price for it.
  init?(_ rate: BaseRate, of declaration: Declaration, in stack: DeclaredStack) throws(DecodingFailure) {
    let reader = RateReader(declaration: declaration, stack: stack)
    for condition in rate.conditions {
      guard try reader.holds(condition) else { return nil }
    }
    let size = try reader.size(rate.size)
    guard let price = Prices.base(rate.product, size) else {
      throw DecodingFailure(argument: "", reason: .elsewhere("the price list has no '\(size)'"))
    }
    let quantity = try reader.quantity(rate.quantities)
    guard quantity > 0 else { return nil }
    address = declaration.address
    product = rate.product.rawValue
    self.size = size
    self.quantity = quantity
    isHourly = price.isHourly
    source = price.source
    let billionths = Double(price.dollars.billionths) * quantity * (price.isHourly ? Self.hoursPerMonth : 1)
    cost = Dollars(billionths: Int(nearest: billionths))
  }
}
