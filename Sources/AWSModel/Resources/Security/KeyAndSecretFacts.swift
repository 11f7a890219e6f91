import TerraformModel

extension ResourceCatalog {
  /// Keys, secrets and parameters.
  static let keysAndSecrets: [ResourceFacts] = [
    // Nothing decrypts what was encrypted with a key that is gone.
    ResourceFacts(
      "aws_kms_key", documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
      identifiedBy: ["arn", "key_id"],
      data: StatefulData("encrypted data", in: "key", named: nil),
      iamPrefix: "kms", dimension: NamedDimension("KeyId", attributes: ["key_id", "id"], isMadeByAWS: true),
      metrics: KeyMetrics.namespace, policies: [PolicyDocumentLocation("policy", .resource, upTo: 32_768)],
      rates: [BaseRate(.key)]),
    ResourceFacts(
      "aws_kms_replica_key",
      documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_ReplicateKey.html",
      identifiedBy: ["arn", "key_id"], iamPrefix: "kms", rates: [BaseRate(.key)]),
    ResourceFacts(
      "aws_kms_key_policy", documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
      identifiedBy: [], iamPrefix: "kms",
      policies: [PolicyDocumentLocation("policy", .resource, upTo: 32_768, of: "key_id")]),
    ResourceFacts(
      "aws_kms_external_key", documentation: "https://docs.aws.amazon.com/kms/latest/APIReference/API_CreateKey.html",
      identifiedBy: ["arn"],
      data: StatefulData("encrypted data", in: "key with imported material", named: nil),
      iamPrefix: "kms", rates: [BaseRate(.key)]),
    ResourceFacts(
      "aws_secretsmanager_secret",
      documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_CreateSecret.html",
      name: NamingRule(length: 1...512, characters: .alphanumerics(and: "/_+=.@-")),
      data: StatefulData("versions", in: "secret"),
      iamPrefix: "secretsmanager",
      safeguards: [
        Safeguard(
          .recovery, "recovery_window_in_days", .atLeast(7), isDefault: true,
          "is deleted at once, without days in which it can be restored")
      ], rates: [BaseRate(.secret)]),
    ResourceFacts(
      "aws_secretsmanager_secret_version",
      documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutSecretValue.html",
      identifiedBy: [], iamPrefix: "secretsmanager",
      secrets: [
        SecretArgument("secret_string", instead: "secret_string_wo"), SecretArgument("secret_binary"),
      ]),
    ResourceFacts(
      "aws_secretsmanager_secret_policy",
      documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_PutResourcePolicy.html",
      identifiedBy: [], iamPrefix: "secretsmanager",
      policies: [PolicyDocumentLocation("policy", .resource, upTo: 20_480, of: "secret_arn")]),
    ResourceFacts(
      "aws_secretsmanager_secret_rotation",
      documentation: "https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_RotateSecret.html",
      identifiedBy: [], iamPrefix: "secretsmanager",
      calls: FunctionCalling(
        ["rotation_lambda_arn"], by: "secretsmanager.amazonaws.com", for: .unknown, triesAtOnce: true)),
    ResourceFacts(
      "aws_ssm_parameter",
      documentation: "https://docs.aws.amazon.com/systems-manager/latest/APIReference/API_PutParameter.html",
      name: NamingRule(length: 1...1_011, characters: .alphanumerics(and: "_.-/")),
      data: StatefulData("value", in: "parameter"),
      iamPrefix: "ssm",
      secrets: [SecretArgument("value", when: ("type", "SecureString"), instead: "value_wo")],
      rates: [BaseRate(.advancedParameter, when: [.word("tier", of: ["Advanced"])])]),
    // AWS issues the private key once, and devices have it.
    ResourceFacts(
      "aws_iot_certificate",
      documentation: "https://docs.aws.amazon.com/iot/latest/apireference/API_CreateKeysAndCertificate.html",
      data: StatefulData("private key", in: "device certificate", named: nil),
      iamPrefix: "iot"),
  ]
}
