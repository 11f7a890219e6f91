import InfraModel

/// The result of one check: what was found, and how to fix a problem.
struct Diagnosis {
  let subject: String
  let observation: String
  /// How to fix the problem; `nil` if there is none.
  let cure: String?

  static func well(_ subject: String, _ observation: String) -> Diagnosis {
    Diagnosis(subject: subject, observation: observation, cure: nil)
  }

  static func ill(_ subject: String, _ observation: String, cure: String) -> Diagnosis {
    Diagnosis(subject: subject, observation: observation, cure: cure)
  }
}

extension ProbedEnvironment {
  /// The checks of the machine and the repository, which need no stack.
  ///
  /// `needs`: The newest Terraform version that a stack requires.
  /// `run`: The program in the printed command lines.
  func diagnoses(needs: TerraformVersion, curedBy run: ProgramName) -> [Diagnosis] {
    [swiftDiagnosis, terraformDiagnosis(needs: needs), integrationDiagnosis(curedBy: run), ignoreDiagnosis].compactMap(
      \.self)
  }

  private var swiftDiagnosis: Diagnosis {
    guard let swift else {
      return .ill("Swift", "not on the path", cure: "install Swift 6.1 or later; stacks are built with it")
    }
    guard let version = Version(in: swift, after: "Swift version "), version < Version(6, 1) else {
      return .well("Swift", swift)
    }
    return .ill("Swift", "\(version)", cure: "install Swift 6.1 or later")
  }

  private func terraformDiagnosis(needs: TerraformVersion) -> Diagnosis {
    guard let terraform else {
      return .ill(
        "Terraform", "neither terraform nor tofu is on the path",
        cure: "install Terraform or OpenTofu \(needs) or later, which applies the files that synth writes")
    }
    guard let version = Version(in: terraform, after: " v"), let minimum = Version(needs.description), version < minimum
    else {
      return .well("Terraform", terraform)
    }
    return .ill("Terraform", terraform, cure: "install \(needs) or later, which a stack requires")
  }

  private func integrationDiagnosis(curedBy run: ProgramName) -> Diagnosis {
    guard let first = continuousIntegration.first else {
      return .ill(
        "CI", "no configuration file of a known CI system",
        cure: "run `check --format github` and `synth --check` in CI; `\(run("init DIR"))` writes a workflow to copy")
    }
    return .well("CI", first)
  }

  private var ignoreDiagnosis: Diagnosis? {
    guard let committable else { return nil }
    guard let first = committable.first else { return .well("git", "ignores Terraform's state") }
    let name = first.split(separator: "/").last.map(String.init) ?? first
    return .ill(
      "git", "does not ignore Terraform's state, which may hold secrets, such as '\(name)'",
      cure: "add `.terraform/`, `*.tfstate` and `*.tfstate.backup` to .gitignore")
  }
}

/// `major.minor`, which is all that the checks compare.
struct Version: Comparable, CustomStringConvertible {
  let major: Int
  let minor: Int

  init(_ major: Int, _ minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// `1.11`, `1.11.4`
  init?(_ text: some StringProtocol) {
    let numbers = text.split(separator: ".").prefix(2).map { $0.prefix { $0.isNumber } }.compactMap { Int($0) }
    guard numbers.count == 2 else { return nil }
    self.init(numbers[0], numbers[1])
  }

  /// The version after a prefix in a program's version output.
  init?(in text: String, after mark: String) {
    guard let start = text.indices.first(where: { text[$0...].hasPrefix(mark) }) else { return nil }
    self.init(text[start...].dropFirst(mark.count))
  }

  static func < (left: Version, right: Version) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }

  var description: String { "\(major).\(minor)" }
}
