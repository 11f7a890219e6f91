extension ResourceCatalog {
  /// Load balancers and their target groups, each of which the provider has under two names.
  static let loadBalancers: [ResourceFacts] =
    ["aws_lb", "aws_alb"].map { type in
      ResourceFacts(
        type,
        documentation:
          "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
        iamPrefix: "elasticloadbalancing", dimension: NamedDimension("LoadBalancer", attributes: ["arn_suffix"]),
        metrics: LoadBalancerMetrics.application, otherMetrics: [LoadBalancerMetrics.network],
        alarms: [
          NeededAlarm(
            "its 5xx responses", in: "AWS/ApplicationELB",
            high: "HTTPCode_ELB_5XX_Count HTTPCode_Target_5XX_Count HTTPCode_ELB_500_Count HTTPCode_ELB_502_Count "
              + "HTTPCode_ELB_503_Count HTTPCode_ELB_504_Count TargetConnectionErrorCount",
            need: .word("load_balancer_type", of: ["application"], orAbsent: true),
            because: "a load balancer answers with 5xx itself where no target does, and no target's log shows it")
        ],
        rates: [
          BaseRate(.loadBalancer, size: [BaseRate.SizeWord("load_balancer_type", or: "application")])
        ], part: RequestPart(.loadBalancer, entry: .client(unless: "internal")))
    }
    + ["aws_lb_target_group", "aws_alb_target_group"].map { type in
      ResourceFacts(
        type,
        documentation:
          "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
        iamPrefix: "elasticloadbalancing", dimension: NamedDimension("TargetGroup", attributes: ["arn_suffix"]),
        metrics: LoadBalancerMetrics.application, otherMetrics: [LoadBalancerMetrics.network],
        alarms: [
          NeededAlarm(
            "its unhealthy targets", in: "AWS/ApplicationELB",
            high: "UnHealthyHostCount UnhealthyStateRouting UnhealthyStateDNS HTTPCode_Target_5XX_Count",
            low: "HealthyHostCount HealthyStateRouting HealthyStateDNS",
            need: .word("target_type", of: ["instance", "ip", "alb"], orAbsent: true),
            because: "a load balancer takes unhealthy targets out of use one after the other, until none is left"
          ).or(in: "AWS/NetworkELB", high: "UnHealthyHostCount UnhealthyRoutingFlowCount", low: "HealthyHostCount")
        ], part: RequestPart(nil))
    }
    + ["aws_lb_listener", "aws_alb_listener"].map { type in
      ResourceFacts(
        type,
        documentation: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
        iamPrefix: "elasticloadbalancing",
        part: RequestPart(
          nil, from: ["load_balancer_arn"],
          to: ["default_action.target_group_arn", "default_action.forward.target_group.arn"]))
    }
    + ["aws_lb_listener_rule", "aws_alb_listener_rule"].map { type in
      ResourceFacts(
        type, documentation: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateRule.html",
        iamPrefix: "elasticloadbalancing",
        part: RequestPart(
          nil, from: ["listener_arn"], to: ["action.target_group_arn", "action.forward.target_group.arn"]))
    } + [
      ResourceFacts(
        "aws_elb",
        documentation:
          "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference/API_CreateLoadBalancer.html",
        iamPrefix: "elasticloadbalancing", dimension: NamedDimension("LoadBalancerName", attributes: ["name", "id"]),
        metrics: LoadBalancerMetrics.classic,
        alarms: [
          NeededAlarm(
            "its unhealthy instances or its failures", in: "AWS/ELB",
            high: "UnHealthyHostCount HTTPCode_ELB_5XX HTTPCode_Backend_5XX BackendConnectionErrors SpilloverCount",
            low: "HealthyHostCount",
            because: "a load balancer takes unhealthy instances out of use one after the other, until none is left")
        ], rates: [BaseRate(.loadBalancer, size: [BaseRate.SizeWord("type", or: "classic")])],
        part: RequestPart(.loadBalancer, to: ["instances"], entry: .client(unless: "internal")))
    ]
}
