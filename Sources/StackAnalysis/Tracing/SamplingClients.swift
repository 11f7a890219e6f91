package import AWSModel
package import TerraformModel

/// The clients in a stack that ask X-Ray which requests to record. Sampling rules belong to a region, so only the clients
/// of that region use them.
package struct SamplingClients {
  private let stack: DeclaredStack
  /// The names on X-Ray's map of the traced REST API stages.
  private var stages: [Region: Set<String>] = [:]
  private var unclear: [Unclear] = []
  /// Where something asks whose name the stack does not say, such as a host with an X-Ray SDK.
  private var unnamed: Set<Region> = []

  package init(_ stack: DeclaredStack) {
    self.stack = stack
    for stage in stack.subjects(Stage.self) {
      let region = stage.region
      do throws(DecodingFailure) {
        guard try stage[\.tracing].canBe(.active) else { continue }
        let name = try stage.traceServiceName
        if let known = stack.resolved(name) {
          stages[region, default: []].insert(known)
        } else {
          try name.expectDecided(in: "rest_api_id")
          unnamed.insert(region)
        }
      } catch {
        let name = (try? stage.traceServiceName).flatMap { stack.resolved($0) }
        unclear.append(Unclear(region: region, name: name, error: error.asEvidence(stage.declaration)))
      }
    }
    for (use, entries) in stack.managed(in: ResourceCatalog.aws.sampling) {
      switch use {
      case .byCode: unnamed.formUnion(entries.map(\.region))
      case .whereTrue(let argument):
        for entry in entries {
          switch entry.block[argument]?.word {
          case "true": unnamed.insert(entry.region)
          case nil where entry.block[argument] != nil:
            let error = DecodingFailure(argument: argument, reason: .knownAfterApply)
            unclear.append(Unclear(region: entry.region, name: nil, error: error.asEvidence(entry)))
          default: continue
          }
        }
      }
    }
  }

  /// A stage, or another entry, of which it is unknown whether it asks or what X-Ray calls it.
  private struct Unclear {
    let region: Region
    let name: String?
    let error: DecodingFailure
  }

  /// Whether nothing asks in a region, as far as is known.
  package func isEmpty(in region: Region) -> Bool {
    stages[region] == nil && !unnamed.contains(region) && !unclear.contains { $0.region == region }
  }

  /// Whether something asks in a region whose name the stack does not say.
  package func mayBeOthers(in region: Region) -> Bool { unnamed.contains(region) }

  /// Whether a sampling rule is for a client that exists.
  package func contains(_ rule: Subject<SamplingRule>) throws(DecodingFailure) -> Bool {
    if unnamed.contains(rule.region) {
      return try !rule[\.matching.serviceType].lowercased().hasPrefix("aws::lambda")
    }
    return try both(
      matches("AWS::ApiGateway::Stage", pattern: rule[\.matching.serviceType]), isForStage(rule))
  }

  private func isForStage(_ rule: Subject<SamplingRule>) throws(DecodingFailure) -> Bool {
    let text = try rule[\.matching.serviceName]
    try text.expectDecided(in: "service_name")
    let pattern = stack.resolved(text) ?? "*"
    if stages[rule.region, default: []].contains(where: { matches($0, pattern: pattern) }) { return true }
    let possible = unclear.first { other in
      other.region == rule.region && (other.name.map { matches($0, pattern: pattern) } ?? true)
    }
    if let possible { throw possible.error }
    return false
  }
}

extension Subject<Stage> {
  /// The name of the stage on X-Ray's map.
  package var traceServiceName: Text {
    get throws(DecodingFailure) { "\(try self[\.api].name)/\(try self[\.stageName])" }
  }
}
