// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_lb`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb
public struct AWSLB: GeneratedResource {
  public static let type = "aws_lb"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: set by the provider where left out.
  ///   - internal: set by the provider where left out.
  ///   - ipAddressType: set by the provider where left out.
  ///   - name: set by the provider where left out.
  ///   - namePrefix: set by the provider where left out.
  ///   - securityGroups: set by the provider where left out.
  ///   - subnets: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    accessLogs: AccessLogs? = nil,
    clientKeepAlive: Number? = nil,
    connectionLogs: AccessLogs? = nil,
    customerOwnedIPv4Pool: Text? = nil,
    desyncMitigationMode: Text? = nil,
    dnsRecordClientRoutingPolicy: Text? = nil,
    dropInvalidHeaderFields: Flag? = nil,
    enableCrossZoneLoadBalancing: Flag? = nil,
    enableDeletionProtection: Flag? = nil,
    enableHttp2: Flag? = nil,
    enableTLSVersionAndCipherSuiteHeaders: Flag? = nil,
    enableWAFFailOpen: Flag? = nil,
    enableXffClientPort: Flag? = nil,
    enableZonalShift: Flag? = nil,
    enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: Text? = nil,
    idleTimeout: Number? = nil,
    `internal`: Flag? = nil,
    ipAddressType: Text? = nil,
    ipamPools: IPAMPools? = nil,
    loadBalancerType: Text? = nil,
    minimumLoadBalancerCapacity: MinimumLoadBalancerCapacity? = nil,
    name: Text? = nil,
    namePrefix: Text? = nil,
    preserveHostHeader: Flag? = nil,
    securityGroups: List<Text>? = nil,
    subnetMapping: [SubnetMapping]? = nil,
    subnets: List<Text>? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timeouts: Timeouts? = nil,
    xffHeaderProcessingMode: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.nest("access_logs", accessLogs)
    block.set("client_keep_alive", clientKeepAlive)
    block.nest("connection_logs", connectionLogs)
    block.set("customer_owned_ipv4_pool", customerOwnedIPv4Pool)
    block.set("desync_mitigation_mode", desyncMitigationMode)
    block.set("dns_record_client_routing_policy", dnsRecordClientRoutingPolicy)
    block.set("drop_invalid_header_fields", dropInvalidHeaderFields)
    block.set("enable_cross_zone_load_balancing", enableCrossZoneLoadBalancing)
    block.set("enable_deletion_protection", enableDeletionProtection)
    block.set("enable_http2", enableHttp2)
    block.set("enable_tls_version_and_cipher_suite_headers", enableTLSVersionAndCipherSuiteHeaders)
    block.set("enable_waf_fail_open", enableWAFFailOpen)
    block.set("enable_xff_client_port", enableXffClientPort)
    block.set("enable_zonal_shift", enableZonalShift)
    block.set("enforce_security_group_inbound_rules_on_private_link_traffic", enforceSecurityGroupInboundRulesOnPrivateLinkTraffic)
    block.set("idle_timeout", idleTimeout)
    block.set("internal", `internal`)
    block.set("ip_address_type", ipAddressType)
    block.nest("ipam_pools", ipamPools)
    block.set("load_balancer_type", loadBalancerType)
    block.nest("minimum_load_balancer_capacity", minimumLoadBalancerCapacity)
    block.set("name", name)
    block.set("name_prefix", namePrefix)
    block.set("preserve_host_header", preserveHostHeader)
    block.set("security_groups", securityGroups)
    block.nest("subnet_mapping", subnetMapping)
    block.set("subnets", subnets)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("timeouts", timeouts)
    block.set("xff_header_processing_mode", xffHeaderProcessingMode)
    self.arguments = block
  }

  public struct AccessLogs: GeneratedBlock {
    public let arguments: Block

    public init(bucket: Text, enabled: Flag? = nil, prefix: Text? = nil) {
      var block = Block()
      block.set("bucket", bucket)
      block.set("enabled", enabled)
      block.set("prefix", prefix)
      self.arguments = block
    }
  }

  public struct IPAMPools: GeneratedBlock {
    public let arguments: Block

    public init(ipv4IPAMPoolID: Text) {
      var block = Block()
      block.set("ipv4_ipam_pool_id", ipv4IPAMPoolID)
      self.arguments = block
    }
  }

  public struct MinimumLoadBalancerCapacity: GeneratedBlock {
    public let arguments: Block

    public init(capacityUnits: Number) {
      var block = Block()
      block.set("capacity_units", capacityUnits)
      self.arguments = block
    }
  }

  public struct SubnetMapping: GeneratedBlock {
    public let arguments: Block

    public init(subnetID: Text, allocationID: Text? = nil, ipv6Address: Text? = nil, privateIPv4Address: Text? = nil) {
      var block = Block()
      block.set("subnet_id", subnetID)
      block.set("allocation_id", allocationID)
      block.set("ipv6_address", ipv6Address)
      block.set("private_ipv4_address", privateIPv4Address)
      self.arguments = block
    }
  }

  public struct Timeouts: GeneratedBlock {
    public let arguments: Block

    public init(create: Text? = nil, delete: Text? = nil, update: Text? = nil) {
      var block = Block()
      block.set("create", create)
      block.set("delete", delete)
      block.set("update", update)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var accessLogs: Expression { declaredBlock.expression("access_logs") }
    public var arn: Text { declaredBlock.text("arn") }
    public var arnSuffix: Text { declaredBlock.text("arn_suffix") }
    public var clientKeepAlive: Number { declaredBlock.number("client_keep_alive") }
    public var connectionLogs: Expression { declaredBlock.expression("connection_logs") }
    public var customerOwnedIPv4Pool: Text { declaredBlock.text("customer_owned_ipv4_pool") }
    public var desyncMitigationMode: Text { declaredBlock.text("desync_mitigation_mode") }
    public var dnsName: Text { declaredBlock.text("dns_name") }
    public var dnsRecordClientRoutingPolicy: Text { declaredBlock.text("dns_record_client_routing_policy") }
    public var dropInvalidHeaderFields: Flag { declaredBlock.flag("drop_invalid_header_fields") }
    public var enableCrossZoneLoadBalancing: Flag { declaredBlock.flag("enable_cross_zone_load_balancing") }
    public var enableDeletionProtection: Flag { declaredBlock.flag("enable_deletion_protection") }
    public var enableHttp2: Flag { declaredBlock.flag("enable_http2") }
    public var enableTLSVersionAndCipherSuiteHeaders: Flag { declaredBlock.flag("enable_tls_version_and_cipher_suite_headers") }
    public var enableWAFFailOpen: Flag { declaredBlock.flag("enable_waf_fail_open") }
    public var enableXffClientPort: Flag { declaredBlock.flag("enable_xff_client_port") }
    public var enableZonalShift: Flag { declaredBlock.flag("enable_zonal_shift") }
    public var enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: Text { declaredBlock.text("enforce_security_group_inbound_rules_on_private_link_traffic") }
    public var id: Text { declaredBlock.text("id") }
    public var idleTimeout: Number { declaredBlock.number("idle_timeout") }
    public var `internal`: Flag { declaredBlock.flag("internal") }
    public var ipAddressType: Text { declaredBlock.text("ip_address_type") }
    public var ipamPools: Expression { declaredBlock.expression("ipam_pools") }
    public var loadBalancerType: Text { declaredBlock.text("load_balancer_type") }
    public var minimumLoadBalancerCapacity: Expression { declaredBlock.expression("minimum_load_balancer_capacity") }
    public var name: Text { declaredBlock.text("name") }
    public var namePrefix: Text { declaredBlock.text("name_prefix") }
    public var preserveHostHeader: Flag { declaredBlock.flag("preserve_host_header") }
    public var securityGroups: List<Text> { declaredBlock.list("security_groups") }
    public var subnetMapping: Expression { declaredBlock.expression("subnet_mapping") }
    public var subnets: List<Text> { declaredBlock.list("subnets") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
    public var vpcID: Text { declaredBlock.text("vpc_id") }
    public var xffHeaderProcessingMode: Text { declaredBlock.text("xff_header_processing_mode") }
    public var zoneID: Text { declaredBlock.text("zone_id") }
  }
}

/// `aws_lb_listener`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_listener
public struct AWSLBListener: GeneratedResource {
  public static let type = "aws_lb_listener"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - defaultAction: at least 1.
  ///   - protocol: set by the provider where left out.
  ///   - routingHTTPRequestXAmznMtlsClientcertHeaderName: set by the provider where left out.
  ///   - routingHTTPRequestXAmznMtlsClientcertIssuerHeaderName: set by the provider where left out.
  ///   - routingHTTPRequestXAmznMtlsClientcertLeafHeaderName: set by the provider where left out.
  ///   - routingHTTPRequestXAmznMtlsClientcertSerialNumberHeaderName: set by the provider where left out.
  ///   - routingHTTPRequestXAmznMtlsClientcertSubjectHeaderName: set by the provider where left out.
  ///   - routingHTTPRequestXAmznMtlsClientcertValidityHeaderName: set by the provider where left out.
  ///   - routingHTTPRequestXAmznTLSCipherSuiteHeaderName: set by the provider where left out.
  ///   - routingHTTPRequestXAmznTLSVersionHeaderName: set by the provider where left out.
  ///   - routingHTTPResponseAccessControlAllowCredentialsHeaderValue: set by the provider where left out.
  ///   - routingHTTPResponseAccessControlAllowHeadersHeaderValue: set by the provider where left out.
  ///   - routingHTTPResponseAccessControlAllowMethodsHeaderValue: set by the provider where left out.
  ///   - routingHTTPResponseAccessControlAllowOriginHeaderValue: set by the provider where left out.
  ///   - routingHTTPResponseAccessControlExposeHeadersHeaderValue: set by the provider where left out.
  ///   - routingHTTPResponseAccessControlMaxAgeHeaderValue: set by the provider where left out.
  ///   - routingHTTPResponseContentSecurityPolicyHeaderValue: set by the provider where left out.
  ///   - routingHTTPResponseServerEnabled: set by the provider where left out.
  ///   - routingHTTPResponseStrictTransportSecurityHeaderValue: set by the provider where left out.
  ///   - routingHTTPResponseXContentTypeOptionsHeaderValue: set by the provider where left out.
  ///   - routingHTTPResponseXFrameOptionsHeaderValue: set by the provider where left out.
  ///   - sslPolicy: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  ///   - tcpIdleTimeoutSeconds: set by the provider where left out.
  public init(
    _ label: String,
    defaultAction: [DefaultAction],
    loadBalancerARN: Text,
    alpnPolicy: Text? = nil,
    certificateARN: Text? = nil,
    mutualAuthentication: MutualAuthentication? = nil,
    port: Number? = nil,
    `protocol`: Text? = nil,
    routingHTTPRequestXAmznMtlsClientcertHeaderName: Text? = nil,
    routingHTTPRequestXAmznMtlsClientcertIssuerHeaderName: Text? = nil,
    routingHTTPRequestXAmznMtlsClientcertLeafHeaderName: Text? = nil,
    routingHTTPRequestXAmznMtlsClientcertSerialNumberHeaderName: Text? = nil,
    routingHTTPRequestXAmznMtlsClientcertSubjectHeaderName: Text? = nil,
    routingHTTPRequestXAmznMtlsClientcertValidityHeaderName: Text? = nil,
    routingHTTPRequestXAmznTLSCipherSuiteHeaderName: Text? = nil,
    routingHTTPRequestXAmznTLSVersionHeaderName: Text? = nil,
    routingHTTPResponseAccessControlAllowCredentialsHeaderValue: Text? = nil,
    routingHTTPResponseAccessControlAllowHeadersHeaderValue: Text? = nil,
    routingHTTPResponseAccessControlAllowMethodsHeaderValue: Text? = nil,
    routingHTTPResponseAccessControlAllowOriginHeaderValue: Text? = nil,
    routingHTTPResponseAccessControlExposeHeadersHeaderValue: Text? = nil,
    routingHTTPResponseAccessControlMaxAgeHeaderValue: Text? = nil,
    routingHTTPResponseContentSecurityPolicyHeaderValue: Text? = nil,
    routingHTTPResponseServerEnabled: Flag? = nil,
    routingHTTPResponseStrictTransportSecurityHeaderValue: Text? = nil,
    routingHTTPResponseXContentTypeOptionsHeaderValue: Text? = nil,
    routingHTTPResponseXFrameOptionsHeaderValue: Text? = nil,
    sslPolicy: Text? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    tcpIdleTimeoutSeconds: Number? = nil,
    timeouts: Timeouts? = nil
  ) {
    self.label = label
    var block = Block()
    block.nest("default_action", defaultAction)
    block.set("load_balancer_arn", loadBalancerARN)
    block.set("alpn_policy", alpnPolicy)
    block.set("certificate_arn", certificateARN)
    block.nest("mutual_authentication", mutualAuthentication)
    block.set("port", port)
    block.set("protocol", `protocol`)
    block.set("routing_http_request_x_amzn_mtls_clientcert_header_name", routingHTTPRequestXAmznMtlsClientcertHeaderName)
    block.set("routing_http_request_x_amzn_mtls_clientcert_issuer_header_name", routingHTTPRequestXAmznMtlsClientcertIssuerHeaderName)
    block.set("routing_http_request_x_amzn_mtls_clientcert_leaf_header_name", routingHTTPRequestXAmznMtlsClientcertLeafHeaderName)
    block.set("routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name", routingHTTPRequestXAmznMtlsClientcertSerialNumberHeaderName)
    block.set("routing_http_request_x_amzn_mtls_clientcert_subject_header_name", routingHTTPRequestXAmznMtlsClientcertSubjectHeaderName)
    block.set("routing_http_request_x_amzn_mtls_clientcert_validity_header_name", routingHTTPRequestXAmznMtlsClientcertValidityHeaderName)
    block.set("routing_http_request_x_amzn_tls_cipher_suite_header_name", routingHTTPRequestXAmznTLSCipherSuiteHeaderName)
    block.set("routing_http_request_x_amzn_tls_version_header_name", routingHTTPRequestXAmznTLSVersionHeaderName)
    block.set("routing_http_response_access_control_allow_credentials_header_value", routingHTTPResponseAccessControlAllowCredentialsHeaderValue)
    block.set("routing_http_response_access_control_allow_headers_header_value", routingHTTPResponseAccessControlAllowHeadersHeaderValue)
    block.set("routing_http_response_access_control_allow_methods_header_value", routingHTTPResponseAccessControlAllowMethodsHeaderValue)
    block.set("routing_http_response_access_control_allow_origin_header_value", routingHTTPResponseAccessControlAllowOriginHeaderValue)
    block.set("routing_http_response_access_control_expose_headers_header_value", routingHTTPResponseAccessControlExposeHeadersHeaderValue)
    block.set("routing_http_response_access_control_max_age_header_value", routingHTTPResponseAccessControlMaxAgeHeaderValue)
    block.set("routing_http_response_content_security_policy_header_value", routingHTTPResponseContentSecurityPolicyHeaderValue)
    block.set("routing_http_response_server_enabled", routingHTTPResponseServerEnabled)
    block.set("routing_http_response_strict_transport_security_header_value", routingHTTPResponseStrictTransportSecurityHeaderValue)
    block.set("routing_http_response_x_content_type_options_header_value", routingHTTPResponseXContentTypeOptionsHeaderValue)
    block.set("routing_http_response_x_frame_options_header_value", routingHTTPResponseXFrameOptionsHeaderValue)
    block.set("ssl_policy", sslPolicy)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.set("tcp_idle_timeout_seconds", tcpIdleTimeoutSeconds)
    block.nest("timeouts", timeouts)
    self.arguments = block
  }

  public struct DefaultAction: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - order: set by the provider where left out.
    public init(
      type: Text,
      authenticateCognito: AuthenticateCognito? = nil,
      authenticateOIDC: AuthenticateOIDC? = nil,
      fixedResponse: FixedResponse? = nil,
      forward: Forward? = nil,
      order: Number? = nil,
      redirect: Redirect? = nil,
      targetGroupARN: Text? = nil
    ) {
      var block = Block()
      block.set("type", type)
      block.nest("authenticate_cognito", authenticateCognito)
      block.nest("authenticate_oidc", authenticateOIDC)
      block.nest("fixed_response", fixedResponse)
      block.nest("forward", forward)
      block.set("order", order)
      block.nest("redirect", redirect)
      block.set("target_group_arn", targetGroupARN)
      self.arguments = block
    }
  }

  public struct AuthenticateCognito: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - onUnauthenticatedRequest: set by the provider where left out.
    ///   - scope: set by the provider where left out.
    ///   - sessionCookieName: set by the provider where left out.
    ///   - sessionTimeout: set by the provider where left out.
    public init(
      userPoolARN: Text,
      userPoolClientID: Text,
      userPoolDomain: Text,
      authenticationRequestExtraParams: Map<Text>? = nil,
      onUnauthenticatedRequest: Text? = nil,
      scope: Text? = nil,
      sessionCookieName: Text? = nil,
      sessionTimeout: Number? = nil
    ) {
      var block = Block()
      block.set("user_pool_arn", userPoolARN)
      block.set("user_pool_client_id", userPoolClientID)
      block.set("user_pool_domain", userPoolDomain)
      block.set("authentication_request_extra_params", authenticationRequestExtraParams)
      block.set("on_unauthenticated_request", onUnauthenticatedRequest)
      block.set("scope", scope)
      block.set("session_cookie_name", sessionCookieName)
      block.set("session_timeout", sessionTimeout)
      self.arguments = block
    }
  }

  public struct AuthenticateOIDC: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - clientSecret: sensitive.
    ///   - onUnauthenticatedRequest: set by the provider where left out.
    ///   - scope: set by the provider where left out.
    ///   - sessionCookieName: set by the provider where left out.
    ///   - sessionTimeout: set by the provider where left out.
    public init(
      authorizationEndpoint: Text,
      clientID: Text,
      clientSecret: Text,
      issuer: Text,
      tokenEndpoint: Text,
      userInfoEndpoint: Text,
      authenticationRequestExtraParams: Map<Text>? = nil,
      onUnauthenticatedRequest: Text? = nil,
      scope: Text? = nil,
      sessionCookieName: Text? = nil,
      sessionTimeout: Number? = nil
    ) {
      var block = Block()
      block.set("authorization_endpoint", authorizationEndpoint)
      block.set("client_id", clientID)
      block.set("client_secret", clientSecret)
      block.set("issuer", issuer)
      block.set("token_endpoint", tokenEndpoint)
      block.set("user_info_endpoint", userInfoEndpoint)
      block.set("authentication_request_extra_params", authenticationRequestExtraParams)
      block.set("on_unauthenticated_request", onUnauthenticatedRequest)
      block.set("scope", scope)
      block.set("session_cookie_name", sessionCookieName)
      block.set("session_timeout", sessionTimeout)
      self.arguments = block
    }
  }

  public struct FixedResponse: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - statusCode: set by the provider where left out.
    public init(contentType: Text, messageBody: Text? = nil, statusCode: Text? = nil) {
      var block = Block()
      block.set("content_type", contentType)
      block.set("message_body", messageBody)
      block.set("status_code", statusCode)
      self.arguments = block
    }
  }

  public struct Forward: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - targetGroup: 1 to 5.
    public init(targetGroup: [TargetGroup], stickiness: Stickiness? = nil) {
      var block = Block()
      block.nest("target_group", targetGroup)
      block.nest("stickiness", stickiness)
      self.arguments = block
    }
  }

  public struct Stickiness: GeneratedBlock {
    public let arguments: Block

    public init(duration: Number, enabled: Flag? = nil) {
      var block = Block()
      block.set("duration", duration)
      block.set("enabled", enabled)
      self.arguments = block
    }
  }

  public struct TargetGroup: GeneratedBlock {
    public let arguments: Block

    public init(arn: Text, weight: Number? = nil) {
      var block = Block()
      block.set("arn", arn)
      block.set("weight", weight)
      self.arguments = block
    }
  }

  public struct Redirect: GeneratedBlock {
    public let arguments: Block

    public init(
      statusCode: Text,
      host: Text? = nil,
      path: Text? = nil,
      port: Text? = nil,
      `protocol`: Text? = nil,
      query: Text? = nil
    ) {
      var block = Block()
      block.set("status_code", statusCode)
      block.set("host", host)
      block.set("path", path)
      block.set("port", port)
      block.set("protocol", `protocol`)
      block.set("query", query)
      self.arguments = block
    }
  }

  public struct MutualAuthentication: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - advertiseTrustStoreCANames: set by the provider where left out.
    public init(
      mode: Text,
      advertiseTrustStoreCANames: Text? = nil,
      ignoreClientCertificateExpiry: Flag? = nil,
      trustStoreARN: Text? = nil
    ) {
      var block = Block()
      block.set("mode", mode)
      block.set("advertise_trust_store_ca_names", advertiseTrustStoreCANames)
      block.set("ignore_client_certificate_expiry", ignoreClientCertificateExpiry)
      block.set("trust_store_arn", trustStoreARN)
      self.arguments = block
    }
  }

  public struct Timeouts: GeneratedBlock {
    public let arguments: Block

    public init(create: Text? = nil, update: Text? = nil) {
      var block = Block()
      block.set("create", create)
      block.set("update", update)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var alpnPolicy: Text { declaredBlock.text("alpn_policy") }
    public var arn: Text { declaredBlock.text("arn") }
    public var certificateARN: Text { declaredBlock.text("certificate_arn") }
    public var defaultAction: Expression { declaredBlock.expression("default_action") }
    public var id: Text { declaredBlock.text("id") }
    public var loadBalancerARN: Text { declaredBlock.text("load_balancer_arn") }
    public var mutualAuthentication: Expression { declaredBlock.expression("mutual_authentication") }
    public var port: Number { declaredBlock.number("port") }
    public var `protocol`: Text { declaredBlock.text("protocol") }
    public var routingHTTPRequestXAmznMtlsClientcertHeaderName: Text { declaredBlock.text("routing_http_request_x_amzn_mtls_clientcert_header_name") }
    public var routingHTTPRequestXAmznMtlsClientcertIssuerHeaderName: Text { declaredBlock.text("routing_http_request_x_amzn_mtls_clientcert_issuer_header_name") }
    public var routingHTTPRequestXAmznMtlsClientcertLeafHeaderName: Text { declaredBlock.text("routing_http_request_x_amzn_mtls_clientcert_leaf_header_name") }
    public var routingHTTPRequestXAmznMtlsClientcertSerialNumberHeaderName: Text { declaredBlock.text("routing_http_request_x_amzn_mtls_clientcert_serial_number_header_name") }
    public var routingHTTPRequestXAmznMtlsClientcertSubjectHeaderName: Text { declaredBlock.text("routing_http_request_x_amzn_mtls_clientcert_subject_header_name") }
    public var routingHTTPRequestXAmznMtlsClientcertValidityHeaderName: Text { declaredBlock.text("routing_http_request_x_amzn_mtls_clientcert_validity_header_name") }
    public var routingHTTPRequestXAmznTLSCipherSuiteHeaderName: Text { declaredBlock.text("routing_http_request_x_amzn_tls_cipher_suite_header_name") }
    public var routingHTTPRequestXAmznTLSVersionHeaderName: Text { declaredBlock.text("routing_http_request_x_amzn_tls_version_header_name") }
    public var routingHTTPResponseAccessControlAllowCredentialsHeaderValue: Text { declaredBlock.text("routing_http_response_access_control_allow_credentials_header_value") }
    public var routingHTTPResponseAccessControlAllowHeadersHeaderValue: Text { declaredBlock.text("routing_http_response_access_control_allow_headers_header_value") }
    public var routingHTTPResponseAccessControlAllowMethodsHeaderValue: Text { declaredBlock.text("routing_http_response_access_control_allow_methods_header_value") }
    public var routingHTTPResponseAccessControlAllowOriginHeaderValue: Text { declaredBlock.text("routing_http_response_access_control_allow_origin_header_value") }
    public var routingHTTPResponseAccessControlExposeHeadersHeaderValue: Text { declaredBlock.text("routing_http_response_access_control_expose_headers_header_value") }
    public var routingHTTPResponseAccessControlMaxAgeHeaderValue: Text { declaredBlock.text("routing_http_response_access_control_max_age_header_value") }
    public var routingHTTPResponseContentSecurityPolicyHeaderValue: Text { declaredBlock.text("routing_http_response_content_security_policy_header_value") }
    public var routingHTTPResponseServerEnabled: Flag { declaredBlock.flag("routing_http_response_server_enabled") }
    public var routingHTTPResponseStrictTransportSecurityHeaderValue: Text { declaredBlock.text("routing_http_response_strict_transport_security_header_value") }
    public var routingHTTPResponseXContentTypeOptionsHeaderValue: Text { declaredBlock.text("routing_http_response_x_content_type_options_header_value") }
    public var routingHTTPResponseXFrameOptionsHeaderValue: Text { declaredBlock.text("routing_http_response_x_frame_options_header_value") }
    public var sslPolicy: Text { declaredBlock.text("ssl_policy") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var tcpIdleTimeoutSeconds: Number { declaredBlock.number("tcp_idle_timeout_seconds") }
    public var timeouts: Expression { declaredBlock.expression("timeouts") }
  }
}

/// `aws_lb_target_group`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/lb_target_group
public struct AWSLBTargetGroup: GeneratedResource {
  public static let type = "aws_lb_target_group"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - connectionTermination: set by the provider where left out.
  ///   - ipAddressType: set by the provider where left out.
  ///   - loadBalancingAlgorithmType: set by the provider where left out.
  ///   - loadBalancingAnomalyMitigation: set by the provider where left out.
  ///   - loadBalancingCrossZoneEnabled: set by the provider where left out.
  ///   - name: set by the provider where left out.
  ///   - namePrefix: set by the provider where left out.
  ///   - preserveClientIP: set by the provider where left out.
  ///   - protocolVersion: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  public init(
    _ label: String,
    connectionTermination: Flag? = nil,
    deregistrationDelay: Text? = nil,
    healthCheck: HealthCheck? = nil,
    ipAddressType: Text? = nil,
    lambdaMultiValueHeadersEnabled: Flag? = nil,
    loadBalancingAlgorithmType: Text? = nil,
    loadBalancingAnomalyMitigation: Text? = nil,
    loadBalancingCrossZoneEnabled: Text? = nil,
    name: Text? = nil,
    namePrefix: Text? = nil,
    port: Number? = nil,
    preserveClientIP: Text? = nil,
    `protocol`: Text? = nil,
    protocolVersion: Text? = nil,
    proxyProtocolV2: Flag? = nil,
    slowStart: Number? = nil,
    stickiness: Stickiness? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    targetFailover: [TargetFailover]? = nil,
    targetGroupHealth: TargetGroupHealth? = nil,
    targetHealthState: [TargetHealthState]? = nil,
    targetType: Text? = nil,
    vpcID: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("connection_termination", connectionTermination)
    block.set("deregistration_delay", deregistrationDelay)
    block.nest("health_check", healthCheck)
    block.set("ip_address_type", ipAddressType)
    block.set("lambda_multi_value_headers_enabled", lambdaMultiValueHeadersEnabled)
    block.set("load_balancing_algorithm_type", loadBalancingAlgorithmType)
    block.set("load_balancing_anomaly_mitigation", loadBalancingAnomalyMitigation)
    block.set("load_balancing_cross_zone_enabled", loadBalancingCrossZoneEnabled)
    block.set("name", name)
    block.set("name_prefix", namePrefix)
    block.set("port", port)
    block.set("preserve_client_ip", preserveClientIP)
    block.set("protocol", `protocol`)
    block.set("protocol_version", protocolVersion)
    block.set("proxy_protocol_v2", proxyProtocolV2)
    block.set("slow_start", slowStart)
    block.nest("stickiness", stickiness)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.nest("target_failover", targetFailover)
    block.nest("target_group_health", targetGroupHealth)
    block.nest("target_health_state", targetHealthState)
    block.set("target_type", targetType)
    block.set("vpc_id", vpcID)
    self.arguments = block
  }

  public struct HealthCheck: GeneratedBlock {
    public let arguments: Block

    /// - Parameters:
    ///   - matcher: set by the provider where left out.
    ///   - path: set by the provider where left out.
    ///   - timeout: set by the provider where left out.
    public init(
      enabled: Flag? = nil,
      healthyThreshold: Number? = nil,
      interval: Number? = nil,
      matcher: Text? = nil,
      path: Text? = nil,
      port: Text? = nil,
      `protocol`: Text? = nil,
      timeout: Number? = nil,
      unhealthyThreshold: Number? = nil
    ) {
      var block = Block()
      block.set("enabled", enabled)
      block.set("healthy_threshold", healthyThreshold)
      block.set("interval", interval)
      block.set("matcher", matcher)
      block.set("path", path)
      block.set("port", port)
      block.set("protocol", `protocol`)
      block.set("timeout", timeout)
      block.set("unhealthy_threshold", unhealthyThreshold)
      self.arguments = block
    }
  }

  public struct Stickiness: GeneratedBlock {
    public let arguments: Block

    public init(type: Text, cookieDuration: Number? = nil, cookieName: Text? = nil, enabled: Flag? = nil) {
      var block = Block()
      block.set("type", type)
      block.set("cookie_duration", cookieDuration)
      block.set("cookie_name", cookieName)
      block.set("enabled", enabled)
      self.arguments = block
    }
  }

  public struct TargetFailover: GeneratedBlock {
    public let arguments: Block

    public init(onDeregistration: Text, onUnhealthy: Text) {
      var block = Block()
      block.set("on_deregistration", onDeregistration)
      block.set("on_unhealthy", onUnhealthy)
      self.arguments = block
    }
  }

  public struct TargetGroupHealth: GeneratedBlock {
    public let arguments: Block

    public init(dnsFailover: DNSFailover? = nil, unhealthyStateRouting: UnhealthyStateRouting? = nil) {
      var block = Block()
      block.nest("dns_failover", dnsFailover)
      block.nest("unhealthy_state_routing", unhealthyStateRouting)
      self.arguments = block
    }
  }

  public struct DNSFailover: GeneratedBlock {
    public let arguments: Block

    public init(minimumHealthyTargetsCount: Text? = nil, minimumHealthyTargetsPercentage: Text? = nil) {
      var block = Block()
      block.set("minimum_healthy_targets_count", minimumHealthyTargetsCount)
      block.set("minimum_healthy_targets_percentage", minimumHealthyTargetsPercentage)
      self.arguments = block
    }
  }

  public struct UnhealthyStateRouting: GeneratedBlock {
    public let arguments: Block

    public init(minimumHealthyTargetsCount: Number? = nil, minimumHealthyTargetsPercentage: Text? = nil) {
      var block = Block()
      block.set("minimum_healthy_targets_count", minimumHealthyTargetsCount)
      block.set("minimum_healthy_targets_percentage", minimumHealthyTargetsPercentage)
      self.arguments = block
    }
  }

  public struct TargetHealthState: GeneratedBlock {
    public let arguments: Block

    public init(enableUnhealthyConnectionTermination: Flag, unhealthyDrainingInterval: Number? = nil) {
      var block = Block()
      block.set("enable_unhealthy_connection_termination", enableUnhealthyConnectionTermination)
      block.set("unhealthy_draining_interval", unhealthyDrainingInterval)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var arn: Text { declaredBlock.text("arn") }
    public var arnSuffix: Text { declaredBlock.text("arn_suffix") }
    public var connectionTermination: Flag { declaredBlock.flag("connection_termination") }
    public var deregistrationDelay: Text { declaredBlock.text("deregistration_delay") }
    public var healthCheck: Expression { declaredBlock.expression("health_check") }
    public var id: Text { declaredBlock.text("id") }
    public var ipAddressType: Text { declaredBlock.text("ip_address_type") }
    public var lambdaMultiValueHeadersEnabled: Flag { declaredBlock.flag("lambda_multi_value_headers_enabled") }
    public var loadBalancerARNs: List<Text> { declaredBlock.list("load_balancer_arns") }
    public var loadBalancingAlgorithmType: Text { declaredBlock.text("load_balancing_algorithm_type") }
    public var loadBalancingAnomalyMitigation: Text { declaredBlock.text("load_balancing_anomaly_mitigation") }
    public var loadBalancingCrossZoneEnabled: Text { declaredBlock.text("load_balancing_cross_zone_enabled") }
    public var name: Text { declaredBlock.text("name") }
    public var namePrefix: Text { declaredBlock.text("name_prefix") }
    public var port: Number { declaredBlock.number("port") }
    public var preserveClientIP: Text { declaredBlock.text("preserve_client_ip") }
    public var `protocol`: Text { declaredBlock.text("protocol") }
    public var protocolVersion: Text { declaredBlock.text("protocol_version") }
    public var proxyProtocolV2: Flag { declaredBlock.flag("proxy_protocol_v2") }
    public var slowStart: Number { declaredBlock.number("slow_start") }
    public var stickiness: Expression { declaredBlock.expression("stickiness") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var targetFailover: Expression { declaredBlock.expression("target_failover") }
    public var targetGroupHealth: Expression { declaredBlock.expression("target_group_health") }
    public var targetHealthState: Expression { declaredBlock.expression("target_health_state") }
    public var targetType: Text { declaredBlock.text("target_type") }
    public var vpcID: Text { declaredBlock.text("vpc_id") }
  }
}
