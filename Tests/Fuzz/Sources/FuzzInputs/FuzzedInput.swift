import HCLSyntax
import InfraModel
import StackImport

@testable import InfraCLI
@testable import TFEmit

/// What some bytes are taken for. The first byte says so, and a plan needs none: it begins with its own brace.
enum FuzzedInput: UInt8, CaseIterable {
  case plan = 0x7b
  case waivers = 0x77
  case baseline = 0x62
  case sourceInHCL = 0x68
  case sourceInJSON = 0x6a
  case manifest = 0x6d
  /// What is left to do of a change of out/.
  case journal = 0x6f
  /// What was written before, which `diff` and `synth` read.
  case configuration = 0x63
  /// Text that stands in a plan: of a policy, of a dashboard, of a rule's pattern, of an expression.
  case text = 0x74
  /// The same text for the grammars alone, a thousand times as fast as an audit.
  case grammar = 0x67

  /// - Returns: The input, and the bytes that are its own.
  static func of(_ bytes: [UInt8]) -> (input: FuzzedInput, bytes: [UInt8])? {
    guard let first = bytes.first, let input = FuzzedInput(rawValue: first) else { return nil }
    return (input, input == .plan ? bytes : Array(bytes.dropFirst()))
  }

  /// The whole way that such bytes take, but for the file that they come from and the terminal that they go to. Whatever
  /// comes out is fine; what is not is not to come back.
  func read(_ bytes: [UInt8]) {
    switch self {
    case .plan: audit(bytes)
    case .waivers: _ = try? WaiverFile(reading: bytes, from: "waivers.json")
    case .baseline: _ = try? InfraCLI.baseline(reading: bytes, from: "baseline.json", in: "/")
    case .sourceInHCL: readSource(bytes)
    case .sourceInJSON:
      _ = blocksOfJSON(bytes)
      importSource(bytes, "main.tf.json")
    case .manifest: _ = try? Manifest(reading: bytes, at: "infra-gen.json")
    case .journal: _ = try? Transaction(reading: bytes, at: "journal.json")
    case .configuration: readConfiguration(bytes)
    case .text: auditText(String(decoding: bytes, as: UTF8.self))
    case .grammar: readText(String(decoding: bytes, as: UTF8.self))
    }
  }
}

private var program: Program {
  Program(stacks: [], rules: Policy.standardRules, today: "2026-11-21", workingDirectory: "/")
}
private let formats = ["text", "json", "sarif", "junit", "github"].compactMap(command)

/// The command that says what an audit found in some format.
private func command(saying format: String) -> AuditCommand? {
  try? Invocation(["audit", "--format", format, "plan.json"]).command as? AuditCommand
}

private func audit(_ bytes: [UInt8]) {
  guard
    let plan = try? AuditedPlan(
      reading: bytes, from: "plan.json", called: "plan.json", source: nil, waivers: nil, in: "/")
  else { return }
  // Each format has escapes of its own, and a whole audit for every one would take five times as long.
  if !formats.isEmpty,
    let outcome = try? formats[bytes.count % formats.count].outcome(of: [plan], letting: nil, in: program)
  {
    _ = printable(outcome.output)
  }
  _ = printable(coverageReport([Coverage(of: plan.stack)], as: .markdown))
}

/// What is printed has to be read as what was printed.
private func readSource(_ bytes: [UInt8]) {
  _ = blocksOfHCL(bytes)
  importSource(bytes, "main.tf")
  guard let file = try? HCLFile(reading: bytes) else { return }
  let printed = file.source
  precondition((try? HCLFile(reading: Array(printed.utf8)))?.source == printed)
}

/// What can be imported has a source in Swift, and does not differ from itself.
private func importSource(_ bytes: [UInt8], _ path: String) {
  let file = ImportedFile(path: path, bytes: bytes)
  guard (try? StackImport([file], named: "shop", environment: "main", from: path)) != nil else { return }
  precondition((try? ConfigurationComparison(of: [file], with: [file]))?.differences == [])
}

private func readConfiguration(_ bytes: [UInt8]) {
  guard let written = try? WrittenConfiguration(reading: bytes) else { return }
  let identity = StackIdentity(stack: "shop", environment: "prod")
  let place = SourceLocation(fileID: "", path: "main.tf.json", line: 1, column: 1)
  _ = Coverage(of: written.stack(identity, at: place))
}

private func readText(_ text: String) {
  _ = try? JSONDocument(parsing: text)
  _ = try? ScheduleExpression(parsing: text)
  _ = try? CompositeRule(parsing: text)
  _ = try? TraceFilter(parsing: text)
  _ = try? MetricExpression(parsing: text)
  _ = try? RouteKey(parsing: text)
  _ = readTemplate(text) { _ in nil }
}

/// Puts a text into one of the arguments that are languages. Which one depends on the text, so that an input does the same
/// every time.
private func auditText(_ text: String) {
  readText(text)
  let quoted = String(decoding: plainJSON(.literal(text)), as: UTF8.self)
  let (type, argument) = texts[text.utf8.reduce(0) { ($0 &* 31 &+ Int($1)) & 0xffff } % texts.count]
  audit(
    Array(
      """
      {"format_version":"1.2","resource_changes":[{"address":"\(type).x","mode":"managed","type":"\(type)","name":"x",\
      "change":{"actions":["create"],"after":{"\(argument)":\(quoted)},"after_unknown":{}}}]}
      """.utf8))
}

/// Arguments that are languages of their own.
private let texts = [
  ("aws_iam_role", "assume_role_policy"), ("aws_iam_policy", "policy"), ("aws_sqs_queue", "redrive_policy"),
  ("aws_cloudwatch_dashboard", "dashboard_body"), ("aws_sfn_state_machine", "definition"),
  ("aws_cloudwatch_event_rule", "event_pattern"), ("aws_cloudwatch_query_definition", "query_string"),
  ("aws_cloudwatch_log_metric_filter", "pattern"), ("aws_sns_topic_subscription", "filter_policy"),
]
