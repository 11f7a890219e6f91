// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_cognito_user_pool`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool
public struct AWSCognitoUserPool: GeneratedResource {
  public static let type = "aws_cognito_user_pool"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - emailVerificationMessage: set by the provider where left out.
  ///   - emailVerificationSubject: set by the provider where left out.
  ///   - schema: at most 50.
  ///   - smsVerificationMessage: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  ///   - userPoolTier: set by the provider where left out.
  public init(
    _ label: String,
    name: Text,
    accountRecoverySetting: AccountRecoverySetting? = nil,
    adminCreateUserConfig: AdminCreateUserConfig? = nil,
    aliasAttributes: List<Text>? = nil,
    autoVerifiedAttributes: List<Text>? = nil,
    deletionProtection: Text? = nil,
    deviceConfiguration: DeviceConfiguration? = nil,
    emailConfiguration: EmailConfiguration? = nil,
    emailMFAConfiguration: EmailMFAConfiguration? = nil,
    emailVerificationMessage: Text? = nil,
    emailVerificationSubject: Text? = nil,
    lambdaConfig: LambdaConfig? = nil,
    mfaConfiguration: Text? = nil,
    passwordPolicy: PasswordPolicy? = nil,
    schema: [Schema]? = nil,
    signInPolicy: SignInPolicy? = nil,
    smsAuthenticationMessage: Text? = nil,
    smsConfiguration: SMSConfiguration? = nil,
    smsVerificationMessage: Text? = nil,
    softwareTokenMFAConfiguration: SoftwareTokenMFAConfiguration? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    userAttributeUpdateSettings: UserAttributeUpdateSettings? = nil,
    userPoolAddOns: UserPoolAddOns? = nil,
    userPoolTier: Text? = nil,
    usernameAttributes: List<Text>? = nil,
    usernameConfiguration: UsernameConfiguration? = nil,
    verificationMessageTemplate: VerificationMessageTemplate? = nil,
    webAuthnConfiguration: WebAuthnConfiguration? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("name", name)
    block.nest("account_recovery_setting", accountRecoverySetting)
    block.nest("admin_create_user_config", adminCreateUserConfig)
    block.set("alias_attributes", aliasAttributes)
    block.set("auto_verified_attributes", autoVerifiedAttributes)
    block.set("deletion_protection", deletionProtection)
    block.nest("device_configuration", deviceConfiguration)
    block.nest("email_configuration", emailConfiguration)
    block.nest("email_mfa_configuration", emailMFAConfiguration)
    block.set("email_verification_message", emailVerificationMessage)
    block.set("email_verification_subject", emailVerificationSubject)
    block.nest("lambda_config", lambdaConfig)
    block.set("mfa_configuration", mfaConfiguration)
    block.nest("password_policy", passwordPolicy)
    block.nest("schema", schema)
    block.nest("sign_in_policy", signInPolicy)
    block.set("sms_authentication_message", smsAuthenticationMessage)
    block.nest("sms_configuration", smsConfiguration)
    block.set("sms_verification_message", smsVerificationMessage)
    block.nest("software_token_mfa_configuration", softwareTokenMFAConfiguration)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("user_attribute_update_settings", userAttributeUpdateSettings)
    block.nest("user_pool_add_ons", userPoolAddOns)
    block.set("user_pool_tier", userPoolTier)
    block.set("username_attributes", usernameAttributes)
    block.nest("username_configuration", usernameConfiguration)
    block.nest("verification_message_template", verificationMessageTemplate)
    block.nest("web_authn_configuration", webAuthnConfiguration)
    self.arguments = block
  }

