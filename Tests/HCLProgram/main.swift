import HCLSyntax

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

// Reads HCL from the standard input, for the tests that compare it with other readers.
//
//   hcl-program print         the tree as HCL
//   hcl-program values        the tree as JSON: literals as values, everything else as the text of its expression
//   … --json                  reads Terraform JSON
//
// Exits with 1 and the error for what is not HCL.

func standardInput() -> [UInt8] {
  var bytes: [UInt8] = []
  while let byte = try? readByte() { bytes.append(byte) }
  return bytes
}

struct EndOfInput: Error {}

func readByte() throws -> UInt8 {
  let character = getchar()
  guard character != EOF else { throw EndOfInput() }
  return UInt8(truncatingIfNeeded: character)
}

do {
  let bytes = standardInput()
  let file = try CommandLine.arguments.contains("--json") ? HCLFile(readingJSON: bytes) : HCLFile(reading: bytes)
  if CommandLine.arguments.contains("values") { print(json(file.body)) } else { print(file.source, terminator: "") }
} catch {
  print("error: \(error)")
  exit(1)
}
