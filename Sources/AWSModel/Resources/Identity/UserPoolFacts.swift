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
      iamPrefix: "cognito-idp")
  ]
}
