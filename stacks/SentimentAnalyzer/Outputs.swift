import InfraModel

extension SentimentAnalyzer {
  /// What the frontend is configured with (FR-016, FR-032), and what an operator calls and looks at.
  func declareOutputs(
    api: TracedRestAPI.Parts, stream: Declared<FunctionURL>, browser: Browser.Parts,
    ingestion: Declared<LambdaFunction>,
    in stack: inout StackBuilder
  ) {
    let region = stack.currentRegion
    stack.add(Output("api_url", api.invokeURL, description: "What the dashboard calls"))
    stack.add(
      Output("event_stream_url", stream.url, description: "What the Next.js server forwards, with signed requests"))
    stack.add(Output("rum_app_monitor_id", browser.monitorID, description: "The page's RUM app monitor"))
    stack.add(
      Output(
        "rum_identity_pool_id", browser.identityPool, description: "The identity pool of browsers that report to RUM"))
    stack.add(
      Output("rum_guest_role_arn", browser.guestRole.text, description: "The role of browsers that report to RUM"))
    stack.add(Output("region", region.text, description: "The region of the app monitor and the identity pool"))
    stack.add(Output("service_map_url", ConsoleURL.traceMap(in: region), description: "The X-Ray service map"))
    stack.add(Output("traces_url", ConsoleURL.traces(in: region), description: "Traces, by group or filter"))
    stack.add(
      Output(
        "test_commands",
        [
          "dashboard": "curl '\(api.invokeURL)/items'",
          "run_ingestion": "aws lambda invoke --function-name \(ingestion.functionName) --region \(region) /dev/stdout",
        ], description: "Commands that try the system out, for bash"))
  }
}
