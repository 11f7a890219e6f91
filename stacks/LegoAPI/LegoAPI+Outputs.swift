import InfraModel

extension LegoAPI {
  /// The outputs for people and for the other stories' stacks.
  func declareOutputs(
    of api: TracedRestAPI.Parts, _ functions: Functions.Declarations, analytics: Declared<Dashboard>,
    in stack: inout StackBuilder
  ) {
    let names = functions.map { ($0.feature.rawValue, $0.function.functionName) }
    stack.add(Output("api_url", api.invokeURL, description: "Where the API can be called"))
    stack.add(
      Output(
        "function_names", Dictionary(uniqueKeysWithValues: names),
        description: "The functions, which are nodes of the service map under these names"))
    stack.add(
      Output(
        "service_map_url", ConsoleURL.traceMap(in: stack.currentRegion), description: "The X-Ray service map (AC6)"))
    stack.add(
      Output("traces_url", ConsoleURL.traces(in: stack.currentRegion), description: "Traces, by group or filter"))
    // Story 5.1 links its dashboards to it.
    stack.add(
      Output("xray_dashboard_url", ConsoleURL.dashboard(analytics), description: "The trace analytics (AC10)"))
  }
}
