// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_cloudfront_distribution`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_distribution
public struct AWSCloudFrontDistribution: GeneratedResource {
  public static let type = "aws_cloudfront_distribution"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - origin: at least 1.
  ///   - continuousDeploymentPolicyID: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    defaultCacheBehavior: DefaultCacheBehavior,
    enabled: Flag,
    origin: [Origin],
    restrictions: Restrictions,
    viewerCertificate: ViewerCertificate,
    aliases: List<Text>? = nil,
    comment: Text? = nil,
    continuousDeploymentPolicyID: Text? = nil,
    customErrorResponse: [CustomErrorResponse]? = nil,
    defaultRootObject: Text? = nil,
    httpVersion: Text? = nil,
    isIPv6Enabled: Flag? = nil,
    loggingConfig: LoggingConfig? = nil,
    orderedCacheBehavior: [OrderedCacheBehavior]? = nil,
    originGroup: [OriginGroup]? = nil,
    priceClass: Text? = nil,
    retainOnDelete: Flag? = nil,
    staging: Flag? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    waitForDeployment: Flag? = nil,
    webACLID: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.nest("default_cache_behavior", defaultCacheBehavior)
    block.set("enabled", enabled)
    block.nest("origin", origin)
    block.nest("restrictions", restrictions)
    block.nest("viewer_certificate", viewerCertificate)
    block.set("aliases", aliases)
    block.set("comment", comment)
    block.set("continuous_deployment_policy_id", continuousDeploymentPolicyID)
    block.nest("custom_error_response", customErrorResponse)
    block.set("default_root_object", defaultRootObject)
    block.set("http_version", httpVersion)
    block.set("is_ipv6_enabled", isIPv6Enabled)
    block.nest("logging_config", loggingConfig)
    block.nest("ordered_cache_behavior", orderedCacheBehavior)
    block.nest("origin_group", originGroup)
    block.set("price_class", priceClass)
    block.set("retain_on_delete", retainOnDelete)
    block.set("staging", staging)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.set("wait_for_deployment", waitForDeployment)
    block.set("web_acl_id", webACLID)
    self.arguments = block
  }

  public struct CustomErrorResponse: GeneratedBlock {
    public let arguments: Block

    public init(
      errorCode: Number,
      errorCachingMinTTL: Number? = nil,
      responseCode: Number? = nil,
      responsePagePath: Text? = nil
    ) {
      var block = Block()
      block.set("error_code", errorCode)
      block.set("error_caching_min_ttl", errorCachingMinTTL)
      block.set("response_code", responseCode)
      block.set("response_page_path", responsePagePath)
      self.arguments = block
    }
  }

  public struct DefaultCacheBehavior: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - defaultTTL: set by the provider where left out.
    ///   - functionAssociation: at most 2.
    ///   - lambdaFunctionAssociation: at most 4.
    ///   - maxTTL: set by the provider where left out.
    ///   - trustedKeyGroups: set by the provider where left out.
    ///   - trustedSigners: set by the provider where left out.
    public init(
      allowedMethods: List<Text>,
      cachedMethods: List<Text>,
      targetOriginID: Text,
      viewerProtocolPolicy: Text,
      cachePolicyID: Text? = nil,
      compress: Flag? = nil,
      defaultTTL: Number? = nil,
      fieldLevelEncryptionID: Text? = nil,
      forwardedValues: ForwardedValues? = nil,
      functionAssociation: [FunctionAssociation]? = nil,
      grpcConfig: GrpcConfig? = nil,
      lambdaFunctionAssociation: [LambdaFunctionAssociation]? = nil,
      maxTTL: Number? = nil,
      minTTL: Number? = nil,
      originRequestPolicyID: Text? = nil,
      realtimeLogConfigARN: Text? = nil,
      responseHeadersPolicyID: Text? = nil,
      smoothStreaming: Flag? = nil,
      trustedKeyGroups: List<Text>? = nil,
      trustedSigners: List<Text>? = nil
    ) {
      var block = Block()
      block.set("allowed_methods", allowedMethods)
      block.set("cached_methods", cachedMethods)
      block.set("target_origin_id", targetOriginID)
      block.set("viewer_protocol_policy", viewerProtocolPolicy)
      block.set("cache_policy_id", cachePolicyID)
      block.set("compress", compress)
      block.set("default_ttl", defaultTTL)
      block.set("field_level_encryption_id", fieldLevelEncryptionID)
      block.nest("forwarded_values", forwardedValues)
      block.nest("function_association", functionAssociation)
      block.nest("grpc_config", grpcConfig)
      block.nest("lambda_function_association", lambdaFunctionAssociation)
      block.set("max_ttl", maxTTL)
      block.set("min_ttl", minTTL)
      block.set("origin_request_policy_id", originRequestPolicyID)
      block.set("realtime_log_config_arn", realtimeLogConfigARN)
      block.set("response_headers_policy_id", responseHeadersPolicyID)
      block.set("smooth_streaming", smoothStreaming)
      block.set("trusted_key_groups", trustedKeyGroups)
      block.set("trusted_signers", trustedSigners)
      self.arguments = block
    }
  }

  public struct ForwardedValues: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - headers: set by the provider where left out.
    ///   - queryStringCacheKeys: set by the provider where left out.
    public init(
      cookies: Cookies,
      queryString: Flag,
      headers: List<Text>? = nil,
      queryStringCacheKeys: List<Text>? = nil
    ) {
      var block = Block()
      block.nest("cookies", cookies)
      block.set("query_string", queryString)
      block.set("headers", headers)
      block.set("query_string_cache_keys", queryStringCacheKeys)
      self.arguments = block
    }
  }

  public struct Cookies: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - whitelistedNames: set by the provider where left out.
    public init(forward: Text, whitelistedNames: List<Text>? = nil) {
      var block = Block()
      block.set("forward", forward)
      block.set("whitelisted_names", whitelistedNames)
      self.arguments = block
    }
  }

  public struct FunctionAssociation: GeneratedBlock {
    public let arguments: Block

    public init(eventType: Text, functionARN: Text) {
      var block = Block()
      block.set("event_type", eventType)
      block.set("function_arn", functionARN)
      self.arguments = block
    }
  }

  public struct GrpcConfig: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - enabled: set by the provider where left out.
    public init(enabled: Flag? = nil) {
      var block = Block()
      block.set("enabled", enabled)
      self.arguments = block
    }
  }

  public struct LambdaFunctionAssociation: GeneratedBlock {
    public let arguments: Block

    public init(eventType: Text, lambdaARN: Text, includeBody: Flag? = nil) {
      var block = Block()
      block.set("event_type", eventType)
      block.set("lambda_arn", lambdaARN)
      block.set("include_body", includeBody)
      self.arguments = block
    }
  }

  public struct LoggingConfig: GeneratedBlock {
    public let arguments: Block

    public init(bucket: Text, includeCookies: Flag? = nil, prefix: Text? = nil) {
      var block = Block()
      block.set("bucket", bucket)
      block.set("include_cookies", includeCookies)
      block.set("prefix", prefix)
      self.arguments = block
    }
  }

  public struct OrderedCacheBehavior: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - defaultTTL: set by the provider where left out.
    ///   - functionAssociation: at most 2.
    ///   - lambdaFunctionAssociation: at most 4.
    ///   - maxTTL: set by the provider where left out.
    public init(
      allowedMethods: List<Text>,
      cachedMethods: List<Text>,
      pathPattern: Text,
      targetOriginID: Text,
      viewerProtocolPolicy: Text,
      cachePolicyID: Text? = nil,
      compress: Flag? = nil,
      defaultTTL: Number? = nil,
      fieldLevelEncryptionID: Text? = nil,
      forwardedValues: OrderedCacheBehaviorForwardedValues? = nil,
      functionAssociation: [FunctionAssociation]? = nil,
      grpcConfig: GrpcConfig? = nil,
      lambdaFunctionAssociation: [LambdaFunctionAssociation]? = nil,
      maxTTL: Number? = nil,
      minTTL: Number? = nil,
      originRequestPolicyID: Text? = nil,
      realtimeLogConfigARN: Text? = nil,
      responseHeadersPolicyID: Text? = nil,
      smoothStreaming: Flag? = nil,
      trustedKeyGroups: List<Text>? = nil,
      trustedSigners: List<Text>? = nil
    ) {
      var block = Block()
      block.set("allowed_methods", allowedMethods)
      block.set("cached_methods", cachedMethods)
      block.set("path_pattern", pathPattern)
      block.set("target_origin_id", targetOriginID)
      block.set("viewer_protocol_policy", viewerProtocolPolicy)
      block.set("cache_policy_id", cachePolicyID)
      block.set("compress", compress)
      block.set("default_ttl", defaultTTL)
      block.set("field_level_encryption_id", fieldLevelEncryptionID)
      block.nest("forwarded_values", forwardedValues)
      block.nest("function_association", functionAssociation)
      block.nest("grpc_config", grpcConfig)
      block.nest("lambda_function_association", lambdaFunctionAssociation)
      block.set("max_ttl", maxTTL)
      block.set("min_ttl", minTTL)
      block.set("origin_request_policy_id", originRequestPolicyID)
      block.set("realtime_log_config_arn", realtimeLogConfigARN)
      block.set("response_headers_policy_id", responseHeadersPolicyID)
      block.set("smooth_streaming", smoothStreaming)
      block.set("trusted_key_groups", trustedKeyGroups)
      block.set("trusted_signers", trustedSigners)
      self.arguments = block
    }
  }

  public struct OrderedCacheBehaviorForwardedValues: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - headers: set by the provider where left out.
    ///   - queryStringCacheKeys: set by the provider where left out.
    public init(
      cookies: OrderedCacheBehaviorForwardedValuesCookies,
      queryString: Flag,
      headers: List<Text>? = nil,
      queryStringCacheKeys: List<Text>? = nil
    ) {
      var block = Block()
      block.nest("cookies", cookies)
      block.set("query_string", queryString)
      block.set("headers", headers)
      block.set("query_string_cache_keys", queryStringCacheKeys)
      self.arguments = block
    }
  }

  public struct OrderedCacheBehaviorForwardedValuesCookies: GeneratedBlock {
    public let arguments: Block

    public init(forward: Text, whitelistedNames: List<Text>? = nil) {
      var block = Block()
      block.set("forward", forward)
      block.set("whitelisted_names", whitelistedNames)
      self.arguments = block
    }
  }

  public struct Origin: GeneratedBlock {
    public let arguments: Block

    public init(
      domainName: Text,
      originID: Text,
      connectionAttempts: Number? = nil,
      connectionTimeout: Number? = nil,
      customHeader: [CustomHeader]? = nil,
      customOriginConfig: CustomOriginConfig? = nil,
      originAccessControlID: Text? = nil,
      originPath: Text? = nil,
      originShield: OriginShield? = nil,
      s3OriginConfig: S3OriginConfig? = nil,
      vpcOriginConfig: VPCOriginConfig? = nil
    ) {
      var block = Block()
      block.set("domain_name", domainName)
      block.set("origin_id", originID)
      block.set("connection_attempts", connectionAttempts)
      block.set("connection_timeout", connectionTimeout)
      block.nest("custom_header", customHeader)
      block.nest("custom_origin_config", customOriginConfig)
      block.set("origin_access_control_id", originAccessControlID)
      block.set("origin_path", originPath)
      block.nest("origin_shield", originShield)
      block.nest("s3_origin_config", s3OriginConfig)
      block.nest("vpc_origin_config", vpcOriginConfig)
      self.arguments = block
    }
  }

  public struct CustomHeader: GeneratedBlock {
    public let arguments: Block

    public init(name: Text, value: Text) {
      var block = Block()
      block.set("name", name)
      block.set("value", value)
      self.arguments = block
    }
  }

  public struct CustomOriginConfig: GeneratedBlock {
    public let arguments: Block

    public init(
      httpPort: Number,
      httpsPort: Number,
      originProtocolPolicy: Text,
      originSSLProtocols: List<Text>,
      originKeepaliveTimeout: Number? = nil,
      originReadTimeout: Number? = nil
    ) {
      var block = Block()
      block.set("http_port", httpPort)
      block.set("https_port", httpsPort)
      block.set("origin_protocol_policy", originProtocolPolicy)
      block.set("origin_ssl_protocols", originSSLProtocols)
      block.set("origin_keepalive_timeout", originKeepaliveTimeout)
      block.set("origin_read_timeout", originReadTimeout)
      self.arguments = block
    }
  }

  public struct OriginShield: GeneratedBlock {
    public let arguments: Block

    public init(enabled: Flag, originShieldRegion: Text? = nil) {
      var block = Block()
      block.set("enabled", enabled)
      block.set("origin_shield_region", originShieldRegion)
      self.arguments = block
    }
  }

  public struct S3OriginConfig: GeneratedBlock {
    public let arguments: Block

    public init(originAccessIdentity: Text) {
      var block = Block()
      block.set("origin_access_identity", originAccessIdentity)
      self.arguments = block
    }
  }

  public struct VPCOriginConfig: GeneratedBlock {
    public let arguments: Block

    public init(vpcOriginID: Text, originKeepaliveTimeout: Number? = nil, originReadTimeout: Number? = nil) {
      var block = Block()
      block.set("vpc_origin_id", vpcOriginID)
      block.set("origin_keepalive_timeout", originKeepaliveTimeout)
      block.set("origin_read_timeout", originReadTimeout)
      self.arguments = block
    }
  }

  public struct OriginGroup: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - member: 2 of them.
    public init(failoverCriteria: FailoverCriteria, member: [Member], originID: Text) {
      var block = Block()
      block.nest("failover_criteria", failoverCriteria)
      block.nest("member", member)
      block.set("origin_id", originID)
      self.arguments = block
    }
  }

  public struct FailoverCriteria: GeneratedBlock {
    public let arguments: Block

    public init(statusCodes: List<Number>) {
      var block = Block()
      block.set("status_codes", statusCodes)
      self.arguments = block
    }
  }

  public struct Member: GeneratedBlock {
    public let arguments: Block

    public init(originID: Text) {
      var block = Block()
      block.set("origin_id", originID)
      self.arguments = block
    }
  }

  public struct Restrictions: GeneratedBlock {
    public let arguments: Block

    public init(geoRestriction: GeoRestriction) {
      var block = Block()
      block.nest("geo_restriction", geoRestriction)
      self.arguments = block
    }
  }

  public struct GeoRestriction: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - locations: set by the provider where left out.
    public init(restrictionType: Text, locations: List<Text>? = nil) {
      var block = Block()
      block.set("restriction_type", restrictionType)
      block.set("locations", locations)
      self.arguments = block
    }
  }

  public struct ViewerCertificate: GeneratedBlock {
    public let arguments: Block

    public init(
      acmCertificateARN: Text? = nil,
      cloudfrontDefaultCertificate: Flag? = nil,
      iamCertificateID: Text? = nil,
      minimumProtocolVersion: Text? = nil,
      sslSupportMethod: Text? = nil
    ) {
      var block = Block()
      block.set("acm_certificate_arn", acmCertificateARN)
      block.set("cloudfront_default_certificate", cloudfrontDefaultCertificate)
      block.set("iam_certificate_id", iamCertificateID)
      block.set("minimum_protocol_version", minimumProtocolVersion)
      block.set("ssl_support_method", sslSupportMethod)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var aliases: List<Text> { declaredBlock.list("aliases") }
    public var arn: Text { declaredBlock.text("arn") }
    public var callerReference: Text { declaredBlock.text("caller_reference") }
    public var comment: Text { declaredBlock.text("comment") }
    public var continuousDeploymentPolicyID: Text { declaredBlock.text("continuous_deployment_policy_id") }
    public var customErrorResponse: Expression { declaredBlock.expression("custom_error_response") }
    public var defaultCacheBehavior: Expression { declaredBlock.expression("default_cache_behavior") }
    public var defaultRootObject: Text { declaredBlock.text("default_root_object") }
    public var domainName: Text { declaredBlock.text("domain_name") }
    public var enabled: Flag { declaredBlock.flag("enabled") }
    public var etag: Text { declaredBlock.text("etag") }
    public var hostedZoneID: Text { declaredBlock.text("hosted_zone_id") }
    public var httpVersion: Text { declaredBlock.text("http_version") }
    public var id: Text { declaredBlock.text("id") }
    public var inProgressValidationBatches: Number { declaredBlock.number("in_progress_validation_batches") }
    public var isIPv6Enabled: Flag { declaredBlock.flag("is_ipv6_enabled") }
    public var lastModifiedTime: Text { declaredBlock.text("last_modified_time") }
    public var loggingConfig: Expression { declaredBlock.expression("logging_config") }
    public var orderedCacheBehavior: Expression { declaredBlock.expression("ordered_cache_behavior") }
    public var origin: Expression { declaredBlock.expression("origin") }
    public var originGroup: Expression { declaredBlock.expression("origin_group") }
    public var priceClass: Text { declaredBlock.text("price_class") }
    public var restrictions: Expression { declaredBlock.expression("restrictions") }
    public var retainOnDelete: Flag { declaredBlock.flag("retain_on_delete") }
    public var staging: Flag { declaredBlock.flag("staging") }
    public var status: Text { declaredBlock.text("status") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var trustedKeyGroups: Expression { declaredBlock.expression("trusted_key_groups") }
    public var trustedSigners: Expression { declaredBlock.expression("trusted_signers") }
    public var viewerCertificate: Expression { declaredBlock.expression("viewer_certificate") }
    public var waitForDeployment: Flag { declaredBlock.flag("wait_for_deployment") }
    public var webACLID: Text { declaredBlock.text("web_acl_id") }
  }
}

/// `aws_cloudfront_origin_access_control`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/cloudfront_origin_access_control
public struct AWSCloudFrontOriginAccessControl: GeneratedResource {
  public static let type = "aws_cloudfront_origin_access_control"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  public init(
    _ label: String,
    name: Text,
    originAccessControlOriginType: Text,
    signingBehavior: Text,
    signingProtocol: Text,
    description: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("name", name)
    block.set("origin_access_control_origin_type", originAccessControlOriginType)
    block.set("signing_behavior", signingBehavior)
    block.set("signing_protocol", signingProtocol)
    block.set("description", description)
    self.arguments = block
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var description: Text { declaredBlock.text("description") }
    public var etag: Text { declaredBlock.text("etag") }
    public var id: Text { declaredBlock.text("id") }
    public var name: Text { declaredBlock.text("name") }
    public var originAccessControlOriginType: Text { declaredBlock.text("origin_access_control_origin_type") }
    public var signingBehavior: Text { declaredBlock.text("signing_behavior") }
    public var signingProtocol: Text { declaredBlock.text("signing_protocol") }
  }
}
