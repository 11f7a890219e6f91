import CommerceStack
import InfraModel
import Testing

@testable import InfraCLI

/// What commands say of a backend most of whose types are generated.
@Suite struct CommerceTests {
  private func output(_ arguments: String...) -> String {
    Program(stacks: [CommerceBackend.self], rules: Policy.standardRules, today: "2026-11-29", workingDirectory: "/")
      .run(arguments + ["--env", "prod"]).output
  }

  @Test("The base rate of the shop has a price for each of its resources that runs")
  func cost() {
    let plain = output("cost")
    #expect(!plain.contains("NAT gateway"))
    #expect(plain.contains("`--all` adds what is charged while it exists"))
    let all = output("cost", "--all")
    for resource in [
      "aws_nat_gateway.out", "aws_lb.front", "aws_rds_cluster_instance.writer", "aws_ecs_service.web",
      "aws_elasticache_replication_group.sessions", "aws_kinesis_stream.orders", "aws_wafv2_web_acl.shop",
      "aws_kms_key.shop", "aws_secretsmanager_secret.payment", "aws_vpc_endpoint.secrets", "aws_eip.out",
      "aws_synthetics_canary.shop",
    ] {
      #expect(all.contains("  \(resource) "), "\(resource)")
    }
    #expect(!all.contains("no price for"))
    #expect(!all.contains("not known here"))
  }

  @Test("Each resource without a model has a row that says whether its alarms are there, and nothing is unknown")
  func coverage() {
    let text = output("coverage")
    for row in [
      "aws_cloudfront_distribution.shop", "aws_lb.front", "aws_ecs_service.web", "aws_rds_cluster.orders",
      "aws_elasticache_replication_group.sessions", "aws_kinesis_stream.orders", "aws_nat_gateway.out",
      "aws_lb_target_group.service",
    ] {
      let line = text.split(separator: "\n").first { $0.hasPrefix("\(row) ") }
      #expect(line?.split(separator: " ").dropFirst() == ["yes", "yes", "yes"], "\(row)")
    }
    #expect(!text.contains("aws_efs_file_system"), "elastic throughput needs no alarm on credits")
    #expect(text.contains(", 0 unknown"))
  }

  @Test("The path of a request leads from the browser to the database")
  func graph() {
    let graph = TraceGraph(of: DeclaredStack(CommerceBackend(environment: .prod)))
    var path = ["browser"]
    while let last = path.last, path.count < 5 {
      let next = graph.hops.first { hop in
        graph.node(hop.from)?.kind.rawValue == last
          && ["distribution", "load balancer", "container service", "database"].contains(
            graph.node(hop.to)?.kind.rawValue)
      }
      guard let kind = next.flatMap({ graph.node($0.to)?.kind.rawValue }) else { break }
      path.append(kind)
    }
    #expect(path == ["browser", "distribution", "load balancer", "container service", "database"])
    let reader = graph.hops.filter { graph.node($0.from)?.name == "fulfilment" }.map { graph.node($0.to)?.name }
    #expect(reader == ["shipments"], "reading a stream is no call of it")
  }

  @Test("Plans have a base rate too, and options that select stacks do not apply to them")
  func plans() {
    let plan = "\(#filePath.dropLast("CommerceTests.swift".count))Audit/Plans/orders/plan.json"
    let program = Program(stacks: [], rules: [], today: "2026-11-29", workingDirectory: "/")
    let outcome = program.run(["cost", "--all", plan])
    #expect(outcome.code == .success)
    #expect(outcome.output.contains("charged by use alone"))
    #expect(program.run(["cost", "--env", "prod", plan]).code == .usage)
  }
}
