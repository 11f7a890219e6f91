/// What AWS charges for a resource while it exists, whether it is used or not.
package struct BaseRate: Sendable {
  package let product: BaseProduct
  /// The words that select the price, such as the class of an instance, in the order in which the price list has them.
  package let size: [SizeWord]
  /// How many there are of it: their product.
  package let quantities: [Quantity]
  /// All of them have to hold for the rate to apply.
  package let conditions: [Condition]

  /// One word of what selects a price.
  package struct SizeWord: Sendable {
    package let way: ArgumentWay
    /// What AWS takes where the argument is left out; `nil` where the price is unknown then.
    package let standard: String?

    init(_ way: ArgumentWay, or standard: String? = nil) {
      self.way = way
      self.standard = standard
    }
  }

  package enum Quantity: Sendable {
    /// The number in an argument times a factor, plus another number.
    case number(ArgumentWay, default: Double?, times: Double = 1, plus: Double = 0)
    /// How many entries a list has, or how many nested blocks there are.
    case count(ArgumentWay, default: Double)
    /// What a word stands for; where the argument is left out, what `default` is.
    case word(ArgumentWay, [String: Double], default: Double)
    /// The runs of a schedule in a month of 30 days.
    case runs(ArgumentWay)
  }

  package enum Condition: Sendable {
    /// The argument has one of the words or, where the flag says so, is left out.
    case word(ArgumentWay, of: Set<String>, orAbsent: Bool = false)
    /// The argument is set to another word.
    case notWord(ArgumentWay, of: Set<String>)
    case present(ArgumentWay)
    case absent(ArgumentWay)
  }

  init(
    _ product: BaseProduct, size: [SizeWord] = [], times quantities: [Quantity] = [], when conditions: [Condition] = []
  ) {
    self.product = product
    self.size = size
    self.quantities = quantities
    self.conditions = conditions
  }
}
