extension Reference {
  /// The reference as it stands where Terraform evaluates nothing but references: `aws_sns_topic.events[each.key].arn`. Where
  /// Terraform would have to evaluate the key, it is the resource as a whole, all of whose instances count.
  var traversal: String {
    let end = attribute.isEmpty ? "" : ".\(attribute)"
    switch instance {
    case nil: return "\(address)\(end)"
    case .key(.named(let value)): return "\(address)[\(value.spelling)]\(end)"
    case .key, .element: return instance?.knownIndex.map { "\(address)\($0)\(end)" } ?? "\(address)"
    }
  }
}

extension Reference.Instance {
  /// `["orders"]` or `[0]`; `nil` for a key that Terraform evaluates.
  var knownIndex: String? {
    switch self {
    case .key(.literal(.integer(let number))): "[\(number)]"
    case .key(.literal(.text(let text))): text.literal.map { "[\($0.quotedForHCL)]" }
    case .key, .element: nil
    }
  }
}
