/// SHA-256 (FIPS 180-4). The toolchain has none that every platform shares.
public func sha256(_ message: [UInt8]) -> [UInt8] {
  var state: [UInt32] = [
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab, 0x5be0_cd19,
  ]
  let whole = message.count / 64 * 64
  compress(message, 0..<whole, into: &state)
  let end = padded(message[whole...], length: message.count)
  compress(end, 0..<end.count, into: &state)
  return state.flatMap { word in withUnsafeBytes(of: word.bigEndian, Array.init) }
}

/// A one bit, zeros, and the length in bits, up to a multiple of 64 bytes.
private func padded(_ rest: ArraySlice<UInt8>, length: Int) -> [UInt8] {
  let zeros = (119 - rest.count) % 64
  let bits = withUnsafeBytes(of: UInt64(length * 8).bigEndian, Array.init)
  return Array(rest) + [0x80] + Array(repeating: 0, count: zeros) + bits
}

/// Buffers, not arrays: whole configurations go through here, and each step would check its bounds.
private func compress(_ message: [UInt8], _ range: Range<Int>, into state: inout [UInt32]) {
  withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 64) { schedule in
    message.withUnsafeBytes { bytes in
      constants.withUnsafeBufferPointer { constants in
        state.withUnsafeMutableBufferPointer { state in
          for start in stride(from: range.lowerBound, to: range.upperBound, by: 64) {
            compress(bytes, at: start, schedule, constants, into: state)
          }
        }
      }
    }
  }
}

private func compress(
  _ bytes: UnsafeRawBufferPointer, at start: Int, _ schedule: UnsafeMutableBufferPointer<UInt32>,
  _ constants: UnsafeBufferPointer<UInt32>, into state: UnsafeMutableBufferPointer<UInt32>
) {
  for index in 0..<16 {
    schedule[index] = UInt32(bigEndian: bytes.loadUnaligned(fromByteOffset: start + index * 4, as: UInt32.self))
  }
  for index in 16..<64 {
    let early = schedule[index - 15]
    let late = schedule[index - 2]
    let first = rotated(early, 7) ^ rotated(early, 18) ^ early >> 3
    let second = rotated(late, 17) ^ rotated(late, 19) ^ late >> 10
    schedule[index] = schedule[index - 16] &+ first &+ schedule[index - 7] &+ second
  }
  var (a, b, c, d) = (state[0], state[1], state[2], state[3])
  var (e, f, g, h) = (state[4], state[5], state[6], state[7])
  // Eight rounds at a time, after which each word is back in its place: moving them costs a third of a round.
  for index in stride(from: 0, to: 64, by: 8) {
    round(a, b, c, &d, e, f, g, &h, constants[index] &+ schedule[index])
    round(h, a, b, &c, d, e, f, &g, constants[index + 1] &+ schedule[index + 1])
    round(g, h, a, &b, c, d, e, &f, constants[index + 2] &+ schedule[index + 2])
    round(f, g, h, &a, b, c, d, &e, constants[index + 3] &+ schedule[index + 3])
    round(e, f, g, &h, a, b, c, &d, constants[index + 4] &+ schedule[index + 4])
    round(d, e, f, &g, h, a, b, &c, constants[index + 5] &+ schedule[index + 5])
    round(c, d, e, &f, g, h, a, &b, constants[index + 6] &+ schedule[index + 6])
    round(b, c, d, &e, f, g, h, &a, constants[index + 7] &+ schedule[index + 7])
  }
  state[0] &+= a
  state[1] &+= b
  state[2] &+= c
  state[3] &+= d
  state[4] &+= e
  state[5] &+= f
  state[6] &+= g
  state[7] &+= h
}

@inline(__always)
private func round(
  _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32, _ h: inout UInt32,
  _ word: UInt32
) {
  let choice = g ^ e & (f ^ g)
  let majority = a & b | c & (a | b)
  let first = h &+ (rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)) &+ choice &+ word
  d &+= first
  h = first &+ (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ majority
}

@inline(__always)
private func rotated(_ word: UInt32, _ count: UInt32) -> UInt32 {
  word &>> count | word &<< (32 &- count)
}

/// The first 32 bits of the fractions of the cube roots of the first 64 primes.
private let constants: [UInt32] = [
  0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
  0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
  0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
  0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
  0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
  0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
  0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
  0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
]