  public struct AccountRecoverySetting: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - recoveryMechanism: at most 2.
    public init(recoveryMechanism: [RecoveryMechanism]? = nil) {
      var block = Block()
      block.nest("recovery_mechanism", recoveryMechanism)
      self.arguments = block
    }
  }

  public struct RecoveryMechanism: GeneratedBlock {
    public let arguments: Block

    public init(name: Text, priority: Number) {
      var block = Block()
      block.set("name", name)
      block.set("priority", priority)
      self.arguments = block
    }
  }

  public struct AdminCreateUserConfig: GeneratedBlock {
    public let arguments: Block

    public init(allowAdminCreateUserOnly: Flag? = nil, inviteMessageTemplate: InviteMessageTemplate? = nil) {
      var block = Block()
      block.set("allow_admin_create_user_only", allowAdminCreateUserOnly)
      block.nest("invite_message_template", inviteMessageTemplate)
      self.arguments = block
    }
  }

  public struct InviteMessageTemplate: GeneratedBlock {
    public let arguments: Block

    public init(emailMessage: Text? = nil, emailSubject: Text? = nil, smsMessage: Text? = nil) {
      var block = Block()
      block.set("email_message", emailMessage)
      block.set("email_subject", emailSubject)
      block.set("sms_message", smsMessage)
      self.arguments = block
    }
  }

  public struct DeviceConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(challengeRequiredOnNewDevice: Flag? = nil, deviceOnlyRememberedOnUserPrompt: Flag? = nil) {
      var block = Block()
      block.set("challenge_required_on_new_device", challengeRequiredOnNewDevice)
      block.set("device_only_remembered_on_user_prompt", deviceOnlyRememberedOnUserPrompt)
      self.arguments = block
    }
  }

  public struct EmailConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(
      configurationSet: Text? = nil,
      emailSendingAccount: Text? = nil,
      fromEmailAddress: Text? = nil,
      replyToEmailAddress: Text? = nil,
      sourceARN: Text? = nil
    ) {
      var block = Block()
      block.set("configuration_set", configurationSet)
      block.set("email_sending_account", emailSendingAccount)
      block.set("from_email_address", fromEmailAddress)
      block.set("reply_to_email_address", replyToEmailAddress)
      block.set("source_arn", sourceARN)
      self.arguments = block
    }
  }

  public struct EmailMFAConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(message: Text? = nil, subject: Text? = nil) {
      var block = Block()
      block.set("message", message)
      block.set("subject", subject)
      self.arguments = block
    }
  }

  public struct LambdaConfig: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - preTokenGeneration: set by the provider where left out.
    public init(
      createAuthChallenge: Text? = nil,
      customEmailSender: CustomEmailSender? = nil,
      customMessage: Text? = nil,
      customSMSSender: CustomEmailSender? = nil,
      defineAuthChallenge: Text? = nil,
      kmsKeyID: Text? = nil,
      postAuthentication: Text? = nil,
      postConfirmation: Text? = nil,
      preAuthentication: Text? = nil,
      preSignUp: Text? = nil,
      preTokenGeneration: Text? = nil,
      preTokenGenerationConfig: CustomEmailSender? = nil,
      userMigration: Text? = nil,
      verifyAuthChallengeResponse: Text? = nil
    ) {
      var block = Block()
      block.set("create_auth_challenge", createAuthChallenge)
      block.nest("custom_email_sender", customEmailSender)
      block.set("custom_message", customMessage)
      block.nest("custom_sms_sender", customSMSSender)
      block.set("define_auth_challenge", defineAuthChallenge)
      block.set("kms_key_id", kmsKeyID)
      block.set("post_authentication", postAuthentication)
      block.set("post_confirmation", postConfirmation)
      block.set("pre_authentication", preAuthentication)
      block.set("pre_sign_up", preSignUp)
      block.set("pre_token_generation", preTokenGeneration)
      block.nest("pre_token_generation_config", preTokenGenerationConfig)
      block.set("user_migration", userMigration)
      block.set("verify_auth_challenge_response", verifyAuthChallengeResponse)
      self.arguments = block
    }
  }

  public struct CustomEmailSender: GeneratedBlock {
    public let arguments: Block

    public init(lambdaARN: Text, lambdaVersion: Text) {
      var block = Block()
      block.set("lambda_arn", lambdaARN)
      block.set("lambda_version", lambdaVersion)
      self.arguments = block
    }
  }

  public struct PasswordPolicy: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - temporaryPasswordValidityDays: set by the provider where left out.
    public init(
      minimumLength: Number? = nil,
      passwordHistorySize: Number? = nil,
      requireLowercase: Flag? = nil,
      requireNumbers: Flag? = nil,
      requireSymbols: Flag? = nil,
      requireUppercase: Flag? = nil,
      temporaryPasswordValidityDays: Number? = nil
    ) {
      var block = Block()
      block.set("minimum_length", minimumLength)
      block.set("password_history_size", passwordHistorySize)
      block.set("require_lowercase", requireLowercase)
      block.set("require_numbers", requireNumbers)
      block.set("require_symbols", requireSymbols)
      block.set("require_uppercase", requireUppercase)
      block.set("temporary_password_validity_days", temporaryPasswordValidityDays)
      self.arguments = block
    }
  }

  public struct Schema: GeneratedBlock {
    public let arguments: Block

    public init(
      attributeDataType: Text,
      name: Text,
      developerOnlyAttribute: Flag? = nil,
      mutable: Flag? = nil,
      numberAttributeConstraints: NumberAttributeConstraints? = nil,
      required: Flag? = nil,
      stringAttributeConstraints: StringAttributeConstraints? = nil
    ) {
      var block = Block()
      block.set("attribute_data_type", attributeDataType)
      block.set("name", name)
      block.set("developer_only_attribute", developerOnlyAttribute)
      block.set("mutable", mutable)
      block.nest("number_attribute_constraints", numberAttributeConstraints)
      block.set("required", required)
      block.nest("string_attribute_constraints", stringAttributeConstraints)
      self.arguments = block
    }
  }

  public struct NumberAttributeConstraints: GeneratedBlock {
    public let arguments: Block

    public init(maxValue: Text? = nil, minValue: Text? = nil) {
      var block = Block()
      block.set("max_value", maxValue)
      block.set("min_value", minValue)
      self.arguments = block
    }
  }

  public struct StringAttributeConstraints: GeneratedBlock {
    public let arguments: Block

    public init(maxLength: Text? = nil, minLength: Text? = nil) {
      var block = Block()
      block.set("max_length", maxLength)
      block.set("min_length", minLength)
      self.arguments = block
    }
  }

  public struct SignInPolicy: GeneratedBlock {
    public let arguments: Block

    public init(allowedFirstAuthFactors: List<Text>? = nil) {
      var block = Block()
      block.set("allowed_first_auth_factors", allowedFirstAuthFactors)
      self.arguments = block
    }
  }

  public struct SMSConfiguration: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - snsRegion: set by the provider where left out.
    public init(externalID: Text, snsCallerARN: Text, snsRegion: Text? = nil) {
      var block = Block()
      block.set("external_id", externalID)
      block.set("sns_caller_arn", snsCallerARN)
      block.set("sns_region", snsRegion)
      self.arguments = block
    }
  }

  public struct SoftwareTokenMFAConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(enabled: Flag) {
      var block = Block()
      block.set("enabled", enabled)
      self.arguments = block
    }
  }

  public struct UserAttributeUpdateSettings: GeneratedBlock {
    public let arguments: Block

    public init(attributesRequireVerificationBeforeUpdate: List<Text>) {
      var block = Block()
      block.set("attributes_require_verification_before_update", attributesRequireVerificationBeforeUpdate)
      self.arguments = block
    }
  }

  public struct UserPoolAddOns: GeneratedBlock {
    public let arguments: Block

    public init(advancedSecurityMode: Text, advancedSecurityAdditionalFlows: AdvancedSecurityAdditionalFlows? = nil) {
      var block = Block()
      block.set("advanced_security_mode", advancedSecurityMode)
      block.nest("advanced_security_additional_flows", advancedSecurityAdditionalFlows)
      self.arguments = block
    }
  }

  public struct AdvancedSecurityAdditionalFlows: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - customAuthMode: set by the provider where left out.
    public init(customAuthMode: Text? = nil) {
      var block = Block()
      block.set("custom_auth_mode", customAuthMode)
      self.arguments = block
    }
  }

  public struct UsernameConfiguration: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - caseSensitive: set by the provider where left out.
    public init(caseSensitive: Flag? = nil) {
      var block = Block()
      block.set("case_sensitive", caseSensitive)
      self.arguments = block
    }
  }

  public struct VerificationMessageTemplate: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - emailMessage: set by the provider where left out.
    ///   - emailMessageByLink: set by the provider where left out.
    ///   - emailSubject: set by the provider where left out.
    ///   - emailSubjectByLink: set by the provider where left out.
    ///   - smsMessage: set by the provider where left out.
    public init(
      defaultEmailOption: Text? = nil,
      emailMessage: Text? = nil,
      emailMessageByLink: Text? = nil,
      emailSubject: Text? = nil,
      emailSubjectByLink: Text? = nil,
      smsMessage: Text? = nil
    ) {
      var block = Block()
      block.set("default_email_option", defaultEmailOption)
      block.set("email_message", emailMessage)
      block.set("email_message_by_link", emailMessageByLink)
      block.set("email_subject", emailSubject)
      block.set("email_subject_by_link", emailSubjectByLink)
      block.set("sms_message", smsMessage)
      self.arguments = block
    }
  }

  public struct WebAuthnConfiguration: GeneratedBlock {
    public let arguments: Block

    public init(relyingPartyID: Text? = nil, userVerification: Text? = nil) {
      var block = Block()
      block.set("relying_party_id", relyingPartyID)
      block.set("user_verification", userVerification)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var accountRecoverySetting: Expression { declaredBlock.expression("account_recovery_setting") }
    public var adminCreateUserConfig: Expression { declaredBlock.expression("admin_create_user_config") }
    public var aliasAttributes: List<Text> { declaredBlock.list("alias_attributes") }
    public var arn: Text { declaredBlock.text("arn") }
    public var autoVerifiedAttributes: List<Text> { declaredBlock.list("auto_verified_attributes") }
    public var creationDate: Text { declaredBlock.text("creation_date") }
    public var customDomain: Text { declaredBlock.text("custom_domain") }
    public var deletionProtection: Text { declaredBlock.text("deletion_protection") }
    public var deviceConfiguration: Expression { declaredBlock.expression("device_configuration") }
    public var domain: Text { declaredBlock.text("domain") }
    public var emailConfiguration: Expression { declaredBlock.expression("email_configuration") }
    public var emailMFAConfiguration: Expression { declaredBlock.expression("email_mfa_configuration") }
    public var emailVerificationMessage: Text { declaredBlock.text("email_verification_message") }
    public var emailVerificationSubject: Text { declaredBlock.text("email_verification_subject") }
    public var endpoint: Text { declaredBlock.text("endpoint") }
    public var estimatedNumberOfUsers: Number { declaredBlock.number("estimated_number_of_users") }
    public var id: Text { declaredBlock.text("id") }
    public var lambdaConfig: Expression { declaredBlock.expression("lambda_config") }
    public var lastModifiedDate: Text { declaredBlock.text("last_modified_date") }
    public var mfaConfiguration: Text { declaredBlock.text("mfa_configuration") }
    public var name: Text { declaredBlock.text("name") }
    public var passwordPolicy: Expression { declaredBlock.expression("password_policy") }
    public var schema: Expression { declaredBlock.expression("schema") }
    public var signInPolicy: Expression { declaredBlock.expression("sign_in_policy") }
    public var smsAuthenticationMessage: Text { declaredBlock.text("sms_authentication_message") }
    public var smsConfiguration: Expression { declaredBlock.expression("sms_configuration") }
    public var smsVerificationMessage: Text { declaredBlock.text("sms_verification_message") }
    public var softwareTokenMFAConfiguration: Expression { declaredBlock.expression("software_token_mfa_configuration") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var userAttributeUpdateSettings: Expression { declaredBlock.expression("user_attribute_update_settings") }
    public var userPoolAddOns: Expression { declaredBlock.expression("user_pool_add_ons") }
    public var userPoolTier: Text { declaredBlock.text("user_pool_tier") }
    public var usernameAttributes: List<Text> { declaredBlock.list("username_attributes") }
    public var usernameConfiguration: Expression { declaredBlock.expression("username_configuration") }
    public var verificationMessageTemplate: Expression { declaredBlock.expression("verification_message_template") }
    public var webAuthnConfiguration: Expression { declaredBlock.expression("web_authn_configuration") }
  }
}

/// `aws_cognito_user_pool_client`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cognito_user_pool_client
public struct AWSCognitoUserPoolClient: GeneratedResource {
  public static let type = "aws_cognito_user_pool_client"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - accessTokenValidity: set by the provider where left out.
  ///   - allowedOAuthFlows: set by the provider where left out.
  ///   - allowedOAuthFlowsUserPoolClient: set by the provider where left out.
  ///   - allowedOAuthScopes: set by the provider where left out.
  ///   - authSessionValidity: set by the provider where left out.
  ///   - callbackURLs: set by the provider where left out.
  ///   - defaultRedirectURI: set by the provider where left out.
  ///   - enablePropagateAdditionalUserContextData: set by the provider where left out.
  ///   - enableTokenRevocation: set by the provider where left out.
  ///   - explicitAuthFlows: set by the provider where left out.
  ///   - idTokenValidity: set by the provider where left out.
  ///   - logoutURLs: set by the provider where left out.
  ///   - preventUserExistenceErrors: set by the provider where left out.
  ///   - readAttributes: set by the provider where left out.
  ///   - refreshTokenValidity: set by the provider where left out.
  ///   - supportedIdentityProviders: set by the provider where left out.
  ///   - writeAttributes: set by the provider where left out.
  public init(
    _ label: String,
    name: Text,
    userPoolID: Text,
    accessTokenValidity: Number? = nil,
    allowedOAuthFlows: List<Text>? = nil,
    allowedOAuthFlowsUserPoolClient: Flag? = nil,
    allowedOAuthScopes: List<Text>? = nil,
    analyticsConfiguration: [AnalyticsConfiguration]? = nil,
    authSessionValidity: Number? = nil,
    callbackURLs: List<Text>? = nil,
    defaultRedirectURI: Text? = nil,
    enablePropagateAdditionalUserContextData: Flag? = nil,
    enableTokenRevocation: Flag? = nil,
    explicitAuthFlows: List<Text>? = nil,
    generateSecret: Flag? = nil,
    idTokenValidity: Number? = nil,
    logoutURLs: List<Text>? = nil,
    preventUserExistenceErrors: Text? = nil,
    readAttributes: List<Text>? = nil,
    refreshTokenRotation: [RefreshTokenRotation]? = nil,
    refreshTokenValidity: Number? = nil,
    supportedIdentityProviders: List<Text>? = nil,
    tokenValidityUnits: [TokenValidityUnits]? = nil,
    writeAttributes: List<Text>? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("name", name)
    block.set("user_pool_id", userPoolID)
    block.set("access_token_validity", accessTokenValidity)
    block.set("allowed_oauth_flows", allowedOAuthFlows)
    block.set("allowed_oauth_flows_user_pool_client", allowedOAuthFlowsUserPoolClient)
    block.set("allowed_oauth_scopes", allowedOAuthScopes)
    block.nest("analytics_configuration", analyticsConfiguration)
    block.set("auth_session_validity", authSessionValidity)
    block.set("callback_urls", callbackURLs)
    block.set("default_redirect_uri", defaultRedirectURI)
    block.set("enable_propagate_additional_user_context_data", enablePropagateAdditionalUserContextData)
    block.set("enable_token_revocation", enableTokenRevocation)
    block.set("explicit_auth_flows", explicitAuthFlows)
    block.set("generate_secret", generateSecret)
    block.set("id_token_validity", idTokenValidity)
    block.set("logout_urls", logoutURLs)
    block.set("prevent_user_existence_errors", preventUserExistenceErrors)
    block.set("read_attributes", readAttributes)
    block.nest("refresh_token_rotation", refreshTokenRotation)
    block.set("refresh_token_validity", refreshTokenValidity)
    block.set("supported_identity_providers", supportedIdentityProviders)
    block.nest("token_validity_units", tokenValidityUnits)
    block.set("write_attributes", writeAttributes)
    self.arguments = block
  }

  public struct AnalyticsConfiguration: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - roleARN: set by the provider where left out.
    ///   - userDataShared: set by the provider where left out.
    public init(
      applicationARN: Text? = nil,
      applicationID: Text? = nil,
      externalID: Text? = nil,
      roleARN: Text? = nil,
      userDataShared: Flag? = nil
    ) {
      var block = Block()
      block.set("application_arn", applicationARN)
      block.set("application_id", applicationID)
      block.set("external_id", externalID)
      block.set("role_arn", roleARN)
      block.set("user_data_shared", userDataShared)
      self.arguments = block
    }
  }

  public struct RefreshTokenRotation: GeneratedBlock {
    public let arguments: Block

    public init(feature: Text, retryGracePeriodSeconds: Number? = nil) {
      var block = Block()
      block.set("feature", feature)
      block.set("retry_grace_period_seconds", retryGracePeriodSeconds)
      self.arguments = block
    }
  }

  public struct TokenValidityUnits: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - accessToken: set by the provider where left out.
    ///   - idToken: set by the provider where left out.
    ///   - refreshToken: set by the provider where left out.
    public init(accessToken: Text? = nil, idToken: Text? = nil, refreshToken: Text? = nil) {
      var block = Block()
      block.set("access_token", accessToken)
      block.set("id_token", idToken)
      block.set("refresh_token", refreshToken)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var accessTokenValidity: Number { declaredBlock.number("access_token_validity") }
    public var allowedOAuthFlows: List<Text> { declaredBlock.list("allowed_oauth_flows") }
    public var allowedOAuthFlowsUserPoolClient: Flag { declaredBlock.flag("allowed_oauth_flows_user_pool_client") }
    public var allowedOAuthScopes: List<Text> { declaredBlock.list("allowed_oauth_scopes") }
    public var analyticsConfiguration: Expression { declaredBlock.expression("analytics_configuration") }
    public var authSessionValidity: Number { declaredBlock.number("auth_session_validity") }
    public var callbackURLs: List<Text> { declaredBlock.list("callback_urls") }
    public var clientSecret: Text { declaredBlock.text("client_secret") }
    public var defaultRedirectURI: Text { declaredBlock.text("default_redirect_uri") }
    public var enablePropagateAdditionalUserContextData: Flag { declaredBlock.flag("enable_propagate_additional_user_context_data") }
    public var enableTokenRevocation: Flag { declaredBlock.flag("enable_token_revocation") }
    public var explicitAuthFlows: List<Text> { declaredBlock.list("explicit_auth_flows") }
    public var generateSecret: Flag { declaredBlock.flag("generate_secret") }
    public var id: Text { declaredBlock.text("id") }
    public var idTokenValidity: Number { declaredBlock.number("id_token_validity") }
    public var logoutURLs: List<Text> { declaredBlock.list("logout_urls") }
    public var name: Text { declaredBlock.text("name") }
    public var preventUserExistenceErrors: Text { declaredBlock.text("prevent_user_existence_errors") }
    public var readAttributes: List<Text> { declaredBlock.list("read_attributes") }
    public var refreshTokenRotation: Expression { declaredBlock.expression("refresh_token_rotation") }
    public var refreshTokenValidity: Number { declaredBlock.number("refresh_token_validity") }
    public var supportedIdentityProviders: List<Text> { declaredBlock.list("supported_identity_providers") }
    public var tokenValidityUnits: Expression { declaredBlock.expression("token_validity_units") }
    public var userPoolID: Text { declaredBlock.text("user_pool_id") }
    public var writeAttributes: List<Text> { declaredBlock.list("write_attributes") }
  }
}
