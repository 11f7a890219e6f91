extension ResourceCatalog {
  /// Types of which little else is known than the arguments that hold secrets.
  static let secretHolders: [ResourceFacts] = [
    ResourceFacts(
      "aws_codebuild_source_credential",
      documentation: "https://docs.aws.amazon.com/codebuild/latest/APIReference/API_ImportSourceCredentials.html",
      secrets: [SecretArgument("token", when: ("auth_type", "PERSONAL_ACCESS_TOKEN"))]),
    ResourceFacts(
      "aws_cognito_user",
      documentation:
        "https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_AdminCreateUser.html",
      secrets: [SecretArgument("password"), SecretArgument("temporary_password")]),
    ResourceFacts(
      "aws_directory_service_directory",
      documentation: "https://docs.aws.amazon.com/directoryservice/latest/devguide/API_CreateDirectory.html",
      data: StatefulData("users", in: "directory"),
      secrets: [SecretArgument("password")]),
    ResourceFacts(
      "aws_dms_endpoint", documentation: "https://docs.aws.amazon.com/dms/latest/APIReference/API_CreateEndpoint.html",
      secrets: [SecretArgument("password")]),
    ResourceFacts(
      "aws_cloudwatch_event_connection",
      documentation: "https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_CreateConnection.html",
      secrets: [
        SecretArgument("auth_parameters.api_key.value"), SecretArgument("auth_parameters.basic.password"),
        SecretArgument("auth_parameters.oauth.client_parameters.client_secret"),
      ]),
    ResourceFacts(
      "aws_lightsail_database",
      documentation: "https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_CreateRelationalDatabase.html",
      data: StatefulData("databases", in: "database", named: "relational_database_name"),
      secrets: [SecretArgument("master_password")]),
  ]
}
