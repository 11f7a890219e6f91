import TerraformModel

extension ResourceCatalog {
  /// The account's encryption of traces.
  static let traceEncryption: [ResourceFacts] = [
    ResourceFacts(
      "aws_xray_encryption_config",
      documentation: "https://docs.aws.amazon.com/xray/latest/api/API_PutEncryptionConfig.html", identifiedBy: [],
      iamPrefix: "xray",
      quota: ResourceQuota(1, "X-Ray encryption settings", of: nil, fix: { "remove '\($0)'" }),
      limits: [ArgumentLimit("type", .word(["NONE", "KMS"]))],
      constraints: [
        ArgumentConstraint("encrypts with a key and names none", fix: "set `key_id`") { encryption in
          encryption.text("type") != "KMS" || encryption.has("key_id")
        }
      ])
  ]
}
