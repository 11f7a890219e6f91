/// Where Terraform keeps its state. Each stack in each environment has its own.
///
/// Terraform evaluates no expression in a backend, so nothing here takes a `Text`: a variable or a reference in a
/// backend does not compile, where Terraform would use its text as the name of a bucket.
public enum Backend: Hashable, Sendable {
  /// A file beside the configuration: for experiments, as it is neither shared nor locked.
  case local
  /// The object `<stack>/<environment>/terraform.tfstate` of a bucket, encrypted (`encrypt`).
  case s3(bucket: String, region: Region, lock: StateLock)
  /// HCP Terraform or Terraform Enterprise (`cloud`), in the workspace `<stack>-<environment>`.
  case cloud(CloudWorkspaces)
  /// Any other backend, with Terraform's own arguments.
  case raw(RawBackend)
}

/// How a state in S3 is locked, so that no two applies run at once.
public enum StateLock: Hashable, Sendable {
  /// An object beside the state (`use_lockfile`). Terraform and OpenTofu support it from 1.10 on, and
  /// `required_version` requires that.
  case lockfile
  /// A table whose key is `LockID` (`dynamodb_table`). Every version supports it; Terraform deprecates it from 1.10 on.
  case dynamoDB(table: String)
}

extension Backend {
  /// Terraform's name for the backend, and its arguments for one state. `nil` for Terraform's default, and for `cloud`, which
  /// is no backend to Terraform.
  public func block(for stack: StackIdentity) -> (type: String, arguments: Block)? {
    switch self {
    case .local: return nil
    case .s3(let bucket, let region, let lock):
      var arguments = readingS3(bucket, region, stack)
      arguments["encrypt"] = true
      switch lock {
      case .lockfile: arguments["use_lockfile"] = true
      case .dynamoDB(let table): arguments["dynamodb_table"] = .literal(table)
      }
      return ("s3", arguments)
    case .cloud: return nil
    case .raw(let backend):
      return (backend.type, backend.arguments(for: stack))
    }
  }

  /// What `terraform_remote_state` needs to read the state of a stack. It evaluates its arguments, so text that is
  /// literal in a backend has to be a template there.
  func reading(_ stack: StackIdentity) -> (type: String, arguments: Block) {
    switch self {
    // out/<stack>/<environment>/ of both stacks are side by side.
    case .local: ("local", ["path": "\(Text(.modulePath))/../../\(stack.description)/terraform.tfstate"])
    case .s3(let bucket, let region, _): ("s3", readingS3(bucket, region, stack).asTemplates)
    case .cloud(let workspaces): ("remote", workspaces.reading(stack).asTemplates)
    case .raw(let backend): (backend.type, backend.arguments(for: stack).asTemplates)
    }
  }

  private func readingS3(_ bucket: String, _ region: Region, _ stack: StackIdentity) -> Block {
    [
      "bucket": .literal(bucket), "key": .literal("\(stack)/terraform.tfstate"), "region": .literal(region.rawValue),
    ]
  }
}

extension Block {
  fileprivate var asTemplates: Block {
    Block(uniqueArguments: arguments.map { ($0.name, $0.value.asTemplate) })
  }
}

extension Value {
  /// The same value for a place that Terraform evaluates.
  fileprivate var asTemplate: Value {
    switch self {
    case .literal(let literal): .text(Text(literal))
    case .literalMap(let values): .map(values.mapValues(\.asTemplate))
    case .list(let values): .list(values.map(\.asTemplate))
    case .bool, .integer, .number, .text, .address, .map, .blocks, .json: self
    }
  }
}
