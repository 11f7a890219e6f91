/// An argument that holds a policy document, and what AWS asks of documents there.
package struct PolicyDocumentLocation: Sendable {
  /// Which kind of permission a document there grants.
  package enum Kind: Sendable {
    /// What the principal that has it may do.
    case identity
    /// Who may assume a role.
    case trust
    /// Who may do what with a resource.
    case resource
  }

  let argument: String
  /// The nested block that the argument is in, if any.
  let block: String?
  package let kind: Kind
  /// How many characters it may have, white space aside: AWS's own size, the larger where AWS raises it on request.
  ///
  /// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
  package let size: Int
  /// The argument that says what the policy is attached to; the resource itself where `nil`.
  package let holder: String?

  init(_ argument: String, in block: String? = nil, _ kind: Kind, upTo size: Int, of holder: String? = nil) {
    self.argument = argument
    self.block = block
    self.kind = kind
    self.size = size
    self.holder = holder
  }

  /// Whether statements have to say whom they are about; otherwise they must not.
  package var namesPrincipals: Bool { kind != .identity }
  /// Whether statements have to say what they are about; otherwise they must not.
  package var namesResources: Bool { kind != .trust }

  /// The argument as findings name it.
  package var path: String { block.map { "\($0).\(argument)" } ?? argument }
}
