/// A system that is declared in Swift and applied by Terraform: one Terraform state per stack and environment.
public protocol Stack: Sendable {
  associatedtype Environment: StackEnvironment

  /// Lower-case words joined by hyphens. It is the folder below out/ and the start of every physical name.
  static var name: String { get }
  var environment: Environment { get }
  /// Where everything lives that is not declared to live elsewhere.
  var region: Region { get }
  /// The account this environment is in: the provider's `allowed_account_ids`, so that Terraform refuses to touch any
  /// other. Where stacks say nothing, those of one environment's name are taken to share an account.
  var account: AccountID? { get }
  /// Where Terraform keeps the state. `.local` unless the stack says otherwise.
  var backend: Backend { get }
  /// What it is applied with. Terraform 1.6 and provider 5.100 unless the stack says otherwise.
  var versions: ToolVersions { get }
  /// The provider's `default_tags`, on everything that can be tagged.
  var tags: [String: String] { get }
  /// How much rules matter to this stack in this environment, where it disagrees with them. They win over the program's.
  var ruleLevels: [RuleID: RuleLevel] { get }

  init(environment: Environment)
  func declare(in stack: inout StackBuilder)
}

extension Stack {
  public var account: AccountID? { nil }
  public var backend: Backend { .local }
  public var versions: ToolVersions { ToolVersions() }
  public var tags: [String: String] { ["Stack": Self.name, "Environment": environment.rawValue] }
  public var ruleLevels: [RuleID: RuleLevel] { [:] }
}

/// The environments a stack exists in: an enum of the user's own, so that a difference between them is an exhaustive
/// `switch` and adding one breaks exactly the places that must decide.
public protocol StackEnvironment: CaseIterable, RawRepresentable<String>, Sendable {
  /// Whether customers depend on it. Some rules ask more of such an environment.
  var isProduction: Bool { get }
}
