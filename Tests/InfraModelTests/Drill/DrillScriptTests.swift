import Foundation
import InfraModel
import Testing

/// The script is run by the shell, with an `aws` of ours on its path that writes down what it is asked.
@Suite struct DrillScriptTests {
  private static let awkward = "it's \"on\" $(touch hacked) `x` \\ * é"

  private func stack() -> DeclaredStack {
    var stack = StackBuilder(region: .euWest1)
    let alerts = stack.add(AlertTopic("alerts", subscribers: ["on-call": .email("on-call@example.com")]))
    let errors = Metric("Errors", in: "Shop", missingDataMeaning: .noEvents)
    let both = stack.add(
      MetricAlarm(
        "errors", when: errors, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
        notify: [alerts.arn]))
    stack.add(CompositeAlarm("page", when: .inAlarm(both.alarmName), notify: [alerts.arn]))
    stack.add(
      MetricAlarm(
        "awkward", named: .exactly(Self.awkward), when: errors, .sum, threshold: .above(0), evaluation: .once,
        missingData: .notBreaching, notify: []))
    stack.add(BillingAlarms(for: "AWSXRay", above: [10], subscribers: ["boss": .textMessage("+4915112345678")]))
    return DeclaredStack(stack)
  }

  @Test func saysWhoIsToldAndDoesNothingByDefault() throws {
    let run = try Shell.run(DrillScript(of: stack()))
    #expect(run.status == 0)
    #expect(run.calls.isEmpty)
    #expect(run.output.contains("example-prod-errors (eu-west-1)\n    notifies on-call@example.com by topic"))
    #expect(run.output.contains("may also set example-prod-page to ALARM"))
    #expect(run.output.contains("+4915112345678"))
    #expect(run.output.contains("notifies nothing: it has no action"))
    #expect(run.output.contains("4 alarms, none changed"))
  }

  @Test func setsEachAlarmOffAndBackToWhatItWas() throws {
    let run = try Shell.run(DrillScript(of: stack()), ["--run"], state: "INSUFFICIENT_DATA")
    #expect(run.status == 0)
    let changes = run.calls.filter { $0[1] == "set-alarm-state" }
    let names = ["example-prod-errors", Self.awkward, "example-prod-AWSXRay-above-10-dollars", "example-prod-page"]
    #expect(changes.map { $0[4] } == names.flatMap { ["--alarm-name=\($0)", "--alarm-name=\($0)"] })
    #expect(changes.map { $0[6] } == names.flatMap { _ in ["ALARM", "INSUFFICIENT_DATA"] })
    #expect(changes.map { $0[3] } == ["eu-west-1", "eu-west-1", "us-east-1", "eu-west-1"].flatMap { [$0, $0] })
    let kinds = run.calls.filter { $0[1] == "describe-alarms" }.map { $0[5] }
    #expect(kinds == ["MetricAlarm", "MetricAlarm", "MetricAlarm", "CompositeAlarm"], "composite ones come last")
    #expect(!run.files.contains("hacked"))
  }

  @Test func alarmThatFiresAlreadyIsLeftAlone() throws {
    let run = try Shell.run(DrillScript(of: stack()), ["--run"], state: "ALARM")
    #expect(run.status == 0)
    #expect(!run.calls.contains { $0[1] == "set-alarm-state" })
  }

  @Test func alarmThatIsNotThereFailsTheDrill() throws {
    let run = try Shell.run(DrillScript(of: stack()), ["--run"], state: "None")
    #expect(run.status == 1)
    #expect(!run.calls.contains { $0[1] == "set-alarm-state" })
  }

  @Test func alarmIsSetBackWhenSomebodyInterrupts() throws {
    let run = try Shell.run(DrillScript(of: stack()), ["--run"], state: "OK", interrupts: true)
    #expect(run.status == 143)
    #expect(run.calls.filter { $0[1] == "set-alarm-state" }.map { $0[6] } == ["ALARM", "OK"])
  }

  @Test func onlyWhatIsNamedIsSetOff() throws {
    let one = try Shell.run(DrillScript(of: stack()), ["--run", Self.awkward], state: "OK")
    #expect(one.status == 0)
    #expect(one.calls.filter { $0[1] == "set-alarm-state" }.count == 2)
    #expect(try Shell.run(DrillScript(of: stack()), ["--run", "example-prod"], state: "OK").status == 64)
    #expect(try Shell.run(DrillScript(of: stack()), ["--rum"]).status == 64)
  }
}

private struct Shell {
  let status: Int32
  let output: String
  /// Every call of `aws`, argument by argument.
  let calls: [[String]]
  /// What is in the folder that the script was run in.
  let files: [String]

  /// - Parameters:
  ///   - state: What `aws` says of every alarm.
  ///   - interrupts: Whether the script is told to end while its first alarm fires.
  static func run(
    _ script: DrillScript, _ arguments: [String] = [], state: String = "OK", interrupts: Bool = false
  ) throws -> Shell {
    let folder = FileManager.default.temporaryDirectory.appending(path: "drill-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try script.text.write(to: folder.appending(path: "drill.sh"), atomically: true, encoding: .utf8)
    // One call to a record, one argument to a field.
    try tool(
      "aws", in: folder,
      """
      printf '%s\\037' "$@" >> calls; printf '\\036' >> calls
      if [ "$2" = describe-alarms ]; then echo '\(state)'; fi
      """)
    // Instead of the time people take to hear an alarm.
    try tool("sleep", in: folder, interrupts ? "kill -TERM $PPID" : ":")
    let process = Process()
    let pipe = Pipe()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["drill.sh"] + arguments
    process.currentDirectoryURL = folder
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    process.environment = ["PATH": "\(folder.path):\(path)", "DRILL_SECONDS": "1"]
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    process.standardInput = FileHandle.nullDevice
    try process.run()
    let output = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let calls = (try? String(contentsOf: folder.appending(path: "calls"), encoding: .utf8)) ?? ""
    return Shell(
      status: process.terminationStatus, output: output,
      calls: calls.split(separator: "\u{1E}").map {
        $0.split(separator: "\u{1F}", omittingEmptySubsequences: false).dropLast().map(String.init)
      },
      files: try FileManager.default.contentsOfDirectory(atPath: folder.path))
  }

  private static func tool(_ name: String, in folder: URL, _ body: String) throws {
    let file = folder.appending(path: name)
    try "#!/bin/sh\n\(body)\n".write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
  }
}
