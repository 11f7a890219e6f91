package import TerraformModel

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
  /// How many characters it may have, white space aside.
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

  /// Where policies stand, by resource type. Sizes are AWS's own (AWS: IAM policy elements and 1.11), the larger where it raises
  /// them on request.
  static let byType: [String: [PolicyDocumentLocation]] = [
    "aws_iam_policy": [PolicyDocumentLocation("policy", .identity, upTo: 6_144)],
    "aws_iam_role_policy": [PolicyDocumentLocation("policy", .identity, upTo: 10_240, of: "role")],
    "aws_iam_user_policy": [PolicyDocumentLocation("policy", .identity, upTo: 2_048, of: "user")],
    "aws_iam_group_policy": [PolicyDocumentLocation("policy", .identity, upTo: 5_120, of: "group")],
    "aws_iam_role": [
      PolicyDocumentLocation("assume_role_policy", .trust, upTo: 4_096),
      PolicyDocumentLocation("policy", in: "inline_policy", .identity, upTo: 10_240),
    ],
    "aws_sns_topic_policy": [PolicyDocumentLocation("policy", .resource, upTo: 30_720, of: "arn")],
    "aws_sns_topic": [PolicyDocumentLocation("policy", .resource, upTo: 30_720)],
    "aws_sqs_queue_policy": [PolicyDocumentLocation("policy", .resource, upTo: 10_240, of: "queue_url")],
    "aws_sqs_queue": [PolicyDocumentLocation("policy", .resource, upTo: 10_240)],
    "aws_kms_key": [PolicyDocumentLocation("policy", .resource, upTo: 32_768)],
    "aws_kms_key_policy": [PolicyDocumentLocation("policy", .resource, upTo: 32_768, of: "key_id")],
    "aws_s3_bucket_policy": [PolicyDocumentLocation("policy", .resource, upTo: 20_480, of: "bucket")],
    "aws_secretsmanager_secret_policy": [PolicyDocumentLocation("policy", .resource, upTo: 20_480, of: "secret_arn")],
    "aws_cloudwatch_event_bus_policy": [
      PolicyDocumentLocation("policy", .resource, upTo: 10_240, of: "event_bus_name")
    ],
    "aws_cloudwatch_log_resource_policy": [PolicyDocumentLocation("policy_document", .resource, upTo: 5_120)],
    "aws_xray_resource_policy": [PolicyDocumentLocation("policy_document", .resource, upTo: 5_120)],
  ]
}

/// A policy document that a stack declares.
package struct DeclaredPolicy: Sendable {
  package let declaration: Declaration
  package let place: PolicyDocumentLocation
  package let document: CarriedDocument
  /// Those that are known.
  package let statements: [PolicyStatement]

  fileprivate init(_ value: Value, at place: PolicyDocumentLocation, of declaration: Declaration) {
    self.declaration = declaration
    self.place = place
    document = value.carriedDocument
    statements =
      if case .document(let document) = document {
        document.policyEntries.filter { !$0.isUndecided }.map(PolicyStatement.init)
      } else {
        []
      }
  }

  /// Whether the stack says all that is in it.
  package var isKnown: Bool {
    if case .document(let document) = document {
      !document.policyEntries.contains(where: \.isUndecided)
    } else {
      false
    }
  }

  /// What it is attached to, as far as the stack declares it.
  func holder(in stack: DeclaredStack) -> Declaration? {
    guard let argument = place.holder else { return declaration }
    guard case .text(let text) = declaration.block[argument] else { return nil }
    return stack.target(of: text)
  }
}

extension DeclaredPolicy {
  /// What it is attached to; `nil` where the stack does not declare that.
  ///
  /// - Throws: Where Terraform knows only after apply what it is attached to.
  package func knownHolder(in stack: DeclaredStack) throws(DecodingFailure) -> Declaration? {
    guard let argument = place.holder, case .text(let text) = declaration.block[argument] else {
      return holder(in: stack)
    }
    return try stack.target(of: text, in: argument)
  }
}

extension DeclaredStack {
  /// Every policy document of the stack, in the order of declaration.
  package var policies: [DeclaredPolicy] { cached(DeclaredPolicies.init).all }
}

private struct DeclaredPolicies: Sendable {
  let all: [DeclaredPolicy]

  init(_ stack: DeclaredStack) {
    all = stack.managed(anyOf: PolicyDocumentLocation.byType.keys).flatMap { declaration in
      (PolicyDocumentLocation.byType[declaration.resourceType] ?? []).flatMap { place in
        place.values(in: declaration.block).map { DeclaredPolicy($0, at: place, of: declaration) }
      }
    }
  }
}

extension PolicyDocumentLocation {
  fileprivate func values(in arguments: Block) -> [Value] {
    guard let block else { return arguments[argument].map { [$0] } ?? [] }
    guard case .blocks(let blocks) = arguments[block] else { return [] }
    return blocks.compactMap { $0[argument] }
  }
}
