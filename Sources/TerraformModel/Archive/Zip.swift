/// A zip file of these files, stored without compression. Every date is the earliest that the format knows, and every
/// file is readable and executable by all, as Lambda needs it.
func zip(_ files: [GeneratedFile]) -> [UInt8] {
  var zip: [UInt8] = []
  var directory: [UInt8] = []
  for file in files {
    let offset = zip.count
    let header = localHeader(of: file)
    zip += littleEndian(0x0403_4b50 as UInt32) + header + Array(file.path.utf8) + file.bytes
    directory += littleEndian(0x0201_4b50 as UInt32)
    directory += littleEndian(madeByUnix) + header
    directory += [0, 0, 0, 0, 0, 0]  // no comment, first disk, no hint of text
    directory += littleEndian(UInt32(0o100755) << 16)
    directory += littleEndian(UInt32(offset)) + Array(file.path.utf8)
  }
  let directoryOffset = zip.count
  zip += directory
  zip += littleEndian(0x0605_4b50 as UInt32) + littleEndian(0 as UInt16) + littleEndian(0 as UInt16)
  zip += littleEndian(UInt16(files.count)) + littleEndian(UInt16(files.count))
  zip += littleEndian(UInt32(directory.count)) + littleEndian(UInt32(directoryOffset)) + littleEndian(0 as UInt16)
  return zip
}

private let madeByUnix: UInt16 = 3 << 8 | 20

/// The fields that the local header and the central directory have in common.
private func localHeader(of file: GeneratedFile) -> [UInt8] {
  let utf8Names: UInt16 = 1 << 11
  let firstOfJanuary1980: UInt16 = 1 << 5 | 1
  var header = littleEndian(20 as UInt16) + littleEndian(utf8Names) + littleEndian(0 as UInt16)
  header += littleEndian(0 as UInt16) + littleEndian(firstOfJanuary1980)
  header += littleEndian(crc32(file.bytes))
  header += littleEndian(UInt32(file.bytes.count)) + littleEndian(UInt32(file.bytes.count))
  header += littleEndian(UInt16(file.path.utf8.count)) + littleEndian(0 as UInt16)
  return header
}

private func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
  withUnsafeBytes(of: number.littleEndian, Array.init)
}

/// The checksum of zip files (ISO 3309, reflected polynomial 0xEDB88320).
func crc32(_ bytes: [UInt8]) -> UInt32 {
  var checksum: UInt32 = 0xffff_ffff
  for byte in bytes {
    checksum ^= UInt32(byte)
    for _ in 0..<8 {
      checksum = checksum & 1 == 1 ? checksum >> 1 ^ 0xedb8_8320 : checksum >> 1
    }
  }
  return ~checksum
}
