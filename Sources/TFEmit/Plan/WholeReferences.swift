/// The references of an expression without those that others go on from: Terraform lists `a.b.c` and then `a.b` for one
/// and the same. They stay in their order.
///
/// They are sorted and searched, since an expression may have thousands of them.
func wholeReferences(_ references: [String]) -> [String] {
  guard references.count > 1 else { return references }
  let sorted = references.map { Array($0.utf8) }.sorted { $0.lexicographicallyPrecedes($1) }
  return references.filter { reference in
    ![UInt8(ascii: "."), UInt8(ascii: "[")].contains { sorted.holdsElement(startingWith: Array(reference.utf8) + [$0]) }
  }
}

extension [[UInt8]] {
  /// Whether any element of the sorted list begins with these bytes.
  fileprivate func holdsElement(startingWith prefix: [UInt8]) -> Bool {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if self[middle].lexicographicallyPrecedes(prefix) { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low].starts(with: prefix)
  }
}
