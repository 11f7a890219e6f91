/// Workspaces of HCP Terraform or of Terraform Enterprise: a `cloud` block. Each stack in each environment has the workspace
/// `<start><stack>-<environment>`.
///
/// ```swift
/// var backend: Backend { .cloud(CloudWorkspaces(organization: "acme", project: "shop")) }
/// ```
///
/// The token is in Terraform's own configuration (`terraform login`), and never here.
///
/// Source: https://developer.hashicorp.com/terraform/language/block/terraform#cloud
public struct CloudWorkspaces: Hashable, Sendable {
  /// `organization`
  public var organization: String
  /// `hostname`; `app.terraform.io` where `nil`.
  public var hostname: String?
  /// `workspaces.project`; the organization's default project where `nil`.
  public var project: String?
  /// What the names of the workspaces begin with.
  public var start: String
  /// `workspaces.name`, for a stack with one environment; `<start><stack>-<environment>` where `nil`.
  public var workspace: String?

  public init(
    organization: String, hostname: String? = nil, project: String? = nil, named start: String = "",
    workspace: String? = nil
  ) {
    self.organization = organization
    self.hostname = hostname
    self.project = project
    self.start = start
    self.workspace = workspace
  }

  /// The `cloud` block for one state, in which Terraform evaluates nothing.
  package func block(for stack: StackIdentity) -> Block {
    var workspaces: Block = ["name": .literal(workspace(of: stack))]
    if let project { workspaces["project"] = .literal(project) }
    var block: Block = ["organization": .literal(organization), "workspaces": .blocks([workspaces])]
    if let hostname { block["hostname"] = .literal(hostname) }
    return block
  }

  /// What `terraform_remote_state` reads the workspace's state with.
  func reading(_ stack: StackIdentity) -> Block {
    var block: Block = [
      "organization": .literal(organization),
      "workspaces": .literalMap(["name": .literal(workspace(of: stack))]),
    ]
    if let hostname { block["hostname"] = .literal(hostname) }
    return block
  }

  private func workspace(of stack: StackIdentity) -> String {
    workspace ?? "\(start)\(stack.stack)-\(stack.environment)"
  }
}
