import InfraModel
import TFEmit

/// Writes Terraform JSON for stacks that no error stands against.
struct SynthCommand: Command {
  static let name = "synth"
  static let summary = "check the stacks, then write out/<stack>/<environment>/*.tf.json"
  static let usage = """
    usage: infra-gen synth [options]

    \(Selection.usage)
      --out DIR       where to write, out/ unless said otherwise

    Nothing is written while any error stands (exit code 1), and a file that cannot be written leaves all others as they
    were (exit codes 73 and 74). A stack without resources is an error (exit code 3).
    """

  let selection: Selection
  let out: String

  init(_ words: inout Words) throws {
    selection = try Selection(&words)
    out = try words.value(of: "--out") ?? "out"
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
