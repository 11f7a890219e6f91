import InfraModel
import Testing

@Suite struct NetworkTests {
  @Test func endpointIsReachedOverHTTPSByWhoMayUseIt() throws {
    var stack = StackBuilder()
    let api = stack.add(SecurityGroup("api", in: "vpc-1", description: "The API's functions"))
    let endpoint = stack.add(
      ServiceEndpoint("xray", to: .xray, in: "vpc-1", subnets: ["subnet-1"], for: ["api": api.id]), in: .euWest1)
    let group = try #require(stack.declared(SecurityGroup.self).last)
    let ingress = try #require(stack.declared(IngressRule.self).first)
    let egress = try #require(stack.declared(EgressRule.self).first)

    #expect(
      endpoint.declaration.block == [
        "vpc_endpoint_type": "Interface", "service_name": "com.amazonaws.eu-west-1.xray", "vpc_id": "vpc-1",
        "subnet_ids": ["subnet-1"], "security_group_ids": [.text(group.attribute("id"))], "private_dns_enabled": true,
      ])
    #expect(
      ingress.declaration.block == [
        "security_group_id": .text(group.attribute("id")),
        "referenced_security_group_id": .text(api.attribute("id")), "ip_protocol": "tcp", "from_port": 443,
        "to_port": 443, "description": "api-to-xray-endpoint",
      ])
    #expect(egress.group == api.id)
    #expect(egress.peer == .group(group.id))
  }

  /// AWS refuses ports where the protocol is every protocol.
  @Test func everyProtocolHasNoPorts() {
    var stack = StackBuilder()
    let rule = stack.add(EgressRule("all", from: "sg-1", to: .addresses("0.0.0.0/0"), .all))
    #expect(
      rule.declaration.block == [
        "security_group_id": "sg-1", "cidr_ipv4": "0.0.0.0/0", "ip_protocol": "-1", "description": "all",
      ])
  }

  @Test func functionInANetworkMayMakeInterfacesBeforeItIsMade() throws {
    var stack = StackBuilder()
    let function = stack.add(
      MonitoredFunction(
        "api", code: .image("123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1"), timeout: .seconds(60),
        p95: .seconds(3),
        vpc: VPCPlacement(subnets: ["subnet-1"], securityGroups: ["sg-1"], reachesServices: .throughNAT),
        logRetention: .oneMonth, alerts: ARN("arn:aws:sns:us-east-1:123456789012:alerts")))
    let attachment = try #require(stack.declared(RolePolicyAttachment.self).last)

    #expect(attachment.policy == .lambdaVPCAccess)
    #expect(function.declaration.dependencies == [attachment.address])
    #expect(
      function.declaration.block["vpc_config"]
        == .blocks([["subnet_ids": ["subnet-1"], "security_group_ids": ["sg-1"]]]))
  }
}
