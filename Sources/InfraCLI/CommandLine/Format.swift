/// An output format. Not every command supports all of them.
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
  /// For pages that render Mermaid, such as GitHub's.
  case mermaid
  /// For Graphviz.
  case dot
  case svg
  /// A POSIX shell script.
  case script

  /// `--format`; the first format is the default.
  static func option(_ formats: [Format]) -> Option {
    let names = formats.map(\.rawValue)
    let list = names.dropLast().joined(separator: ", ") + " or " + names[names.count - 1]
    return .value("--format", "FORMAT", .oneOf(names), "\(list); default \(names[0])")
  }

  init(_ words: ArgumentParser, among formats: [Format]) throws {
    guard let word = words.value(of: Self.option(formats)) else {
      self = formats[0]
      return
    }
    guard let format = Format(rawValue: word), formats.contains(format) else {
      throw UsageError.unknownFormat(word, known: formats.map(\.rawValue))
    }
    self = format
  }
}
