/// A file of a Terraform configuration.
public struct ImportedFile: Sendable {
  /// As messages name it. What ends in `.json` is Terraform JSON, all else HCL.
  public let path: String
  /// What is in it.
  public let bytes: [UInt8]

  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }
}

/// A line of a file that is imported.
public struct ImportPlace: Hashable, Sendable {
  /// The file.
  public let path: String
  /// From 1.
  public let line: Int
}

extension ImportPlace: CustomStringConvertible {
  /// As editors and compilers write it.
  public var description: String { "\(path):\(line)" }
}

/// Why a configuration cannot be imported. Nothing is left out instead.
public enum ImportError: Error, Hashable {
  /// A file is not HCL or not Terraform JSON.
  case syntax(path: String, line: Int, column: Int, reason: String)
  /// Something that no stack in Swift can have, such as a block that only a later Terraform knows.
  case unsupported(ImportPlace, what: String)
  /// Two blocks have one address.
  case duplicate(ImportPlace, address: String)
  /// There is no block in any file.
  case empty
}
