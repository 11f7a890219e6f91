/// A place in a file, as editors count.
public struct HCLPosition: Hashable, Sendable {
  /// From 1.
  public let line: Int
  /// In characters, from 1.
  public let column: Int

  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Why a text is not HCL or not Terraform JSON.
public struct HCLSyntaxError: Error, Hashable, Sendable {
  /// The first place that cannot be read.
  public let position: HCLPosition
  /// A sentence without a full stop, such as `expected a value, found '}'`.
  public let message: String
}

extension HCLSyntaxError: CustomStringConvertible {
  /// The place and the message.
  public var description: String { "line \(position.line), column \(position.column): \(message)" }
}

/// The lines of a file, to tell in which of them a byte is.
public struct HCLLines: Sendable {
  private let bytes: [UInt8]
  /// The first byte of each line.
  private let starts: [Int]

  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    starts = [0] + bytes.indices.lazy.filter { bytes[$0] == UInt8(ascii: "\n") }.map { $0 + 1 }
  }

  /// - Parameter offset: A byte of the file; one beyond its end is the end.
  public func position(of offset: Int) -> HCLPosition {
    let offset = min(max(offset, 0), bytes.count)
    var (low, high) = (0, starts.count)
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    let before = String(decoding: bytes[starts[low]..<offset], as: UTF8.self)
    return HCLPosition(line: low + 1, column: before.count + 1)
  }
}
