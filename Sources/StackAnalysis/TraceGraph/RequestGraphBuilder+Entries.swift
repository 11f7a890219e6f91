import AWSModel
import TerraformModel

extension RequestGraphBuilder {
  /// Where requests come in: APIs, function URLs and schedules, with who calls them.
  mutating func addEntries() {
    addRestAPIs()
    addHTTPAPIs()
    addFunctionURLs()
    addSchedules()
  }

  private mutating func addRestAPIs() {
    let authorizers = functions(of: Authorizer.self) { authorizer throws(DecodingFailure) in
      guard case .function(let invokeARN, _, _) = try authorizer[\.judge] else { return nil }
      return FunctionOfAPI(api: try authorizer[\.api].id, function: invokeARN)
    }
    let integrations = functions(of: Integration.self) { integration throws(DecodingFailure) in
      guard case .function(let invokeARN, _) = try integration[\.backend] else { return nil }
      return FunctionOfAPI(api: try integration[\.api].id, function: invokeARN)
    }
    let preflights = stack.subjects(IntegrationResponse.self).compactMap {
      response -> (api: Text, headers: [String])? in
      guard let api = try? response[\.api].id, let headers = (try? response.corsAllowedHeaders) ?? nil else {
        return nil
      }
      return (api, headers)
    }
    for stage in stack.subjects(Stage.self) {
      let id = node(stage.declaration)
      guard let api = try? stage[\.api].id, !api.isUndecided else { continue }
      let headers = preflights.filter { $0.api == api }.map(\.headers)
      add(caller(of: stage.name, admits: headers), id, obstacle: obstacle(headers))
      for called in authorizers[api, default: []] + integrations[api, default: []] {
        add(id, node(function: called, in: stage.region))
      }
    }
  }

  /// The functions that the parts of REST APIs call, by `rest_api_id`.
  private func functions<Part: ResourceModel>(
    of _: Part.Type, _ read: (Subject<Part>) throws(DecodingFailure) -> FunctionOfAPI?
  ) -> [Text: [Text]] {
    let parts = stack.subjects(Part.self).compactMap { part in (try? read(part)) ?? nil }
    return Dictionary(grouping: parts, by: \.api).mapValues { $0.map(\.function) }
  }

  private mutating func addHTTPAPIs() {
    let integrations = stack.subjects(HTTPIntegration.self)
    for api in stack.subjects(HTTPAPI.self) {
      let id = node(api.declaration)
      let headers = ((try? api[\.cors]) ?? nil).map { [$0.allowHeaders] } ?? []
      add(caller(of: api.name, admits: headers), id, obstacle: obstacle(headers))
      for integration in integrations {
        guard let apiID = try? integration[\.apiID], stack.target(of: apiID)?.address == api.address,
          let function = try? integration[\.function]
        else { continue }
        add(id, node(function: function, in: integration.region))
      }
    }
  }

  /// A signed URL whose callers the stack declares as roles is reached by those; see `addCalls`.
  private mutating func addFunctionURLs() {
    for url in stack.subjects(FunctionURL.self) {
      let id = node(url.declaration)
      let headers = ((try? url[\.cors]) ?? nil).map { [$0.allowHeaders] } ?? []
      if (try? url[\.authorization]) == FunctionURL.Authorization.none {
        add(caller(of: url.name, admits: headers), id, obstacle: obstacle(headers))
      }
      if let function = try? url[\.function] { add(id, node(function: function, in: url.region)) }
    }
  }

  private mutating func addSchedules() {
    for schedule in stack.subjects(Schedule.self) {
      let target: TraceGraph.Node.ID? =
        switch try? schedule[\.target] {
        case .function(let function): node(function: function.text, in: schedule.region)
        case .queue(let queue): node(stack.target(of: queue.text))
        case .topic(let topic): node(stack.target(of: topic.text))
        case .stateMachine(let machine): node(stack.target(of: machine.text))
        case .other(let arn): node(stack.target(of: arn))
        case nil: nil
        }
      if target != nil { add(node(schedule.declaration), target) }
    }
  }

  /// A browser where pages of other origins may call, which only then ask for leave.
  private mutating func caller(of entry: String, admits headers: [[String]]) -> TraceGraph.Node.ID {
    headers.isEmpty ? outside(.client, "client of \(entry)") : outside(.browser, "browser")
  }

  private func obstacle(_ headers: [[String]]) -> TraceGraph.Cause? {
    headers.allSatisfy(allowTraceHeader) ? nil : .corsHeader
  }
}

/// A function that a part of a REST API calls.
private struct FunctionOfAPI {
  /// `rest_api_id`
  let api: Text
  let function: Text
}
