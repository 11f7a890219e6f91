/// The tools and files of a machine and a repository that stacks need.
struct ProbedEnvironment {
  /// The output of `swift --version`; `nil` if swift is not installed.
  var swift: String?
  /// The output of `terraform version`, or else of `tofu version`; `nil` if neither is installed.
  var terraform: String?
  /// The configuration files of CI systems.
  var continuousIntegration: [String]
  /// Files that Git would commit although it should not; `nil` if there is no repository.
  var committable: [String]?

  /// Inspects the machine, and the repository in a folder.
  init(in folder: String, out: String) {
    swift = firstLine(of: ["swift", "--version"])
    terraform = firstLine(of: ["terraform", "version"]) ?? firstLine(of: ["tofu", "version"])
    continuousIntegration = filesOfCI.filter { exists("\(folder)/\($0)") }
    let workflows = (try? fileNames(in: "\(folder)/.github/workflows")) ?? []
    continuousIntegration += workflows.filter { $0.hasSuffix(".yml") || $0.hasSuffix(".yaml") }.sorted()
      .map { ".github/workflows/\($0)" }
    committable = isRepository(folder) ? stateFiles(in: out).filter { !isIgnored($0, in: folder) } : nil
  }

  init(swift: String?, terraform: String?, continuousIntegration: [String], committable: [String]?) {
    self.swift = swift
    self.terraform = terraform
    self.continuousIntegration = continuousIntegration
    self.committable = committable
  }
}

extension LockedFolder {
  /// Reads the lock file next to a configuration.
  ///
  /// `directory`: The program's working directory.
  init(_ path: String, constraint: String, in directory: String) throws {
    let file = "\(path)/\(ProviderLock.fileName)"
    let text = try readFile(file).map { String(decoding: $0, as: UTF8.self) }
    self.init(path: path, constraint: constraint, text: text, isIgnored: InfraCLI.isIgnored(file, in: directory))
  }
}

private let filesOfCI = [
  ".ci/run", ".circleci/config.yml", ".gitlab-ci.yml", "Jenkinsfile", "azure-pipelines.yml", "bitbucket-pipelines.yml",
  "buildspec.yml",
]

/// Files that Terraform writes to a configuration's folder, which may contain secrets.
private func stateFiles(in out: String) -> [String] {
  [".terraform/terraform.tfstate", "terraform.tfstate", "terraform.tfstate.backup"].map { "\(out)/stack/env/\($0)" }
}

private func exists(_ path: String) -> Bool {
  ((try? readFile(path)) ?? nil) != nil
}

private func isRepository(_ folder: String) -> Bool {
  answers(["rev-parse", "--git-dir"], in: folder)
}

private func isIgnored(_ path: String, in folder: String) -> Bool {
  // `check-ignore` fails with `--literal-pathspecs`; a path with a folder in front has no pathspec magic.
  answers(["check-ignore", "--quiet", "--no-index", "--", path.hasPrefix("/") ? path : "./\(path)"], in: folder)
}

/// Whether a Git command exits with 0.
private func answers(_ arguments: [String], in folder: String) -> Bool {
  ((try? gitOutput(arguments, in: folder)) ?? nil) != nil
}

private func firstLine(of command: [String]) -> String? {
  guard let bytes = try? output(of: command), let line = bytes.split(separator: UInt8(ascii: "\n")).first else {
    return nil
  }
  return String(decoding: line, as: UTF8.self)
}
