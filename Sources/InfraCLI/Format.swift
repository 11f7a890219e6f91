/// How results are written. Not every command has all of these.
enum Format: String {
  case text
  case json
  /// For code scanning: SARIF 2.1.0.
  case sarif
  /// For CI systems that show test results.
  case junit
  /// For GitHub Actions: annotations on the lines of a pull request.
  case github
  case markdown

  static let usage = "  --format FORMAT text (unless said otherwise) or json"

  init(_ words: inout Words, among formats: [Format] = [.text, .json]) throws {
    guard let word = try words.value(of: "--format") else {
      self = .text
      return
    }
    guard let format = Format(rawValue: word), formats.contains(format) else {
      throw UsageError.unknownFormat(word, known: formats.map(\.rawValue))
    }
    self = format
  }
}
