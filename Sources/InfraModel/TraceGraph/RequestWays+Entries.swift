extension RequestWays {
  /// Where requests come in: APIs, function URLs and schedules, with who calls them.
  mutating func addEntries() {
    addRestAPIs()
    addHTTPAPIs()
    addFunctionURLs()
    addSchedules()
  }

  private mutating func addRestAPIs() {
    let integrations = stack.declared(Integration.self)
    let authorizers = stack.declared(Authorizer.self)
    let preflights = stack.declared(IntegrationResponse.self)
    for stage in stack.declared(Stage.self) {
      let id = node(stage.declaration)
      let headers = preflights.filter { $0.operation.path.api.id == stage.api.id }
        .compactMap { $0.resource.corsAllowedHeaders }
      add(caller(of: stage.name, admits: headers), id, obstacle: obstacle(headers))
      for authorizer in authorizers where authorizer.api.id == stage.api.id {
        guard case .function(let invokeARN, _, _) = authorizer.judge else { continue }
        add(id, node(function: invokeARN, in: stage.region))
      }
      for integration in integrations where integration.operation.path.api.id == stage.api.id {
        guard case .function(let invokeARN, _) = integration.backend else { continue }
        add(id, node(function: invokeARN, in: stage.region))
      }
    }
  }

  private mutating func addHTTPAPIs() {
    let integrations = stack.declared(HTTPIntegration.self)
    for api in stack.declared(HTTPAPI.self) {
      let id = node(api.declaration)
      let headers = api.cors.map { [$0.allowHeaders] } ?? []
      add(caller(of: api.name, admits: headers), id, obstacle: obstacle(headers))
      for integration in integrations where stack.target(of: integration.apiID)?.address == api.address {
        add(id, node(function: integration.function, in: integration.region))
      }
    }
  }

  /// A signed URL whose callers the stack declares as roles is reached by those; see `addCalls`.
  private mutating func addFunctionURLs() {
    for url in stack.declared(FunctionURL.self) {
      let id = node(url.declaration)
      let headers = url.cors.map { [$0.allowHeaders] } ?? []
      if url.authorization == .none { add(caller(of: url.name, admits: headers), id, obstacle: obstacle(headers)) }
      add(id, node(function: url.function, in: url.region))
    }
  }

  private mutating func addSchedules() {
    for schedule in stack.declared(Schedule.self) {
      let target: TraceGraph.Node.ID? =
        switch schedule.target {
        case .function(let function): node(function: function.text, in: schedule.region)
        case .queue(let queue): node(stack.target(of: queue.text))
        case .topic(let topic): node(stack.target(of: topic.text))
        case .stateMachine(let machine): node(stack.target(of: machine.text))
        case .other(let arn): node(stack.target(of: arn))
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
