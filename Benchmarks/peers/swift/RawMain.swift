// fleet-N by plain appends to one byte buffer and one write, without Foundation.
// Usage: fleet-raw N OUT   Build: swiftc -O -o fleet-raw RawTemplates.swift RawMain.swift
#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

struct Buffer {
  var bytes: [UInt8] = []

  mutating func put(_ template: StaticString, _ number: Int = 0) {
    let all = UnsafeBufferPointer(
      start: template.utf8Start, count: template.utf8CodeUnitCount)
    var rest = all[...]
    while let at = rest.firstIndex(of: 0x40) {
      bytes.append(contentsOf: rest[..<at])
      var scale = 10000
      while scale > 0 {
        bytes.append(UInt8(0x30 + number / scale % 10))
        scale /= 10
      }
      rest = rest[(at + 1)...]
    }
    bytes.append(contentsOf: rest)
  }

  mutating func each(_ type: StaticString, _ item: StaticString, _ n: Int) {
    put("    \"")
    put(type)
    put("\": {\n")
    for i in 0..<n {
      if i > 0 { put(",\n") }
      put(item, i)
    }
    put("\n    },\n")
  }
}

@main
struct Main {
  static func main() {
    let arguments = CommandLine.arguments
    guard arguments.count == 3, let n = Int(arguments[1]) else { exit(2) }
    var out = Buffer()
    out.bytes.reserveCapacity(8192 + n * 3100)
    out.put(head)
    for i in 0..<n { out.put(dashboardPerFunction, i) }
    out.put(dashboardTail)
    out.each("aws_cloudwatch_log_group", logGroup, n)
    out.put("    \"aws_cloudwatch_metric_alarm\": {\n")
    out.put(billing)
    for i in 0..<n { out.put(alarms, i) }
    out.put("\n    },\n")
    out.each("aws_iam_role", role, n)
    out.each("aws_iam_role_policy_attachment", attachments, n)
    out.each("aws_lambda_function", function, n)
    out.put(tail)
    let file = open(arguments[2], O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    guard file >= 0 else { exit(2) }
    out.bytes.withUnsafeBytes { raw in
      var done = 0
      while done < raw.count {
        let wrote = write(file, UnsafeRawBufferPointer(rebasing: raw[done...]).baseAddress, raw.count - done)
        if wrote <= 0 { exit(2) }
        done += wrote
      }
    }
    close(file)
  }
}
