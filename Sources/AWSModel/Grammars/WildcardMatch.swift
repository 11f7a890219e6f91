/// Whether a text fits a pattern with wildcards. It compares letter by letter, upper and lower case as they are.
///
/// - Parameters:
///   - run: Stands for any number of characters.
///   - one: Stands for one character; `nil` where the language has no such wildcard.
package func fits<Symbol: Equatable>(
  _ text: [Symbol], wildcard pattern: [Symbol], run: Symbol, one: Symbol? = nil
) -> Bool {
  var (position, next) = (0, 0)
  // Where to continue when what follows the last `run` does not fit: it takes one character more.
  var retry: (pattern: Int, text: Int)?
  while position < text.count {
    if next < pattern.count, pattern[next] == run {
      retry = (next + 1, position)
      next += 1
    } else if next < pattern.count, pattern[next] == one || pattern[next] == text[position] {
      position += 1
      next += 1
    } else if let (afterRun, start) = retry {
      retry = (afterRun, start + 1)
      (next, position) = (afterRun, start + 1)
    } else {
      return false
    }
  }
  return pattern[next...].allSatisfy { $0 == run }
}
