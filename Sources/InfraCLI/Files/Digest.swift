import InfraModel

/// XXH64 of a file's bytes, in hexadecimal, as the tool `xxhsum -H64` prints it.
///
/// It detects that a file was edited. It does not protect against an attacker, who could edit the manifest as well.
/// SHA-256 would detect no more, and take as long as all the rest of writing.
func digest(of bytes: [UInt8]) -> String {
  let digits = String(xxh64(bytes), radix: 16)
  return String(repeating: "0", count: 16 - digits.count) + digits
}

/// SHA-256, the digest in former manifests. A file that still matches it was not edited.
func formerDigest(of bytes: [UInt8]) -> String {
  sha256(bytes).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}

/// XXH64 with the seed 0.
func xxh64(_ bytes: [UInt8]) -> UInt64 {
  bytes.withUnsafeBytes { bytes in
    var rest = bytes[...]
    var hash = bytes.count < 32 ? prime5 : converged(&rest)
    hash &+= UInt64(bytes.count)
    while rest.count >= 8 {
      hash = rotated(hash ^ round(0, rest.takeWord(UInt64.self)), 27) &* prime1 &+ prime4
    }
    if rest.count >= 4 {
      hash = rotated(hash ^ UInt64(rest.takeWord(UInt32.self)) &* prime1, 23) &* prime2 &+ prime3
    }
    while let byte = rest.popFirst() {
      hash = rotated(hash ^ UInt64(byte) &* prime5, 11) &* prime1
    }
    hash = (hash ^ hash >> 33) &* prime2
    hash = (hash ^ hash >> 29) &* prime3
    return hash ^ hash >> 32
  }
}

/// Four words at a time, each with its own sum; the four sums are combined at the end.
private func converged(_ rest: inout Slice<UnsafeRawBufferPointer>) -> UInt64 {
  var (first, second, third, fourth) = (prime1 &+ prime2, prime2, UInt64(0), 0 &- prime1)
  while rest.count >= 32 {
    first = round(first, rest.takeWord(UInt64.self))
    second = round(second, rest.takeWord(UInt64.self))
    third = round(third, rest.takeWord(UInt64.self))
    fourth = round(fourth, rest.takeWord(UInt64.self))
  }
  let sum = rotated(first, 1) &+ rotated(second, 7) &+ rotated(third, 12) &+ rotated(fourth, 18)
  return [first, second, third, fourth].reduce(sum) { ($0 ^ round(0, $1)) &* prime1 &+ prime4 }
}

@inline(__always)
private func round(_ sum: UInt64, _ word: UInt64) -> UInt64 {
  rotated(sum &+ word &* prime2, 31) &* prime1
}

@inline(__always)
private func rotated(_ word: UInt64, _ count: UInt64) -> UInt64 {
  word &<< count | word &>> (64 &- count)
}

extension Slice<UnsafeRawBufferPointer> {
  @inline(__always)
  fileprivate mutating func takeWord<Word: FixedWidthInteger & BitwiseCopyable>(_: Word.Type) -> Word {
    let word = base.loadUnaligned(fromByteOffset: startIndex, as: Word.self)
    self = base[(startIndex + MemoryLayout<Word>.size)..<endIndex]
    return Word(littleEndian: word)
  }
}

private let prime1: UInt64 = 0x9e37_79b1_85eb_ca87
private let prime2: UInt64 = 0xc2b2_ae3d_27d4_eb4f
private let prime3: UInt64 = 0x1656_67b1_9e37_79f9
private let prime4: UInt64 = 0x85eb_ca77_c2b2_ae63
private let prime5: UInt64 = 0x27d4_eb2f_1656_67c5
