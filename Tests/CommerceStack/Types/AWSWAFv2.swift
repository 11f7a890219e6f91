// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_wafv2_web_acl`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/wafv2_web_acl
public struct AWSWAFv2WebACL: GeneratedResource {
  public static let type = "aws_wafv2_web_acl"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - name: set by the provider where left out.
  ///   - namePrefix: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    defaultAction: DefaultAction,
    scope: Text,
    visibilityConfig: VisibilityConfig,
    associationConfig: AssociationConfig? = nil,
    captchaConfig: CaptchaConfig? = nil,
    challengeConfig: CaptchaConfig? = nil,
    customResponseBody: [CustomResponseBody]? = nil,
    dataProtectionConfig: DataProtectionConfig? = nil,
    description: Text? = nil,
    name: Text? = nil,
    namePrefix: Text? = nil,
    rule: [Rule]? = nil,
    ruleJSON: Text? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    tokenDomains: List<Text>? = nil
  ) {
    self.label = label
    var block = Block()
    block.nest("default_action", defaultAction)
    block.set("scope", scope)
    block.nest("visibility_config", visibilityConfig)
    block.nest("association_config", associationConfig)
    block.nest("captcha_config", captchaConfig)
    block.nest("challenge_config", challengeConfig)
    block.nest("custom_response_body", customResponseBody)
    block.nest("data_protection_config", dataProtectionConfig)
    block.set("description", description)
    block.set("name", name)
    block.set("name_prefix", namePrefix)
    block.nest("rule", rule)
    block.set("rule_json", ruleJSON)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.set("token_domains", tokenDomains)
    self.arguments = block
  }

  public struct AssociationConfig: GeneratedBlock {
    public let arguments: Block

    public init(requestBody: [RequestBody]? = nil) {
      var block = Block()
      block.nest("request_body", requestBody)
      self.arguments = block
    }
  }

  public struct RequestBody: GeneratedBlock {
    public let arguments: Block

    public init(
      apiGateway: APIGateway? = nil,
      appRunnerService: APIGateway? = nil,
      cloudfront: APIGateway? = nil,
      cognitoUserPool: APIGateway? = nil,
      verifiedAccessInstance: APIGateway? = nil
    ) {
      var block = Block()
      block.nest("api_gateway", apiGateway)
      block.nest("app_runner_service", appRunnerService)
      block.nest("cloudfront", cloudfront)
      block.nest("cognito_user_pool", cognitoUserPool)
      block.nest("verified_access_instance", verifiedAccessInstance)
      self.arguments = block
    }
  }

  public struct APIGateway: GeneratedBlock {
    public let arguments: Block

    public init(defaultSizeInspectionLimit: Text) {
      var block = Block()
      block.set("default_size_inspection_limit", defaultSizeInspectionLimit)
      self.arguments = block
    }
  }

  public struct CaptchaConfig: GeneratedBlock {
    public let arguments: Block

    public init(immunityTimeProperty: ImmunityTimeProperty? = nil) {
      var block = Block()
      block.nest("immunity_time_property", immunityTimeProperty)
      self.arguments = block
    }
  }

  public struct ImmunityTimeProperty: GeneratedBlock {
    public let arguments: Block

    public init(immunityTime: Number? = nil) {
      var block = Block()
      block.set("immunity_time", immunityTime)
      self.arguments = block
    }
  }

  public struct CustomResponseBody: GeneratedBlock {
    public let arguments: Block

    public init(content: Text, contentType: Text, key: Text) {
      var block = Block()
      block.set("content", content)
      block.set("content_type", contentType)
      block.set("key", key)
      self.arguments = block
    }
  }

  public struct DataProtectionConfig: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - dataProtection: at most 26.
    public init(dataProtection: [DataProtection]? = nil) {
      var block = Block()
      block.nest("data_protection", dataProtection)
      self.arguments = block
    }
  }

  public struct DataProtection: GeneratedBlock {
    public let arguments: Block

    public init(
      action: Text,
      field: Field,
      excludeRateBasedDetails: Flag? = nil,
      excludeRuleMatchDetails: Flag? = nil
    ) {
      var block = Block()
      block.set("action", action)
      block.nest("field", field)
      block.set("exclude_rate_based_details", excludeRateBasedDetails)
      block.set("exclude_rule_match_details", excludeRuleMatchDetails)
      self.arguments = block
    }
  }

  public struct Field: GeneratedBlock {
    public let arguments: Block

    public init(fieldType: Text, fieldKeys: List<Text>? = nil) {
      var block = Block()
      block.set("field_type", fieldType)
      block.set("field_keys", fieldKeys)
      self.arguments = block
    }
  }

  public struct DefaultAction: GeneratedBlock {
    public let arguments: Block

    public init(allow: Allow? = nil, block blockArgument: BlockBlock? = nil) {
      var block = Block()
      block.nest("allow", allow)
      block.nest("block", blockArgument)
      self.arguments = block
    }
  }

  public struct Allow: GeneratedBlock {
    public let arguments: Block

    public init(customRequestHandling: CustomRequestHandling? = nil) {
      var block = Block()
      block.nest("custom_request_handling", customRequestHandling)
      self.arguments = block
    }
  }

  public struct CustomRequestHandling: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - insertHeader: at least 1.
    public init(insertHeader: [InsertHeader]) {
      var block = Block()
      block.nest("insert_header", insertHeader)
      self.arguments = block
    }
  }

  public struct InsertHeader: GeneratedBlock {
    public let arguments: Block

    public init(name: Text, value: Text) {
      var block = Block()
      block.set("name", name)
      block.set("value", value)
      self.arguments = block
    }
  }

  public struct BlockBlock: GeneratedBlock {
    public let arguments: Block

    public init(customResponse: CustomResponse? = nil) {
      var block = Block()
      block.nest("custom_response", customResponse)
      self.arguments = block
    }
  }

  public struct CustomResponse: GeneratedBlock {
    public let arguments: Block

    public init(responseCode: Number, customResponseBodyKey: Text? = nil, responseHeader: [InsertHeader]? = nil) {
      var block = Block()
      block.set("response_code", responseCode)
      block.set("custom_response_body_key", customResponseBodyKey)
      block.nest("response_header", responseHeader)
      self.arguments = block
    }
  }

  public struct Rule: GeneratedBlock {
    public let arguments: Block

    public init(
      name: Text,
      priority: Number,
      statement: Statement,
      visibilityConfig: VisibilityConfig,
      action: Action? = nil,
      captchaConfig: CaptchaConfig? = nil,
      challengeConfig: CaptchaConfig? = nil,
      overrideAction: OverrideAction? = nil,
      ruleLabel: [RuleLabel]? = nil
    ) {
      var block = Block()
      block.set("name", name)
      block.set("priority", priority)
      block.nest("statement", statement)
      block.nest("visibility_config", visibilityConfig)
      block.nest("action", action)
      block.nest("captcha_config", captchaConfig)
      block.nest("challenge_config", challengeConfig)
      block.nest("override_action", overrideAction)
      block.nest("rule_label", ruleLabel)
      self.arguments = block
    }
  }

  public struct Action: GeneratedBlock {
    public let arguments: Block

    public init(
      allow: Allow? = nil,
      block blockArgument: BlockBlock? = nil,
      captcha: Allow? = nil,
      challenge: Allow? = nil,
      count: Allow? = nil
    ) {
      var block = Block()
      block.nest("allow", allow)
      block.nest("block", blockArgument)
      block.nest("captcha", captcha)
      block.nest("challenge", challenge)
      block.nest("count", count)
      self.arguments = block
    }
  }

  public struct OverrideAction: GeneratedBlock {
    public let arguments: Block

    public init(count: Count? = nil, none: Count? = nil) {
      var block = Block()
      block.nest("count", count)
      block.nest("none", none)
      self.arguments = block
    }
  }

  public struct Count: GeneratedBlock {
    public let arguments: Block

    public init() {
      arguments = Block()
    }
  }

  public struct RuleLabel: GeneratedBlock {
    public let arguments: Block

    public init(name: Text) {
      var block = Block()
      block.set("name", name)
      self.arguments = block
    }
  }

  public struct Statement: GeneratedBlock {
    public let arguments: Block

    public init(
      andStatement: AndStatement? = nil,
      asnMatchStatement: ASNMatchStatement? = nil,
      byteMatchStatement: ByteMatchStatement? = nil,
      geoMatchStatement: GeoMatchStatement? = nil,
      ipSetReferenceStatement: IPSetReferenceStatement? = nil,
      labelMatchStatement: LabelMatchStatement? = nil,
      managedRuleGroupStatement: ManagedRuleGroupStatement? = nil,
      notStatement: AndStatement? = nil,
      orStatement: AndStatement? = nil,
      rateBasedStatement: RateBasedStatement? = nil,
      regexMatchStatement: RegexMatchStatement? = nil,
      regexPatternSetReferenceStatement: RegexPatternSetReferenceStatement? = nil,
      ruleGroupReferenceStatement: RuleGroupReferenceStatement? = nil,
      sizeConstraintStatement: SizeConstraintStatement? = nil,
      sqliMatchStatement: SqliMatchStatement? = nil,
      xssMatchStatement: XSSMatchStatement? = nil
    ) {
      var block = Block()
      block.nest("and_statement", andStatement)
      block.nest("asn_match_statement", asnMatchStatement)
      block.nest("byte_match_statement", byteMatchStatement)
      block.nest("geo_match_statement", geoMatchStatement)
      block.nest("ip_set_reference_statement", ipSetReferenceStatement)
      block.nest("label_match_statement", labelMatchStatement)
      block.nest("managed_rule_group_statement", managedRuleGroupStatement)
      block.nest("not_statement", notStatement)
      block.nest("or_statement", orStatement)
      block.nest("rate_based_statement", rateBasedStatement)
      block.nest("regex_match_statement", regexMatchStatement)
      block.nest("regex_pattern_set_reference_statement", regexPatternSetReferenceStatement)
      block.nest("rule_group_reference_statement", ruleGroupReferenceStatement)
      block.nest("size_constraint_statement", sizeConstraintStatement)
      block.nest("sqli_match_statement", sqliMatchStatement)
      block.nest("xss_match_statement", xssMatchStatement)
      self.arguments = block
    }
  }

  public struct AndStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - statement: at least 1.
    public init(statement: [AndStatementStatement]) {
      var block = Block()
      block.nest("statement", statement)
      self.arguments = block
    }
  }

  public struct AndStatementStatement: GeneratedBlock {
    public let arguments: Block

    public init(
      andStatement: AndStatementStatementAndStatement? = nil,
      asnMatchStatement: ASNMatchStatement? = nil,
      byteMatchStatement: ByteMatchStatement? = nil,
      geoMatchStatement: GeoMatchStatement? = nil,
      ipSetReferenceStatement: IPSetReferenceStatement? = nil,
      labelMatchStatement: LabelMatchStatement? = nil,
      notStatement: AndStatementStatementAndStatement? = nil,
      orStatement: AndStatementStatementAndStatement? = nil,
      regexMatchStatement: RegexMatchStatement? = nil,
      regexPatternSetReferenceStatement: RegexPatternSetReferenceStatement? = nil,
      sizeConstraintStatement: SizeConstraintStatement? = nil,
      sqliMatchStatement: SqliMatchStatement? = nil,
      xssMatchStatement: XSSMatchStatement? = nil
    ) {
      var block = Block()
      block.nest("and_statement", andStatement)
      block.nest("asn_match_statement", asnMatchStatement)
      block.nest("byte_match_statement", byteMatchStatement)
      block.nest("geo_match_statement", geoMatchStatement)
      block.nest("ip_set_reference_statement", ipSetReferenceStatement)
      block.nest("label_match_statement", labelMatchStatement)
      block.nest("not_statement", notStatement)
      block.nest("or_statement", orStatement)
      block.nest("regex_match_statement", regexMatchStatement)
      block.nest("regex_pattern_set_reference_statement", regexPatternSetReferenceStatement)
      block.nest("size_constraint_statement", sizeConstraintStatement)
      block.nest("sqli_match_statement", sqliMatchStatement)
      block.nest("xss_match_statement", xssMatchStatement)
      self.arguments = block
    }
  }

  public struct AndStatementStatementAndStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - statement: at least 1.
    public init(statement: [AndStatementStatementAndStatementStatement]) {
      var block = Block()
      block.nest("statement", statement)
      self.arguments = block
    }
  }

  public struct AndStatementStatementAndStatementStatement: GeneratedBlock {
    public let arguments: Block

    public init(
      andStatement: AndStatementStatementAndStatementStatementAndStatement? = nil,
      asnMatchStatement: ASNMatchStatement? = nil,
      byteMatchStatement: ByteMatchStatement? = nil,
      geoMatchStatement: GeoMatchStatement? = nil,
      ipSetReferenceStatement: IPSetReferenceStatement? = nil,
      labelMatchStatement: LabelMatchStatement? = nil,
      notStatement: AndStatementStatementAndStatementStatementAndStatement? = nil,
      orStatement: AndStatementStatementAndStatementStatementAndStatement? = nil,
      regexMatchStatement: RegexMatchStatement? = nil,
      regexPatternSetReferenceStatement: RegexPatternSetReferenceStatement? = nil,
      sizeConstraintStatement: SizeConstraintStatement? = nil,
      sqliMatchStatement: SqliMatchStatement? = nil,
      xssMatchStatement: XSSMatchStatement? = nil
    ) {
      var block = Block()
      block.nest("and_statement", andStatement)
      block.nest("asn_match_statement", asnMatchStatement)
      block.nest("byte_match_statement", byteMatchStatement)
      block.nest("geo_match_statement", geoMatchStatement)
      block.nest("ip_set_reference_statement", ipSetReferenceStatement)
      block.nest("label_match_statement", labelMatchStatement)
      block.nest("not_statement", notStatement)
      block.nest("or_statement", orStatement)
      block.nest("regex_match_statement", regexMatchStatement)
      block.nest("regex_pattern_set_reference_statement", regexPatternSetReferenceStatement)
      block.nest("size_constraint_statement", sizeConstraintStatement)
      block.nest("sqli_match_statement", sqliMatchStatement)
      block.nest("xss_match_statement", xssMatchStatement)
      self.arguments = block
    }
  }

  public struct AndStatementStatementAndStatementStatementAndStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - statement: at least 1.
    public init(statement: [AndStatementStatementAndStatementStatementAndStatementStatement]) {
      var block = Block()
      block.nest("statement", statement)
      self.arguments = block
    }
  }

  public struct AndStatementStatementAndStatementStatementAndStatementStatement: GeneratedBlock {
    public let arguments: Block

    public init(
      asnMatchStatement: ASNMatchStatement? = nil,
      byteMatchStatement: ByteMatchStatement? = nil,
      geoMatchStatement: GeoMatchStatement? = nil,
      ipSetReferenceStatement: IPSetReferenceStatement? = nil,
      labelMatchStatement: LabelMatchStatement? = nil,
      regexMatchStatement: RegexMatchStatement? = nil,
      regexPatternSetReferenceStatement: RegexPatternSetReferenceStatement? = nil,
      sizeConstraintStatement: SizeConstraintStatement? = nil,
      sqliMatchStatement: SqliMatchStatement? = nil,
      xssMatchStatement: XSSMatchStatement? = nil
    ) {
      var block = Block()
      block.nest("asn_match_statement", asnMatchStatement)
      block.nest("byte_match_statement", byteMatchStatement)
      block.nest("geo_match_statement", geoMatchStatement)
      block.nest("ip_set_reference_statement", ipSetReferenceStatement)
      block.nest("label_match_statement", labelMatchStatement)
      block.nest("regex_match_statement", regexMatchStatement)
      block.nest("regex_pattern_set_reference_statement", regexPatternSetReferenceStatement)
      block.nest("size_constraint_statement", sizeConstraintStatement)
      block.nest("sqli_match_statement", sqliMatchStatement)
      block.nest("xss_match_statement", xssMatchStatement)
      self.arguments = block
    }
  }

  public struct ASNMatchStatement: GeneratedBlock {
    public let arguments: Block

    public init(asnList: List<Number>, forwardedIPConfig: ForwardedIPConfig? = nil) {
      var block = Block()
      block.set("asn_list", asnList)
      block.nest("forwarded_ip_config", forwardedIPConfig)
      self.arguments = block
    }
  }

  public struct ForwardedIPConfig: GeneratedBlock {
    public let arguments: Block

    public init(fallbackBehavior: Text, headerName: Text) {
      var block = Block()
      block.set("fallback_behavior", fallbackBehavior)
      block.set("header_name", headerName)
      self.arguments = block
    }
  }

  public struct ByteMatchStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - textTransformation: at least 1.
    public init(
      positionalConstraint: Text,
      searchString: Text,
      textTransformation: [TextTransformation],
      fieldToMatch: FieldToMatch? = nil
    ) {
      var block = Block()
      block.set("positional_constraint", positionalConstraint)
      block.set("search_string", searchString)
      block.nest("text_transformation", textTransformation)
      block.nest("field_to_match", fieldToMatch)
      self.arguments = block
    }
  }

  public struct FieldToMatch: GeneratedBlock {
    public let arguments: Block

    public init(
      allQueryArguments: Count? = nil,
      body: Body? = nil,
      cookies: Cookies? = nil,
      headerOrder: [HeaderOrder]? = nil,
      headers: [Headers]? = nil,
      ja3Fingerprint: Ja3Fingerprint? = nil,
      ja4Fingerprint: Ja3Fingerprint? = nil,
      jsonBody: JSONBody? = nil,
      method: Count? = nil,
      queryString: Count? = nil,
      singleHeader: RuleLabel? = nil,
      singleQueryArgument: RuleLabel? = nil,
      uriFragment: URIFragment? = nil,
      uriPath: Count? = nil
    ) {
      var block = Block()
      block.nest("all_query_arguments", allQueryArguments)
      block.nest("body", body)
      block.nest("cookies", cookies)
      block.nest("header_order", headerOrder)
      block.nest("headers", headers)
      block.nest("ja3_fingerprint", ja3Fingerprint)
      block.nest("ja4_fingerprint", ja4Fingerprint)
      block.nest("json_body", jsonBody)
      block.nest("method", method)
      block.nest("query_string", queryString)
      block.nest("single_header", singleHeader)
      block.nest("single_query_argument", singleQueryArgument)
      block.nest("uri_fragment", uriFragment)
      block.nest("uri_path", uriPath)
      self.arguments = block
    }
  }

  public struct Body: GeneratedBlock {
    public let arguments: Block

    public init(oversizeHandling: Text? = nil) {
      var block = Block()
      block.set("oversize_handling", oversizeHandling)
      self.arguments = block
    }
  }

  public struct Cookies: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - matchPattern: at least 1.
    public init(matchPattern: [MatchPattern], matchScope: Text, oversizeHandling: Text) {
      var block = Block()
      block.nest("match_pattern", matchPattern)
      block.set("match_scope", matchScope)
      block.set("oversize_handling", oversizeHandling)
      self.arguments = block
    }
  }

  public struct MatchPattern: GeneratedBlock {
    public let arguments: Block

    public init(all: Count? = nil, excludedCookies: List<Text>? = nil, includedCookies: List<Text>? = nil) {
      var block = Block()
      block.nest("all", all)
      block.set("excluded_cookies", excludedCookies)
      block.set("included_cookies", includedCookies)
      self.arguments = block
    }
  }

  public struct HeaderOrder: GeneratedBlock {
    public let arguments: Block

    public init(oversizeHandling: Text) {
      var block = Block()
      block.set("oversize_handling", oversizeHandling)
      self.arguments = block
    }
  }

  public struct Headers: GeneratedBlock {
    public let arguments: Block

    public init(matchPattern: HeadersMatchPattern, matchScope: Text, oversizeHandling: Text) {
      var block = Block()
      block.nest("match_pattern", matchPattern)
      block.set("match_scope", matchScope)
      block.set("oversize_handling", oversizeHandling)
      self.arguments = block
    }
  }

  public struct HeadersMatchPattern: GeneratedBlock {
    public let arguments: Block

    public init(all: Count? = nil, excludedHeaders: List<Text>? = nil, includedHeaders: List<Text>? = nil) {
      var block = Block()
      block.nest("all", all)
      block.set("excluded_headers", excludedHeaders)
      block.set("included_headers", includedHeaders)
      self.arguments = block
    }
  }

  public struct Ja3Fingerprint: GeneratedBlock {
    public let arguments: Block

    public init(fallbackBehavior: Text) {
      var block = Block()
      block.set("fallback_behavior", fallbackBehavior)
      self.arguments = block
    }
  }

  public struct JSONBody: GeneratedBlock {
    public let arguments: Block

    public init(
      matchPattern: JSONBodyMatchPattern,
      matchScope: Text,
      invalidFallbackBehavior: Text? = nil,
      oversizeHandling: Text? = nil
    ) {
      var block = Block()
      block.nest("match_pattern", matchPattern)
      block.set("match_scope", matchScope)
      block.set("invalid_fallback_behavior", invalidFallbackBehavior)
      block.set("oversize_handling", oversizeHandling)
      self.arguments = block
    }
  }

  public struct JSONBodyMatchPattern: GeneratedBlock {
    public let arguments: Block

    public init(all: Count? = nil, includedPaths: List<Text>? = nil) {
      var block = Block()
      block.nest("all", all)
      block.set("included_paths", includedPaths)
      self.arguments = block
    }
  }

  public struct URIFragment: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - fallbackBehavior: set by the provider where left out.
    public init(fallbackBehavior: Text? = nil) {
      var block = Block()
      block.set("fallback_behavior", fallbackBehavior)
      self.arguments = block
    }
  }

  public struct TextTransformation: GeneratedBlock {
    public let arguments: Block

    public init(priority: Number, type: Text) {
      var block = Block()
      block.set("priority", priority)
      block.set("type", type)
      self.arguments = block
    }
  }

  public struct GeoMatchStatement: GeneratedBlock {
    public let arguments: Block

    public init(countryCodes: List<Text>, forwardedIPConfig: ForwardedIPConfig? = nil) {
      var block = Block()
      block.set("country_codes", countryCodes)
      block.nest("forwarded_ip_config", forwardedIPConfig)
      self.arguments = block
    }
  }

  public struct IPSetReferenceStatement: GeneratedBlock {
    public let arguments: Block

    public init(arn: Text, ipSetForwardedIPConfig: IPSetForwardedIPConfig? = nil) {
      var block = Block()
      block.set("arn", arn)
      block.nest("ip_set_forwarded_ip_config", ipSetForwardedIPConfig)
      self.arguments = block
    }
  }

  public struct IPSetForwardedIPConfig: GeneratedBlock {
    public let arguments: Block

    public init(fallbackBehavior: Text, headerName: Text, position: Text) {
      var block = Block()
      block.set("fallback_behavior", fallbackBehavior)
      block.set("header_name", headerName)
      block.set("position", position)
      self.arguments = block
    }
  }

  public struct LabelMatchStatement: GeneratedBlock {
    public let arguments: Block

    public init(key: Text, scope: Text) {
      var block = Block()
      block.set("key", key)
      block.set("scope", scope)
      self.arguments = block
    }
  }

  public struct RegexMatchStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - textTransformation: at least 1.
    public init(regexString: Text, textTransformation: [TextTransformation], fieldToMatch: FieldToMatch? = nil) {
      var block = Block()
      block.set("regex_string", regexString)
      block.nest("text_transformation", textTransformation)
      block.nest("field_to_match", fieldToMatch)
      self.arguments = block
    }
  }

  public struct RegexPatternSetReferenceStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - textTransformation: at least 1.
    public init(arn: Text, textTransformation: [TextTransformation], fieldToMatch: FieldToMatch? = nil) {
      var block = Block()
      block.set("arn", arn)
      block.nest("text_transformation", textTransformation)
      block.nest("field_to_match", fieldToMatch)
      self.arguments = block
    }
  }

  public struct SizeConstraintStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - textTransformation: at least 1.
    public init(
      comparisonOperator: Text,
      size: Number,
      textTransformation: [TextTransformation],
      fieldToMatch: FieldToMatch? = nil
    ) {
      var block = Block()
      block.set("comparison_operator", comparisonOperator)
      block.set("size", size)
      block.nest("text_transformation", textTransformation)
      block.nest("field_to_match", fieldToMatch)
      self.arguments = block
    }
  }

  public struct SqliMatchStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - textTransformation: at least 1.
    public init(
      textTransformation: [TextTransformation],
      fieldToMatch: FieldToMatch? = nil,
      sensitivityLevel: Text? = nil
    ) {
      var block = Block()
      block.nest("text_transformation", textTransformation)
      block.nest("field_to_match", fieldToMatch)
      block.set("sensitivity_level", sensitivityLevel)
      self.arguments = block
    }
  }

  public struct XSSMatchStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - textTransformation: at least 1.
    public init(textTransformation: [TextTransformation], fieldToMatch: FieldToMatch? = nil) {
      var block = Block()
      block.nest("text_transformation", textTransformation)
      block.nest("field_to_match", fieldToMatch)
      self.arguments = block
    }
  }

  public struct ManagedRuleGroupStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - ruleActionOverride: at most 100.
    public init(
      name: Text,
      vendorName: Text,
      managedRuleGroupConfigs: [ManagedRuleGroupConfigs]? = nil,
      ruleActionOverride: [RuleActionOverride]? = nil,
      scopeDownStatement: AndStatementStatement? = nil,
      version: Text? = nil
    ) {
      var block = Block()
      block.set("name", name)
      block.set("vendor_name", vendorName)
      block.nest("managed_rule_group_configs", managedRuleGroupConfigs)
      block.nest("rule_action_override", ruleActionOverride)
      block.nest("scope_down_statement", scopeDownStatement)
      block.set("version", version)
      self.arguments = block
    }
  }

  public struct ManagedRuleGroupConfigs: GeneratedBlock {
    public let arguments: Block

    public init(
      awsManagedRulesAcfpRuleSet: AWSManagedRulesAcfpRuleSet? = nil,
      awsManagedRulesAtpRuleSet: AWSManagedRulesAtpRuleSet? = nil,
      awsManagedRulesBotControlRuleSet: AWSManagedRulesBotControlRuleSet? = nil,
      loginPath: Text? = nil,
      passwordField: EmailField? = nil,
      payloadType: Text? = nil,
      usernameField: EmailField? = nil
    ) {
      var block = Block()
      block.nest("aws_managed_rules_acfp_rule_set", awsManagedRulesAcfpRuleSet)
      block.nest("aws_managed_rules_atp_rule_set", awsManagedRulesAtpRuleSet)
      block.nest("aws_managed_rules_bot_control_rule_set", awsManagedRulesBotControlRuleSet)
      block.set("login_path", loginPath)
      block.nest("password_field", passwordField)
      block.set("payload_type", payloadType)
      block.nest("username_field", usernameField)
      self.arguments = block
    }
  }

  public struct AWSManagedRulesAcfpRuleSet: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - enableRegexInPath: set by the provider where left out.
    public init(
      creationPath: Text,
      registrationPagePath: Text,
      requestInspection: RequestInspection,
      enableRegexInPath: Flag? = nil,
      responseInspection: ResponseInspection? = nil
    ) {
      var block = Block()
      block.set("creation_path", creationPath)
      block.set("registration_page_path", registrationPagePath)
      block.nest("request_inspection", requestInspection)
      block.set("enable_regex_in_path", enableRegexInPath)
      block.nest("response_inspection", responseInspection)
      self.arguments = block
    }
  }

  public struct RequestInspection: GeneratedBlock {
    public let arguments: Block

    public init(
      payloadType: Text,
      addressFields: AddressFields? = nil,
      emailField: EmailField? = nil,
      passwordField: EmailField? = nil,
      phoneNumberFields: AddressFields? = nil,
      usernameField: EmailField? = nil
    ) {
      var block = Block()
      block.set("payload_type", payloadType)
      block.nest("address_fields", addressFields)
      block.nest("email_field", emailField)
      block.nest("password_field", passwordField)
      block.nest("phone_number_fields", phoneNumberFields)
      block.nest("username_field", usernameField)
      self.arguments = block
    }
  }

  public struct AddressFields: GeneratedBlock {
    public let arguments: Block

    public init(identifiers: List<Text>) {
      var block = Block()
      block.set("identifiers", identifiers)
      self.arguments = block
    }
  }

  public struct EmailField: GeneratedBlock {
    public let arguments: Block

    public init(identifier: Text) {
      var block = Block()
      block.set("identifier", identifier)
      self.arguments = block
    }
  }

  public struct ResponseInspection: GeneratedBlock {
    public let arguments: Block

    public init(
      bodyContains: BodyContains? = nil,
      header: Header? = nil,
      json: JSON? = nil,
      statusCode: StatusCode? = nil
    ) {
      var block = Block()
      block.nest("body_contains", bodyContains)
      block.nest("header", header)
      block.nest("json", json)
      block.nest("status_code", statusCode)
      self.arguments = block
    }
  }

  public struct BodyContains: GeneratedBlock {
    public let arguments: Block

    public init(failureStrings: List<Text>, successStrings: List<Text>) {
      var block = Block()
      block.set("failure_strings", failureStrings)
      block.set("success_strings", successStrings)
      self.arguments = block
    }
  }

  public struct Header: GeneratedBlock {
    public let arguments: Block

    public init(failureValues: List<Text>, name: Text, successValues: List<Text>) {
      var block = Block()
      block.set("failure_values", failureValues)
      block.set("name", name)
      block.set("success_values", successValues)
      self.arguments = block
    }
  }

  public struct JSON: GeneratedBlock {
    public let arguments: Block

    public init(failureValues: List<Text>, identifier: Text, successValues: List<Text>) {
      var block = Block()
      block.set("failure_values", failureValues)
      block.set("identifier", identifier)
      block.set("success_values", successValues)
      self.arguments = block
    }
  }

  public struct StatusCode: GeneratedBlock {
    public let arguments: Block

    public init(failureCodes: List<Number>, successCodes: List<Number>) {
      var block = Block()
      block.set("failure_codes", failureCodes)
      block.set("success_codes", successCodes)
      self.arguments = block
    }
  }

  public struct AWSManagedRulesAtpRuleSet: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - enableRegexInPath: set by the provider where left out.
    public init(
      loginPath: Text,
      enableRegexInPath: Flag? = nil,
      requestInspection: AWSManagedRulesAtpRuleSetRequestInspection? = nil,
      responseInspection: ResponseInspection? = nil
    ) {
      var block = Block()
      block.set("login_path", loginPath)
      block.set("enable_regex_in_path", enableRegexInPath)
      block.nest("request_inspection", requestInspection)
      block.nest("response_inspection", responseInspection)
      self.arguments = block
    }
  }

  public struct AWSManagedRulesAtpRuleSetRequestInspection: GeneratedBlock {
    public let arguments: Block

    public init(passwordField: EmailField, payloadType: Text, usernameField: EmailField) {
      var block = Block()
      block.nest("password_field", passwordField)
      block.set("payload_type", payloadType)
      block.nest("username_field", usernameField)
      self.arguments = block
    }
  }

  public struct AWSManagedRulesBotControlRuleSet: GeneratedBlock {
    public let arguments: Block

    public init(inspectionLevel: Text, enableMachineLearning: Flag? = nil) {
      var block = Block()
      block.set("inspection_level", inspectionLevel)
      block.set("enable_machine_learning", enableMachineLearning)
      self.arguments = block
    }
  }

  public struct RuleActionOverride: GeneratedBlock {
    public let arguments: Block

    public init(actionToUse: Action, name: Text) {
      var block = Block()
      block.nest("action_to_use", actionToUse)
      block.set("name", name)
      self.arguments = block
    }
  }

  public struct RateBasedStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - customKey: at most 5.
    public init(
      limit: Number,
      aggregateKeyType: Text? = nil,
      customKey: [CustomKey]? = nil,
      evaluationWindowSec: Number? = nil,
      forwardedIPConfig: ForwardedIPConfig? = nil,
      scopeDownStatement: AndStatementStatement? = nil
    ) {
      var block = Block()
      block.set("limit", limit)
      block.set("aggregate_key_type", aggregateKeyType)
      block.nest("custom_key", customKey)
      block.set("evaluation_window_sec", evaluationWindowSec)
      block.nest("forwarded_ip_config", forwardedIPConfig)
      block.nest("scope_down_statement", scopeDownStatement)
      self.arguments = block
    }
  }

  public struct CustomKey: GeneratedBlock {
    public let arguments: Block

    public init(
      cookie: Cookie? = nil,
      forwardedIP: Count? = nil,
      header: Cookie? = nil,
      httpMethod: Count? = nil,
      ip: Count? = nil,
      ja3Fingerprint: Ja3Fingerprint? = nil,
      ja4Fingerprint: Ja3Fingerprint? = nil,
      labelNamespace: LabelNamespace? = nil,
      queryArgument: Cookie? = nil,
      queryString: QueryString? = nil,
      uriPath: QueryString? = nil
    ) {
      var block = Block()
      block.nest("cookie", cookie)
      block.nest("forwarded_ip", forwardedIP)
      block.nest("header", header)
      block.nest("http_method", httpMethod)
      block.nest("ip", ip)
      block.nest("ja3_fingerprint", ja3Fingerprint)
      block.nest("ja4_fingerprint", ja4Fingerprint)
      block.nest("label_namespace", labelNamespace)
      block.nest("query_argument", queryArgument)
      block.nest("query_string", queryString)
      block.nest("uri_path", uriPath)
      self.arguments = block
    }
  }

  public struct Cookie: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - textTransformation: at least 1.
    public init(name: Text, textTransformation: [TextTransformation]) {
      var block = Block()
      block.set("name", name)
      block.nest("text_transformation", textTransformation)
      self.arguments = block
    }
  }

  public struct LabelNamespace: GeneratedBlock {
    public let arguments: Block

    public init(namespace: Text) {
      var block = Block()
      block.set("namespace", namespace)
      self.arguments = block
    }
  }

  public struct QueryString: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - textTransformation: at least 1.
    public init(textTransformation: [TextTransformation]) {
      var block = Block()
      block.nest("text_transformation", textTransformation)
      self.arguments = block
    }
  }

  public struct RuleGroupReferenceStatement: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - ruleActionOverride: at most 100.
    public init(arn: Text, ruleActionOverride: [RuleActionOverride]? = nil) {
      var block = Block()
      block.set("arn", arn)
      block.nest("rule_action_override", ruleActionOverride)
      self.arguments = block
    }
  }

  public struct VisibilityConfig: GeneratedBlock {
    public let arguments: Block

    public init(cloudwatchMetricsEnabled: Flag, metricName: Text, sampledRequestsEnabled: Flag) {
      var block = Block()
      block.set("cloudwatch_metrics_enabled", cloudwatchMetricsEnabled)
      block.set("metric_name", metricName)
      block.set("sampled_requests_enabled", sampledRequestsEnabled)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var applicationIntegrationURL: Text { declaredBlock.text("application_integration_url") }
    public var arn: Text { declaredBlock.text("arn") }
    public var associationConfig: Expression { declaredBlock.expression("association_config") }
    public var capacity: Number { declaredBlock.number("capacity") }
    public var captchaConfig: Expression { declaredBlock.expression("captcha_config") }
    public var challengeConfig: Expression { declaredBlock.expression("challenge_config") }
    public var customResponseBody: Expression { declaredBlock.expression("custom_response_body") }
    public var dataProtectionConfig: Expression { declaredBlock.expression("data_protection_config") }
    public var defaultAction: Expression { declaredBlock.expression("default_action") }
    public var description: Text { declaredBlock.text("description") }
    public var id: Text { declaredBlock.text("id") }
    public var lockToken: Text { declaredBlock.text("lock_token") }
    public var name: Text { declaredBlock.text("name") }
    public var namePrefix: Text { declaredBlock.text("name_prefix") }
    public var rule: Expression { declaredBlock.expression("rule") }
    public var ruleJSON: Text { declaredBlock.text("rule_json") }
    public var scope: Text { declaredBlock.text("scope") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var tokenDomains: List<Text> { declaredBlock.list("token_domains") }
    public var visibilityConfig: Expression { declaredBlock.expression("visibility_config") }
  }
}
