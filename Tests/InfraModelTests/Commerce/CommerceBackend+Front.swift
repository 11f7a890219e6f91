import InfraModel

extension CommerceBackend {
  /// A network with a way out, and the groups of the service and the database.
  func declareNetwork(in stack: inout StackBuilder, _ watch: Watch) -> Network {
    let vpc = stack.add(RawResource("aws_vpc", "shop", ["cidr_block": "10.0.0.0/16"]))
    let subnets = ["a", "b"].enumerated().map { number, zone in
      stack.add(
        RawResource(
          "aws_subnet", "private-\(zone)",
          [
            "vpc_id": .text(vpc.attribute("id")), "cidr_block": .text("10.0.\(number).0/24"),
            "availability_zone": .text("eu-west-1\(zone)"),
          ]))
    }
    let address = stack.add(RawResource("aws_eip", "out", ["domain": "vpc"]))
    let gateway = stack.add(
      RawResource(
        "aws_nat_gateway", "out",
        ["subnet_id": .text(subnets[0].attribute("id")), "allocation_id": .text(address.attribute("id"))]))
    watch.high(
      "no-port-left", "ErrorPortAllocation", in: "AWS/NATGateway", by: ["NatGatewayId": gateway.attribute("id")], .sum,
      above: 0, in: &stack)
    let service = group("service", in: &stack, vpc, from: "10.0.0.0/16", port: 8_080)
    let database = group(
      "database", in: &stack, vpc, from: has(.databasePortForAll) ? "0.0.0.0/0" : "10.0.0.0/16", port: 5_432)
    return Network(
      vpc: vpc.attribute("id"), subnets: .list(subnets.map { .text($0.attribute("id")) }),
      serviceGroup: service.attribute("id"), databaseGroup: database.attribute("id"))
  }

  private func group(
    _ name: String, in stack: inout StackBuilder, _ vpc: Declared<RawResource>, from range: String, port: Int
  ) -> Declared<RawResource> {
    stack.add(
      RawResource(
        "aws_security_group", name,
        [
          "name": .text(Text(name)), "vpc_id": .text(vpc.attribute("id")),
          "ingress": .blocks([
            [
              "protocol": "tcp", "from_port": .integer(port), "to_port": .integer(port),
              "cidr_blocks": .list([.text(Text(range))]),
            ]
          ]),
        ]))
  }

  /// A distribution with a firewall, a load balancer behind it, and who may sign in.
  func declareFront(in stack: inout StackBuilder, _ network: Network, _ watch: Watch) -> Front {
    let users = stack.add(
      RawResource("aws_cognito_user_pool", "users", ["name": "users", "deletion_protection": "ACTIVE"]))
    stack.add(
      RawResource(
        "aws_cognito_user_pool_client", "web", ["name": "web", "user_pool_id": .text(users.attribute("id"))]))
    let balancer = stack.add(
      RawResource(
        "aws_lb", "front",
        ["name": "front", "load_balancer_type": "application", "internal": true, "subnets": network.subnets]))
    let targets = stack.add(
      RawResource(
        "aws_lb_target_group", "service",
        [
          "name": "service", "port": 8_080, "protocol": "HTTP", "target_type": "ip", "vpc_id": .text(network.vpc),
        ]))
    stack.add(
      RawResource(
        "aws_lb_listener", "front",
        [
          "load_balancer_arn": .text(balancer.attribute("arn")), "port": 80, "protocol": "HTTP",
          "default_action": .blocks([["type": "forward", "target_group_arn": .text(targets.attribute("arn"))]]),
        ]))
    let key = balancer.attribute(has(.balancerByARN) ? "arn" : "arn_suffix")
    watch.high(
      "server-errors", "HTTPCode_Target_5XX_Count", in: "AWS/ApplicationELB", by: ["LoadBalancer": key],
      has(.averageOfCount) ? .average : .sum, above: 5, in: &stack)
    var dimensions = ["LoadBalancer": balancer.attribute("arn_suffix")]
    if !has(.unhealthyTargetsByBalancer) { dimensions["TargetGroup"] = targets.attribute("arn_suffix") }
    watch.high(
      "unhealthy-targets", "UnHealthyHostCount", in: "AWS/ApplicationELB", by: dimensions, .maximum, above: 0,
      in: &stack)
    declareDistribution(in: &stack, balancer, watch)
    return Front(balancer: balancer, targets: targets)
  }

  private func declareDistribution(
    in stack: inout StackBuilder, _ balancer: Declared<RawResource>, _ watch: Watch
  ) {
    let visibility: Block = [
      "cloudwatch_metrics_enabled": true, "metric_name": "shop", "sampled_requests_enabled": true,
    ]
    let firewall = stack.add(
      RawResource(
        "aws_wafv2_web_acl", "shop",
        [
          "name": "shop", "scope": "CLOUDFRONT", "default_action": .blocks([["allow": .blocks([[:]])]]),
          "visibility_config": .blocks([visibility]),
        ]), in: .usEast1)
    let distribution = stack.add(
      RawResource(
        "aws_cloudfront_distribution", "shop",
        [
          "enabled": true, "web_acl_id": .text(firewall.attribute("arn")),
          "origin": .blocks([
            [
              "domain_name": .text(balancer.attribute("dns_name")), "origin_id": "front",
              "custom_origin_config": .blocks([
                [
                  "http_port": 80, "https_port": 443, "origin_protocol_policy": "http-only",
                  "origin_ssl_protocols": ["TLSv1.2"],
                ]
              ]),
            ]
          ]),
          "default_cache_behavior": .blocks([
            [
              "target_origin_id": "front", "viewer_protocol_policy": "redirect-to-https",
              "allowed_methods": ["GET", "HEAD"], "cached_methods": ["GET", "HEAD"],
              "cache_policy_id": "658327ea-f89d-4fab-a63d-7e88639e58f6",
            ]
          ]),
          "restrictions": .blocks([["geo_restriction": .blocks([["restriction_type": "none"]])]]),
          "viewer_certificate": .blocks([["cloudfront_default_certificate": true]]),
        ]))
    // AWS publishes its metrics in us-east-1 alone.
    let region = has(.distributionElsewhere) ? Region.euCentral1 : .usEast1
    let topic = stack.add(
      AlertTopic("edge-alerts", subscribers: ["on-call": .email("on-call@example.com")]), in: region)
    stack.add(
      MetricAlarm(
        "failed-requests",
        when: Metric(
          "5xxErrorRate", in: "AWS/CloudFront",
          dimensions: ["DistributionId": distribution.attribute("id"), "Region": "Global"],
          missingDataMeaning: .noActivity), .average, threshold: .above(5), evaluation: .once,
        missingData: .notBreaching, notify: [topic.arn]), in: region)
  }
}
