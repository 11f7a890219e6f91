import Foundation
import InfraModel
import Testing

@testable import InfraCLI

/// Commits what `synth` writes for the declarations.
func commit(_ folder: String, _ declare: @escaping @Sendable (inout StackBuilder) -> Void) throws {
  _ = run(["synth", "--out", "\(folder)/out"], declare)
  try git(["init", "-q"], in: folder)
  try git(["add", "."], in: folder)
  try git(["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "one"], in: folder)
}

private func git(_ arguments: [String], in folder: String) throws {
  let git = Process()
  git.executableURL = URL(filePath: "/usr/bin/env")
  git.arguments = ["git", "-C", folder] + arguments
  try git.run()
  git.waitUntilExit()
  #expect(git.terminationStatus == 0)
}
