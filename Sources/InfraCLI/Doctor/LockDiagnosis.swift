/// A configuration in out/, and what stands beside it of the provider.
struct LockedFolder {
  /// As Terraform is told it, such as `out/website/prod`.
  let path: String
  /// What the stack asks of the provider, such as `~> 5.100`.
  let constraint: String
  /// The text of the lock file; `nil` where there is none.
  let text: String?
  /// Whether git would not take it along.
  let isIgnored: Bool
}

/// What is wrong with a lock file.
private enum LockFault: CaseIterable {
  case ignored
  case missing
  case withoutProvider
  case otherVersion
  case onePlatform

  func observation(of folder: LockedFolder) -> String {
    switch self {
    case .ignored: "is to have one that git ignores, so each machine chooses its own provider"
    case .missing: "has none, so each machine chooses its own provider"
    case .withoutProvider: "has one that does not speak of hashicorp/aws"
    case .otherVersion: "has hashicorp/aws \(folder.lock?.version ?? ""), and the stack asks for \(folder.constraint)"
    case .onePlatform: "has one for the platform it was written on, and no other"
    }
  }

  func cure(in folder: String) -> String {
    let file = ProviderLock.fileName
    return switch self {
    case .ignored: "take \(file) out of .gitignore"
    case .missing, .withoutProvider: "run `terraform -chdir=\(folder) init`, and commit \(file)"
    case .otherVersion: "run `terraform -chdir=\(folder) init -upgrade`, and commit \(file)"
    case .onePlatform:
      "run `terraform -chdir=\(folder) providers lock -platform=linux_amd64 -platform=darwin_arm64`, and commit \(file)"
    }
  }
}

extension LockedFolder {
  fileprivate var lock: ProviderLock? { text.flatMap { ProviderLock(reading: $0) } }

  fileprivate var fault: LockFault? {
    if isIgnored { return .ignored }
    guard text != nil else { return .missing }
    guard let lock else { return .withoutProvider }
    guard lock.fits(constraint) else { return .otherVersion }
    return lock.isOfOnePlatform ? .onePlatform : nil
  }
}

/// Each kind of fault once, with the first folder that has it; one line of praise where there is none.
func diagnoses(of folders: [LockedFolder]) -> [Diagnosis] {
  let subject = "provider lock"
  let faulty = Dictionary(grouping: folders, by: \.fault)
  let found = LockFault.allCases.compactMap { fault -> Diagnosis? in
    guard let ill = faulty[fault], let first = ill.first else { return nil }
    let isOnly = ill.count == 1
    return .ill(
      subject, "\(first.path)\(isOnly ? "" : ", as \(ill.count - 1) more,") \(fault.observation(of: first))",
      cure: fault.cure(in: first.path) + (isOnly || fault == .ignored ? "" : "; the same in the others"))
  }
  guard found.isEmpty, let version = folders.first?.lock?.version else { return found }
  return [.well(subject, "hashicorp/aws \(version) in \(counted(folders.count, "folder"))")]
}
