import Foundation
public import InfraModel
import TFEmit
public import Testing

/// Expects that a stack is written as the Terraform JSON that was reviewed and committed, beside the test in
/// `Snapshots/<stack>-<environment>.tf.json`.
///
/// A missing snapshot is written, and the test fails: review the recorded file before you commit it. To record it
/// again, delete it.
public func expectSnapshot(
  of stack: some Stack, rules: [any Rule.Type] = Policy.standardRules,
  sourceLocation: Testing.SourceLocation = #_sourceLocation, file: String = #filePath
) throws {
  guard let validated = validated(stack, by: rules, at: sourceLocation) else { return }
  let identity = validated.stack.identity
  let snapshot = URL(fileURLWithPath: file).deletingLastPathComponent()
    .appending(path: "Snapshots/\(identity.stack)-\(identity.environment).tf.json")
  let written = validated.files().first { $0.path == "main.tf.json" }?.bytes ?? []
  guard let recorded = try? Data(contentsOf: snapshot) else {
    try FileManager.default.createDirectory(at: snapshot.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(written).write(to: snapshot)
    Issue.record("recorded \(snapshot.path()): read it, commit it, and run again", sourceLocation: sourceLocation)
    return
  }
  guard recorded != Data(written) else { return }
  Issue.record(
    """
    \(identity) no longer matches \(snapshot.lastPathComponent); delete the file to record it again
    \(changedLines(from: recorded, to: Data(written)))
    """, sourceLocation: sourceLocation)
}

/// The removed and the added lines.
func changedLines(from old: Data, to new: Data) -> String {
  let (old, new) = (lines(of: old), lines(of: new))
  return new.difference(from: old).map { change in
    switch change {
    case .remove(_, let line, _): "- \(line)"
    case .insert(_, let line, _): "+ \(line)"
    }
  }.joined(separator: "\n")
}

private func lines(of data: Data) -> [Substring] {
  String(decoding: data, as: UTF8.self).split(separator: "\n")
}
