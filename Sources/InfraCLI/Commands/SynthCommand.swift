import InfraModel
import TFEmit

/// Writes Terraform JSON for stacks that no error stands against.
struct SynthCommand: Command {
  static let name = "synth"
  static let summary = "check the stacks, then write out/<stack>/<environment>/*.tf.json"
  static let outOption = Option.value("--out", "DIR", .folder, "where to write; out/ unless said otherwise")
  static let options = Selection.options + [outOption]
  static let details = """
    Nothing is written while any error stands (exit code 1), and a file that cannot be written leaves all others as they
    were (exit codes 73 and 74). A stack without resources is an error (exit code 3).
    """
  static let examples = [
    Example("synth", "every stack in every environment"),
    Example("synth --stack lego-api --env dev", "one environment of one stack"),
  ]

  let selection: Selection
  let out: String

  init(_ words: inout Words) throws {
    selection = Selection(words)
    out = words.value(of: Self.outOption) ?? "out"
  }

  func run(in program: Program) throws -> Outcome {
    let verdicts = try Verdicts(of: selection, in: program)
    guard verdicts.passes else {
      return Outcome(
        log: findingsText(verdicts) + verdicts.summary(next: "mend them; nothing was written"), code: .findings)
    }
    let files = verdicts.verdicts.compactMap(\.validated).flatMap { validated in
      validated.files().map { file in
        GeneratedFile(path: "\(out)/\(validated.stack.identity)/\(file.path)", bytes: file.bytes)
      }
    }
    let changed = try write(files)
    let first = verdicts.verdicts.map(\.stack).inApplyOrder.first.map { "\(out)/\($0.identity)" } ?? out
    let next = "cd \(first) && terraform init && terraform plan"
    return Outcome(
      output: changed.map { "\($0)\n" }.joined(),
      log: findingsText(verdicts, atLeast: .warning) + verdicts.summary(next: next)
        + "\(counted(changed.count, "file")) written, \(files.count - changed.count) as they were\n")
  }
}
