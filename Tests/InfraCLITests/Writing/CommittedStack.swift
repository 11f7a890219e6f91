import InfraModel

@testable import InfraCLI

/// Commits what `synth` writes for the declarations.
func commit(_ folder: String, _ declare: @escaping @Sendable (inout StackBuilder) -> Void) throws {
  _ = run(["synth", "--out", "\(folder)/out"], declare)
  try git(["init", "-q"], in: folder)
  try git(["add", "."], in: folder)
  try git(["-c", "user.name=a", "-c", "user.email=a@example.com", "commit", "-qm", "one"], in: folder)
}
