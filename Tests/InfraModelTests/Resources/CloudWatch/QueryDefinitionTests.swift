import InfraModel
import Testing

@Suite struct QueryDefinitionTests {
  @Test func queryIsKeptWithTheGroupsItReads() {
    var stack = StackBuilder()
    let query = stack.add(QueryDefinition("slow", "filter ms > 1000", over: ["/aws/lambda/api"]))
    #expect(
      query.declaration.block == [
        "name": "example-prod-slow", "query_string": "filter ms > 1000", "log_group_names": ["/aws/lambda/api"],
      ])
  }

  @Test func errorsLeadToTheirTraces() {
    #expect(QueryDefinition.errors(over: []).query.contains("xray_trace_id"))
  }
}
