import InfraModel

extension CommerceBackend {
  /// A network with a way out, and the groups of the service and the database.
  func declareNetwork(in stack: inout StackBuilder, _ watch: Watch) -> Network {
    let vpc = stack.add(
      AWSVPC("shop", cidrBlock: "10.0.0.0/16", enableDNSHostnames: true, enableDNSSupport: true))
    let internet = stack.add(AWSInternetGateway("shop", vpcID: vpc.id))
    let entry = stack.add(
      AWSSubnet("public-a", vpcID: vpc.id, availabilityZone: "eu-west-1a", cidrBlock: "10.0.100.0/24"))
    let subnets = ["a", "b"].enumerated().map { number, zone in
      stack.add(
        AWSSubnet(
          "private-\(zone)", vpcID: vpc.id, availabilityZone: "eu-west-1\(zone)",
          cidrBlock: Text("10.0.\(number).0/24")))
    }
    let address = stack.add(AWSEIP("out", domain: "vpc"), after: [internet.address])
    let gateway = stack.add(AWSNATGateway("out", subnetID: entry.id, allocationID: address.id))
    watch.high(
      "no-port-left", "ErrorPortAllocation", in: "AWS/NATGateway", by: ["NatGatewayId": gateway.id], .sum, above: 0,
      in: &stack)
    let outward = stack.add(AWSRouteTable("public", vpcID: vpc.id))
    stack.add(AWSRoute("public", routeTableID: outward.id, destinationCIDRBlock: "0.0.0.0/0", gatewayID: internet.id))
    stack.add(AWSRouteTableAssociation("public-a", routeTableID: outward.id, subnetID: entry.id))
    let inward = stack.add(AWSRouteTable("private", vpcID: vpc.id))
    stack.add(AWSRoute("private", routeTableID: inward.id, destinationCIDRBlock: "0.0.0.0/0", natGatewayID: gateway.id))
    for (zone, subnet) in zip(["a", "b"], subnets) {
      stack.add(AWSRouteTableAssociation("private-\(zone)", routeTableID: inward.id, subnetID: subnet.id))
    }
    let service = group("service", in: &stack, vpc.id)
    let database = group("database", in: &stack, vpc.id)
    stack.add(IngressRule("service", to: service, from: .addresses("10.0.0.0/16"), .tcp(8_080)))
    stack.add(
      IngressRule(
        "database", to: database, from: has(.databasePortForAll) ? .addresses("0.0.0.0/0") : .group(service),
        .tcp(5_432)))
    stack.add(EgressRule("service", from: service, to: .addresses("0.0.0.0/0"), .https))
    stack.add(EgressRule("service-database", from: service, to: .group(database), .tcp(5_432)))
    stack.add(
      ServiceEndpoint(
        "secrets", to: .secretsManager, in: ID(vpc.id), subnets: subnets.map { ID($0.id) }, for: ["service": service]))
    return Network(
      vpc: vpc.id, subnets: List(subnets.map(\.id)), subnetIDs: subnets.map { ID($0.id) }, serviceGroup: service,
      databaseGroup: database)
  }

  private func group(_ name: String, in stack: inout StackBuilder, _ vpc: Text) -> ID<SecurityGroup> {
    stack.add(SecurityGroup(name, in: ID(vpc), description: "What the \(name) is reached by and reaches")).id
  }
}
