import InfraModel

extension LegoAPI {
  /// Where the functions run, and what they reach from there: the stores, and those of AWS's services that have to be
  /// reached: X-Ray, or the service map stays empty (AC6), and Secrets Manager for the database's password.
  ///
  /// The network has no route to the internet, so each service has an endpoint. S3's is the network's gateway endpoint.
  struct NetworkAccess: Component {
    let surroundings: Surroundings

    func declare(in stack: inout StackBuilder) -> VPCPlacement {
      let functions = stack.add(
        SecurityGroup("functions", in: surroundings.network, description: "The functions of the Lego API"))
      for (name, service) in [("xray", VPCEndpoint.Service.xray), ("secrets", .secretsManager)] {
        stack.add(
          ServiceEndpoint(
            name, to: service, in: surroundings.network, subnets: surroundings.subnets, for: ["functions": functions.id]
          ))
      }
      let stores = [
        ("database", surroundings.databaseGroup, Traffic.tcp(5_432)), ("redis", surroundings.redisGroup, .tcp(6_379)),
        ("search", surroundings.searchGroup, .https),
      ]
      for (store, group, traffic) in stores {
        stack.add(EgressRule("functions-to-\(store)", from: functions.id, to: .group(group), traffic))
        stack.add(IngressRule("functions-to-\(store)", to: group, from: .group(functions.id), traffic))
      }
      stack.add(
        EgressRule("functions-to-files", from: functions.id, to: .prefixList(surroundings.storagePrefixes), .https))
      return VPCPlacement(
        subnets: surroundings.subnets, securityGroups: [functions.id], reachesServices: .throughEndpoints)
    }
  }
}
