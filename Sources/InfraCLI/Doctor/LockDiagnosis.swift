/// A configuration folder in out/, and its provider lock file.
struct LockedFolder {
  /// The path for `terraform -chdir`, such as `out/website/prod`.
  let path: String
  /// The stack's version constraint, such as `~> 5.100`.
  let constraint: String
  /// The text of the lock file; `nil` if there is none.
  let text: String?
  /// Whether Git ignores the lock file.
  let isIgnored: Bool
}

/// What is wrong with a lock file.
private enum LockFault: CaseIterable {
  case ignored
  case missing
  case withoutProvider
  case otherVersion
  case onePlatform

  func observation(of folder: LockedFolder, in places: String) -> String {
    let file = ProviderLock.fileName
    return switch self {
    case .ignored: "\(file) is git-ignored in \(places), so machines may use different provider versions"
    case .missing: "\(file) is missing in \(places), so machines may use different provider versions"
    case .withoutProvider: "\(file) does not list hashicorp/aws in \(places)"
    case .otherVersion:
      "\(file) has hashicorp/aws \(folder.lock?.version ?? "") in \(places), and the stack requires \(folder.constraint)"
    case .onePlatform: "\(file) has the hashes of only one platform in \(places)"
    }
  }

  func cure(in folder: String) -> String {
    let file = ProviderLock.fileName
    return switch self {
    case .ignored: "remove \(file) from .gitignore"
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

/// Each kind of fault once, with the first folder that has it; one line that all is ok if there is none.
func diagnoses(of folders: [LockedFolder]) -> [Diagnosis] {
  let subject = "provider lock"
  let faulty = Dictionary(grouping: folders, by: \.fault)
  let found = LockFault.allCases.compactMap { fault -> Diagnosis? in
    guard let ill = faulty[fault], let first = ill.first else { return nil }
    let isOnly = ill.count == 1
    let places = first.path + (isOnly ? "" : " and \(counted(ill.count - 1, "other"))")
    return .ill(
      subject, fault.observation(of: first, in: places),
      cure: fault.cure(in: first.path) + (isOnly || fault == .ignored ? "" : "; repeat for the others"))
  }
  guard found.isEmpty, let version = folders.first?.lock?.version else { return found }
  return [.well(subject, "hashicorp/aws \(version) in \(counted(folders.count, "folder"))")]
}
