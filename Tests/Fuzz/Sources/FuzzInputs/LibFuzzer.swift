// What libFuzzer calls, by the names that it looks for.

@_silgen_name("LLVMFuzzerMutate")
private func mutateBytes(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ room: Int) -> Int

@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ data: UnsafePointer<UInt8>, _ size: Int) -> CInt {
  guard let (input, bytes) = FuzzedInput.of(Array(UnsafeBufferPointer(start: data, count: size))) else { return -1 }
  input.read(bytes)
  return 0
}

/// Bytes that were changed at random are no JSON any more, and teach nothing of what comes after the reader. So most
/// changes are to the document.
@_cdecl("LLVMFuzzerCustomMutator")
public func mutate(_ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ room: Int, _ seed: CUnsignedInt) -> Int {
  var chance = Chance(seed)
  let bytes = Array(UnsafeBufferPointer(start: data, count: size))
  guard !chance.isOne(in: 6), let document = Document(bytes) else { return mutateBytes(behind: 1, data, size, room) }
  let mutated = document.mutated(by: &chance) { Array($0.utf8).mutated() }
  return put(mutated, into: data, room: room) ?? mutateBytes(behind: 1, data, size, room)
}

/// The first byte says what an input is for, and stays.
private func mutateBytes(behind prefix: Int, _ data: UnsafeMutablePointer<UInt8>, _ size: Int, _ room: Int) -> Int {
  guard size > prefix, room > prefix else { return mutateBytes(data, size, room) }
  return prefix + mutateBytes(data + prefix, size - prefix, room - prefix)
}

@_cdecl("LLVMFuzzerCustomCrossOver")
public func cross(
  _ first: UnsafePointer<UInt8>, _ firstSize: Int, _ second: UnsafePointer<UInt8>, _ secondSize: Int,
  _ data: UnsafeMutablePointer<UInt8>, _ room: Int, _ seed: CUnsignedInt
) -> Int {
  var chance = Chance(seed)
  guard let document = Document(Array(UnsafeBufferPointer(start: first, count: firstSize))),
    let other = Document(Array(UnsafeBufferPointer(start: second, count: secondSize)))
  else { return 0 }
  return put(document.crossed(with: other, by: &chance), into: data, room: room) ?? 0
}

private func put(_ document: Document, into data: UnsafeMutablePointer<UInt8>, room: Int) -> Int? {
  let bytes = document.bytes
  guard bytes.count <= room else { return nil }
  for (index, byte) in bytes.enumerated() { data[index] = byte }
  return bytes.count
}

extension [UInt8] {
  /// As libFuzzer changes bytes, with what it has learned from comparisons.
  fileprivate func mutated() -> String {
    var room = self + [UInt8](repeating: 0, count: 64)
    let size = room.withUnsafeMutableBufferPointer { buffer in
      buffer.baseAddress.map { mutateBytes($0, count, buffer.count) } ?? 0
    }
    return String(decoding: room[..<size], as: UTF8.self)
  }
}

/// What libFuzzer's seed decides, so that a finding can be had again.
struct Chance: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: CUnsignedInt) {
    state = UInt64(seed) &* 0x9e37_79b9_7f4a_7c15 | 1
  }

  mutating func next() -> UInt64 {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return state
  }

  mutating func isOne(in count: Int) -> Bool {
    Int.random(in: 0..<count, using: &self) == 0
  }
}
