/// The known word that is nearest to a misspelt one, regardless of case; `nil` if none is near.
///
/// - Parameter most: How many letters may differ; a third of them by default.
package func suggestion(
  for word: String, among words: some Sequence<String>, within most: Int? = nil
) -> String? {
  let letters = Array(word.lowercased().utf8)
  guard letters.count <= 64 else { return nil }
  let near = words.lazy.map { (word: $0, distance: distance(letters, Array($0.lowercased().utf8))) }
    .filter { $0.distance <= most ?? max(1, (letters.count + 1) / 3) }
  return near.min { ($0.distance, $0.word) < ($1.distance, $1.word) }?.word
}

/// The known words that are nearest to a misspelt one, regardless of case: all of those that differ in as few letters.
package func suggestions(for word: String, among words: some Sequence<String>) -> [String] {
  let letters = Array(word.lowercased().utf8)
  guard letters.count <= 128 else { return [] }
  let most = max(1, (letters.count + 1) / 3)
  let near = words.map { (word: $0, distance: distance(letters, Array($0.lowercased().utf8))) }.filter {
    $0.distance <= most
  }
  guard let least = near.map(\.distance).min() else { return [] }
  return near.filter { $0.distance == least }.map(\.word).sorted()
}

/// How many letters have to be put in, taken out or changed to make one word of the other.
private func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
  var row = Array(0...right.count)
  for (position, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = position + 1
    for (column, other) in right.enumerated() {
      let change = diagonal + (letter == other ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(change, diagonal + 1, row[column] + 1)
    }
  }
  return row[right.count]
}
