import AWSModel
package import TerraformModel

extension DeclaredStack {
  /// The functions that X-Ray does not trace, however their tracing is set: those that read Kafka, Amazon MQ or
  /// DocumentDB, those that CloudFront runs, and canaries, whose own runs must not count as requests.
  ///
  /// Sources: <https://docs.aws.amazon.com/lambda/latest/dg/services-xray.html>,
  /// <https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/lambda-at-edge-function-restrictions.html>
  package var untraceableFunctions: Set<Address> {
    let functions = subjects(LambdaFunction.self)
    let canaries = functions.filter(\.isCanary).map(\.address)
    let index = FunctionIndex(self)
    let readers = managed(EventSourceMapping.type).compactMap { mapping -> Address? in
      guard argumentsOfUntracedSources.contains(where: { mapping.block[$0] != nil }),
        case .text(let name)? = mapping.block["function_name"]
      else { return nil }
      return index.function(named: name, in: mapping.region)?.address
    }
    let rolesOfCloudFront = Set(
      policies.filter { policy in
        policy.statements.contains { $0.principals.contains(.service("edgelambda.amazonaws.com")) }
      }.map(\.declaration.address))
    let replicated = functions.filter { function in
      guard !rolesOfCloudFront.isEmpty, let role = try? function[\.role] else { return false }
      return target(of: role.text).map { rolesOfCloudFront.contains($0.address) } ?? false
    }
    return Set(canaries + readers + replicated.map(\.address))
  }
}

extension Subject<LambdaFunction> {
  /// As far as is said; a plan does not say it.
  var isCanary: Bool {
    if case .canary? = try? self[\.purpose] { true } else { false }
  }
}

/// The arguments of an event source mapping that only sources have which X-Ray does not trace.
private let argumentsOfUntracedSources = [
  "amazon_managed_kafka_event_source_config", "self_managed_event_source", "self_managed_kafka_event_source_config",
  "document_db_event_source_config", "queues",
]
