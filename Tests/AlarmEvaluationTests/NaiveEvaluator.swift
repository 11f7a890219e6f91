import AlarmEvaluation

/// A second evaluator, written from the guide's text and tables alone, on texts instead of values.
///
/// It spells the evaluated datapoints out: the letters of the most recent ones that exist, and one letter for each that has
/// to be filled. `breaching` fills with X, `notBreaching` with 0; the other two leave gaps, and what gaps mean is read off
/// the rows of the tables.
func naiveOutcome(_ text: String, m: Int, n: Int, range: Int, treatment: String) -> String {
  let fetched = text.split(separator: " ").map(String.init).suffix(range)
  var letters = ""
  for letter in fetched.reversed() where letter != "-" && letters.count < n { letters = letter + letters }
  let gaps = n - letters.count
  if treatment == "breaching" { letters += String(repeating: "X", count: gaps) }
  if treatment == "notBreaching" { letters += String(repeating: "0", count: gaps) }
  let hasM = letters.split(separator: "0").joined().count >= m
  // Enough exist, or have been filled.
  if letters.count == n { return hasM ? "ALARM" : "OK" }
  let nothing = treatment == "ignore" ? "KEEP" : "INSUFFICIENT_DATA"
  if letters.isEmpty { return nothing }
  // Row `0 - X - -`: what exists decides, and missing data is not looked at.
  if letters.contains("0") || hasM { return hasM ? "ALARM" : "OK" }
  // Rows `- - X - -`, `X - - - -` and `- - - - X`: only X exist. Walk back from the newest to see how old they are.
  var oldest = 0
  for (age, letter) in fetched.reversed().enumerated() where letter == "X" { oldest = age + 1 }
  guard oldest >= m else { return nothing }
  return treatment == "ignore" ? "KEEP" : "ALARM"
}
