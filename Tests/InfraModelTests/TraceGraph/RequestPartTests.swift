import InfraModel
import Testing

/// The request paths through resources without a model.
@Suite struct RequestPartTests {
  @Test("A request passes CloudFront, a load balancer and a service, and ends in a database")
  func path() {
    let graph = graph(collector: "public.ecr.aws/aws-observability/aws-otel-collector:v0.43.0")
    #expect(graph.visibility("browser", .browser, to: "shop", .distribution) == .gap(.distribution))
    #expect(graph.visibility("shop", .distribution, to: "front", .loadBalancer) == .gap(.loadBalancer))
    #expect(graph.visibility("front", .loadBalancer, to: "web", .containers) == .startsHere(.loadBalancer))
    #expect(graph.visibility("web", .containers, to: "orders", .database) == .traced)
    #expect(graph.visibility("web", .containers, to: "clicks", .stream) == .traced)
    #expect(graph.visibility("clicks", .stream, to: "reader", .function) == .startsHere(.stream))
    #expect(!graph.nodes.contains { $0.name == "Kinesis" }, "the stream stands for the service")
  }

  @Test("A service without a collector is a gap, and what it calls is on no trace")
  func noCollector() {
    let graph = graph(collector: nil)
    #expect(graph.visibility("front", .loadBalancer, to: "web", .containers) == .gap(.noCollector))
    #expect(graph.visibility("web", .containers, to: "orders", .database) == .gap(.noCollector))
  }

  @Test("A load balancer on the internet has clients, an internal one has none")
  func clients() {
    func nodes(_ isInternal: Bool) -> [String] {
      var stack = StackBuilder()
      stack.add(RawResource("aws_lb", "front", ["name": "front", "internal": .bool(isInternal)]))
      return TraceGraph(of: DeclaredStack(stack)).nodes.map(\.name)
    }
    #expect(nodes(false) == ["front", "client of front"])
    #expect(nodes(true) == ["front"])
  }

  private func graph(collector: String?) -> TraceGraph {
    var stack = StackBuilder()
    let front = stack.add(RawResource("aws_lb", "front", ["name": "front", "internal": true]))
    let targets = stack.add(RawResource("aws_lb_target_group", "web", ["name": "web"]))
    stack.add(
      RawResource(
        "aws_lb_listener", "front",
        [
          "load_balancer_arn": .text(front.attribute("arn")),
          "default_action": .blocks([["type": "forward", "target_group_arn": .text(targets.attribute("arn"))]]),
        ]))
    stack.add(
      RawResource(
        "aws_cloudfront_distribution", "shop",
        ["origin": .blocks([["domain_name": .text(front.attribute("dns_name")), "origin_id": "front"]])]))
    let orders = stack.add(RawResource("aws_rds_cluster", "orders", ["cluster_identifier": "orders"]))
    let clicks = stack.add(RawResource("aws_kinesis_stream", "clicks", ["name": "clicks", "shard_count": 1]))
    let role = stack.add(Role("web", assumedBy: "ecs-tasks.amazonaws.com"))
    stack.add(
      RolePolicy(
        "web", for: role.roleName, [Statement(["kinesis:PutRecord"], on: [clicks.attribute("arn")])]))
    let images: [Value] = ["nginx:1"] + (collector.map { [.literal($0)] } ?? [])
    let task = stack.add(
      RawResource(
        "aws_ecs_task_definition", "web",
        [
          "family": "web", "task_role_arn": .text(role.arn.text),
          "container_definitions": .json(
            .list(
              images.map { image in
                .map([
                  "image": image,
                  "environment": .list([.map(["name": "DB", "value": .text(orders.attribute("endpoint"))])]),
                ])
              })),
        ]))
    stack.add(
      RawResource(
        "aws_ecs_service", "web",
        [
          "name": "web", "task_definition": .text(task.attribute("arn")),
          "load_balancer": .blocks([["target_group_arn": .text(targets.attribute("arn"))]]),
        ]))
    let alerts = stack.add(Topic("alerts"))
    let reader = stack.add(
      MonitoredFunction(
        "reader", code: .zip(.file("reader.zip"), runtime: .python313, handler: "app.handler"), timeout: .seconds(20),
        p95: .seconds(5), logRetention: .oneMonth, alerts: alerts.arn))
    stack.add(
      EventSourceMapping(
        "clicks", from: .kinesisStream(clicks.attribute("arn"), .init(10), from: .latest), to: reader.arn,
        failures: .items))
    return TraceGraph(of: DeclaredStack(stack))
  }
}
