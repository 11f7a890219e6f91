import HCLSyntax

/// The lines of a file.
struct Lines {
  let path: String
  private let lines: HCLLines

  init(_ file: ImportedFile) {
    path = file.path
    lines = HCLLines(file.bytes)
  }

  func place(of offset: Int) -> ImportPlace {
    ImportPlace(path: path, line: lines.position(of: offset).line)
  }
}
