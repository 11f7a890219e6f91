import AWSModel
import TerraformModel

extension RequestGraphBuilder {
  /// Databases and caches in a network ask IAM nothing. What lets functions reach them is the network's rules, and the
  /// port says what they are.
  mutating func addStores() {
    let rules = stack.subjects(EgressRule.self)
    for function in stack.subjects(LambdaFunction.self) {
      guard let groups = try? function[\.vpc]?.securityGroups else { continue }
      for rule in rules {
        guard let group = try? rule[\.group], groups.contains(group), case .tcp(let ports)? = try? rule[\.traffic],
          ports.count == 1, let store = stores[ports.lowerBound]
        else {
          continue
        }
        add(node(function.declaration), outside(.service, store))
      }
    }
  }
}

private let stores = [
  1_433: "SQL Server", 3_306: "MySQL", 5_432: "PostgreSQL", 6_379: "Redis", 9_092: "Kafka", 11_211: "Memcached",
  27_017: "MongoDB",
]
