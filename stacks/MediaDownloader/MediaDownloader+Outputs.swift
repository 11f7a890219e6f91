import InfraModel

extension MediaDownloader {
  /// The API's URL, links to the traces, and the analysis' commands with the stack's names.
  func declareOutputs(
    of api: TracedRestAPI.Parts, _ functions: Functions.Declarations, tools: Declared<Bucket>,
    in stack: inout StackBuilder
  ) {
    let coordinator = functions[.fileCoordinator].functionName
    stack.add(Output("webhook_url", "\(api.invokeURL)/webhook", description: "What Feedly is told to call"))
    stack.add(
      Output("tools_bucket", tools.bucketName.text, description: "Where yt-dlp's wheel belongs, as yt_dlp.whl"))
    stack.add(Output("api_url", api.invokeURL, description: "What the iOS app calls"))
    stack.add(
      Output(
        "function_names", functions.all.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value.functionName },
        description: "What AWS knows the functions by"))
    stack.add(
      Output("service_map_url", ConsoleURL.traceMap(in: stack.currentRegion), description: "The X-Ray service map"))
    stack.add(
      Output(
        "test_commands", testCommands(of: coordinator, in: stack.currentRegion),
        description: "How to see whether downloads are traced"))
  }

  private func testCommands(of coordinator: Text, in region: Input<Region>) -> [String: Text] {
    let now: Text = "--end-time $(date +%s)"
    return [
      "trigger_download":
        "aws lambda invoke --function-name \(coordinator) --region \(region) "
        + "--cli-binary-format raw-in-base64-out --payload '{}' /dev/stdout",
      "find_traces": """
      aws xray get-trace-summaries --region \(region) --start-time $(date -d '5 minutes ago' +%s) \(now) \
      --filter-expression 'service(id(name: "\(coordinator)"))'
      """,
      "service_graph": "aws xray get-service-graph --region \(region) --start-time $(date -d '1 hour ago' +%s) \(now)",
    ]
  }
}
