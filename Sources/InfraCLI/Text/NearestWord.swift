import InfraModel

/// The nearest known word if one is near, otherwise those that begin like it, otherwise all of them if they are few.
func nearest(to word: String, among known: [String]) -> String {
  if let near = suggestion(for: word, among: known) { return "did you mean '\(near)'?" }
  let begun = known.filter {
    word.count > 3 && suggestion(for: word, among: [$0.prefix(word.count)].map(String.init), within: 1) != nil
  }
  switch (begun.count, known.count) {
  case (1...3, _): return "did you mean \(begun.map { "'\($0)'" }.joined(separator: " or "))?"
  case (_, 1): return "the only one is '\(known[0])'"
  case (_, ...24): return "known: \(known.joined(separator: ", "))"
  default: return "none of the \(known.count) is similar"
  }
}
