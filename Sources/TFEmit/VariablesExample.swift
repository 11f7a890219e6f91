import InfraModel

/// `terraform.tfvars.example`: every variable of a stack with its description, to be copied to `terraform.tfvars`, which
/// Terraform reads by itself. Those without a default stand first; those with one are comments.
///
/// Source: https://developer.hashicorp.com/terraform/language/values/variables#variable-definitions-tfvars-files
func variablesExample(of stack: DeclaredStack) -> [UInt8]? {
  let variables = stack.configuration.filter { $0.section == .variable }
  guard !variables.isEmpty else { return nil }
  let required = variables.filter(\.isRequired)
  let optional = variables.filter { !$0.isRequired }
  var sections = ["# Copy this file to terraform.tfvars, which Terraform reads, and replace the values.\n"]
  if !required.isEmpty {
    sections.append("# Without a default: Terraform asks for those that are not here.\n")
    sections += required.map(\.requiredLines)
  }
  if !optional.isEmpty {
    sections.append("# With a default, which is the value here.\n")
    sections += optional.map(\.optionalLines)
  }
  return Array(sections.joined(separator: "\n").utf8)
}

extension ConfigurationBlock {
  fileprivate var requiredLines: String {
    let type = block["type"]?.knownWord ?? "any"
    guard let example else { return "\(comment)# \(label ?? "") =   # \(type)\n" }
    return "\(comment)\(label ?? "") = \(example.constant)\n"
  }

  fileprivate var optionalLines: String {
    if block["sensitive"] == true {
      return "\(comment)# Sensitive: pass it in the environment, as TF_VAR_\(label ?? ""), and not in a file.\n"
    }
    let value = block["default"]?.constant ?? "null"
    return "\(comment)# \(label ?? "") = \(value)\n"
  }

  private var comment: String {
    (block["description"]?.knownWord ?? "").split(whereSeparator: \.isNewline).map { "# \($0)\n" }.joined()
  }
}

extension Value {
  /// A text that no variable decides.
  fileprivate var knownWord: String? {
    switch self {
    case .text(let text): text.literal
    case .literal(let literal): literal
    default: nil
    }
  }
}
