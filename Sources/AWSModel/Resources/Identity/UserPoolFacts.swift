extension ResourceCatalog {
  /// User pools, whose names several may have.
  static let userPools: [ResourceFacts] = [
    ResourceFacts(
      "aws_cognito_user_pool",
      documentation:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_CreateUserPool.html",
      nameAttribute: "name",
      identifiedBy: ["arn", "id"],
      data: StatefulData("users", in: "user pool"),
      iamPrefix: "cognito-idp", dimension: NamedDimension("UserPool", attributes: ["id"]),
      metrics: UserPoolMetrics.namespace,
      calls: FunctionCalling(
        [
          "create_auth_challenge", "custom_message", "define_auth_challenge", "post_authentication",
          "post_confirmation", "pre_authentication", "pre_sign_up", "pre_token_generation", "user_migration",
          "verify_auth_challenge_response",
        ].map { "lambda_config.\($0)" }, by: "cognito-idp.amazonaws.com", for: .unknown),
      safeguards: [
        Safeguard(.deletion, "deletion_protection", .word("ACTIVE"), "can be deleted with its users by one call")
      ], part: RequestPart(.userPool, entry: .browser))
  ]
}
