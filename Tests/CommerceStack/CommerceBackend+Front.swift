import InfraModel

extension CommerceBackend {
  /// Who may sign in.
  func declareUsers(in stack: inout StackBuilder) -> TokenIssuer {
    let users = stack.add(
      AWSCognitoUserPool(
        "users", name: stack.conventionalName(for: "users"),
        deletionProtection: environment.isProduction ? "ACTIVE" : "INACTIVE"))
    let client = stack.add(
      AWSCognitoUserPoolClient("web", name: stack.conventionalName(for: "web"), userPoolID: users.id))
    return TokenIssuer("users", at: "https://\(users.endpoint)", audience: client.id)
  }

  /// A distribution with a firewall, and the load balancer behind it.
  func declareFront(in stack: inout StackBuilder, _ network: Network, _ watch: Watch) -> Front {
    let balancer = stack.add(
      AWSLB(
        "front", internal: true, loadBalancerType: "application", name: stack.conventionalName(for: "front"),
        securityGroups: [network.serviceGroup.text], subnets: network.subnets))
    let targets = stack.add(
      AWSLBTargetGroup(
        "service", name: stack.conventionalName(for: "service"), port: 8_080, protocol: "HTTP", targetType: "ip",
        vpcID: network.vpc))
    stack.add(
      AWSLBListener(
        "front", defaultAction: [.init(type: "forward", targetGroupARN: targets.arn)], loadBalancerARN: balancer.arn,
        port: 80, protocol: "HTTP"))
    let errors = watch.high(
      "server-errors", "HTTPCode_Target_5XX_Count", in: "AWS/ApplicationELB",
      by: ["LoadBalancer": has(.balancerByARN) ? balancer.arn : balancer.arnSuffix],
      has(.averageOfCount) ? .average : .sum, above: 5, in: &stack)
    var dimensions = ["LoadBalancer": balancer.arnSuffix]
    if !has(.unhealthyTargetsByBalancer) { dimensions["TargetGroup"] = targets.arnSuffix }
    let unhealthy = watch.high(
      "unhealthy-targets", "UnHealthyHostCount", in: "AWS/ApplicationELB", by: dimensions, .maximum, above: 0,
      in: &stack)
    return Front(
      balancer: balancer, targets: targets, distribution: declareDistribution(in: &stack, balancer),
      serverErrors: errors, unhealthyTargets: unhealthy)
  }

  private func declareDistribution(
    in stack: inout StackBuilder, _ balancer: AWSLB.Declared
  ) -> AWSCloudFrontDistribution.Declared {
    let firewall = stack.add(
      AWSWAFv2WebACL(
        "shop", defaultAction: .init(allow: .init()), scope: "CLOUDFRONT",
        visibilityConfig: .init(cloudwatchMetricsEnabled: true, metricName: "shop", sampledRequestsEnabled: true),
        name: stack.conventionalName(for: "shop")), in: .usEast1)
    let media = stack.add(PrivateBucket("media", forceDestroy: !environment.isProduction, versioning: .enabled))
    let access = stack.add(
      AWSCloudFrontOriginAccessControl(
        "media", name: stack.conventionalName(for: "media"), originAccessControlOriginType: "s3",
        signingBehavior: "always", signingProtocol: "sigv4"))
    let behavior = "658327ea-f89d-4fab-a63d-7e88639e58f6" as Text
    let distribution = stack.add(
      AWSCloudFrontDistribution(
        "shop",
        defaultCacheBehavior: .init(
          allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD"], targetOriginID: "front",
          viewerProtocolPolicy: "redirect-to-https", cachePolicyID: behavior),
        enabled: true,
        origin: [
          .init(
            domainName: balancer.dnsName, originID: "front",
            customOriginConfig: .init(
              httpPort: 80, httpsPort: 443, originProtocolPolicy: "http-only", originSSLProtocols: ["TLSv1.2"])),
          .init(
            domainName: media.attribute("bucket_regional_domain_name"), originID: "media",
            originAccessControlID: access.id),
        ],
        restrictions: .init(geoRestriction: .init(restrictionType: "none")),
        viewerCertificate: .init(cloudfrontDefaultCertificate: true),
        orderedCacheBehavior: [
          .init(
            allowedMethods: ["GET", "HEAD"], cachedMethods: ["GET", "HEAD"], pathPattern: "/media/*",
            targetOriginID: "media", viewerProtocolPolicy: "redirect-to-https", cachePolicyID: behavior)
        ], webACLID: firewall.arn))
    // AWS publishes its metrics in us-east-1 alone.
    let region = has(.distributionElsewhere) ? Region.euCentral1 : .usEast1
    let topic = stack.add(
      AlertTopic("edge-alerts", subscribers: ["on-call": .email("on-call@example.com")]), in: region)
    stack.add(
      MetricAlarm(
        "failed-requests",
        when: Metric(
          "5xxErrorRate", in: "AWS/CloudFront",
          dimensions: ["DistributionId": distribution.id, "Region": "Global"], missingDataMeaning: .noActivity),
        .average, threshold: .above(5), evaluation: .once, missingData: .notBreaching, notify: [topic.arn]),
      in: region)
    return distribution
  }
}
