extension ResourceCatalog {
  /// What runs code that may have an X-Ray SDK, and APIs that X-Ray traces, without a model.
  static let hosts: [ResourceFacts] = [
    ResourceFacts(
      "aws_apprunner_service", documentation: "https://docs.aws.amazon.com/apprunner/latest/dg/monitor-xray.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_autoscaling_group", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ec2.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_ecs_service", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_ecs_task_definition", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ecs.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_eks_cluster", documentation: "https://docs.aws.amazon.com/eks/latest/APIReference/API_CreateCluster.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_elastic_beanstalk_environment",
      documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-beanstalk.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_instance", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ec2.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_launch_template", documentation: "https://docs.aws.amazon.com/xray/latest/devguide/xray-daemon-ec2.html",
      sampling: .byCode),
    ResourceFacts(
      "aws_appsync_graphql_api",
      documentation: "https://docs.aws.amazon.com/appsync/latest/devguide/x-ray-tracing.html",
      sampling: .whereTrue("xray_enabled")),
  ]
}
