import InfraModel

extension InterviewCompanion {
  /// What the macOS app is configured with, and links to the traces.
  func declareOutputs(
    signIn url: Text, app: AppAccess.Grant, storage: Storage.Places, in stack: inout StackBuilder
  ) {
    let region = stack.currentRegion
    stack.add(Output("auth_exchange_url", url, description: "Where the app exchanges a Firebase token for credentials"))
    stack.add(
      Output("macos_app_role_arn", app.role.arn.text, description: "The role that the app's credentials are of"))
    stack.add(
      Output("recordings_bucket", storage.recordings.bucketName.text, description: "Where the app uploads recordings"))
    stack.add(Output("meetings_table", storage.meetings.tableName, description: "Where the app keeps its meetings"))
    stack.add(Output("region", region.text, description: "The region of the bucket and the table"))
    stack.add(Output("service_map_url", ConsoleURL.traceMap(in: region), description: "The X-Ray service map"))
    stack.add(Output("traces_url", ConsoleURL.traces(in: region), description: "Traces, by group or filter"))
  }
}
