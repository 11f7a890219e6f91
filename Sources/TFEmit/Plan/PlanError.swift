/// Why a document is no plan or state that can be audited. `description` is one clause without a full stop.
public enum PlanError: Error, Hashable {
  case notJSON(JSONError)
  case notAnObject
  /// The lines that `terraform plan -json` writes while it works.
  case stream
  /// JSON behind lines that a wrapper of terraform has printed, such as setup-terraform's.
  case otherOutput
  /// Terraform's own state file, or a plan file as `terraform plan -out` writes it.
  case stateFile
  case noFormat
  case futureFormat(String)
  /// `terraform show` of nothing: no plan was made, or the state is empty.
  case nothingPlanned
  case malformed(String)
}

extension PlanError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notJSON(let error): "it is no JSON: \(error); `terraform show -json PLAN` writes what can be read"
    case .stream:
      "it is what `terraform plan -json` writes while it works; write the plan to a file with `-out=PLAN`, and then `terraform show -json PLAN`"
    case .otherOutput:
      "a wrapper of terraform has printed lines before the JSON; call terraform itself (`terraform_wrapper: false` of setup-terraform, `--log-disable` of terragrunt), or remove the lines"
    case .notAnObject: "it is JSON, but no object; `terraform show -json PLAN` writes what can be read"
    case .stateFile: "it is terraform's own state file; write `terraform show -json` to a file and give that"
    case .noFormat: "it has no `format_version`, so it is not from `terraform show -json`"
    case .futureFormat(let version): "its format is '\(version)', and this program reads 0.1 to 1.x"
    case .nothingPlanned: "it holds neither planned resources nor a state"
    case .malformed(let place): "`\(place)` is not what `terraform show -json` writes there"
    }
  }
}
