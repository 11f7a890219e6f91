/// Where in the Swift sources something was declared. It is for people and editors, and never reaches out/.
public struct SourceLocation: Hashable, Sendable {
  /// `Module/File.swift`.
  public var fileID: String
  /// The file's path on the machine that compiled it. The command prints it relative to its working directory.
  public var path: String
  public var line: Int
  public var column: Int

  public init(fileID: String, path: String, line: Int, column: Int) {
    self.fileID = fileID
    self.path = path
    self.line = line
    self.column = column
  }

  /// The module that the file belongs to.
  public var module: Substring {
    fileID.prefix { $0 != "/" }
  }
}

extension SourceLocation: Comparable {
  public static func < (left: SourceLocation, right: SourceLocation) -> Bool {
    (left.path, left.line, left.column) < (right.path, right.line, right.column)
  }
}
