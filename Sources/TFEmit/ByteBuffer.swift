/// Bytes in the order in which they are written.
///
/// An array asks at each byte whether it is alone and has room. A configuration is millions of bytes, most of them one by
/// one, so here room is made for a string at a time.
struct ByteBuffer: ~Copyable {
  private var start: UnsafeMutableRawPointer
  private(set) var count = 0
  private var capacity: Int

  init(capacity: Int = 64) {
    self.capacity = max(64, capacity)
    start = .allocate(byteCount: self.capacity, alignment: 8)
  }

  deinit {
    start.deallocate()
  }

  var isEmpty: Bool { count == 0 }
  /// Valid until something is appended.
  var bytes: UnsafeBufferPointer<UInt8> {
    UnsafeRawBufferPointer(start: start, count: count).bindMemory(to: UInt8.self)
  }

  /// Begins anew, in the room that there is.
  mutating func removeAll() {
    count = 0
  }

  mutating func append(_ byte: UInt8) {
    makeRoom(for: 1)
    start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
    count += 1
  }

  mutating func append(_ text: StaticString) {
    append(UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  @_disfavoredOverload
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append($0) }
  }

  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let first = bytes.baseAddress else { return }
    makeRoom(for: bytes.count)
    (start + count).copyMemory(from: first, byteCount: bytes.count)
    count += bytes.count
  }

  /// The inside of a JSON string: quotation marks, backslashes and control characters escaped, all else as it is.
  mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { append(escaping: $0) }
  }

  /// Eight bytes at a time where none of them is to be escaped, which is nearly everywhere.
  mutating func append(escaping utf8: UnsafeBufferPointer<UInt8>) {
    let source = UnsafeRawBufferPointer(utf8)
    makeRoom(for: source.count)
    var index = 0
    while index < source.count {
      if index + 8 <= source.count {
        let word = source.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        if !hasByteToEscape(word) {
          start.storeBytes(of: word, toByteOffset: count, as: UInt64.self)
          count += 8
          index += 8
          continue
        }
      }
      let byte = source[index]
      index += 1
      if isToEscape(byte) {
        append(escape(for: byte))
        makeRoom(for: source.count - index)
      } else {
        start.storeBytes(of: byte, toByteOffset: count, as: UInt8.self)
        count += 1
      }
    }
  }

  private mutating func makeRoom(for more: Int) {
    if count + more > capacity { grow(to: count + more) }
  }

  @inline(never)
  private mutating func grow(to needed: Int) {
    capacity = max(needed, capacity * 2)
    let larger = UnsafeMutableRawPointer.allocate(byteCount: capacity, alignment: 8)
    larger.copyMemory(from: start, byteCount: count)
    start.deallocate()
    start = larger
  }
}

extension [UInt8] {
  init(_ buffer: borrowing ByteBuffer) {
    self.init(buffer.bytes)
  }
}

extension String {
  init(_ buffer: borrowing ByteBuffer) {
    self.init(decoding: buffer.bytes, as: UTF8.self)
  }
}
