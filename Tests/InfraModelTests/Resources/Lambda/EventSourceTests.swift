import InfraModel
import Testing

@Suite struct EventSourceTests {
  @Test func queueHasNoPositionAndMayHaveAConcurrency() {
    let jobs = ARN<Queue>("arn:aws:sqs:us-east-1:123456789012:jobs")
    #expect(
      block(.queue(jobs, .init(10), maximumConcurrency: 5), failures: .items) == [
        "function_name": .text(function.text), "event_source_arn": .text(jobs.text), "batch_size": 10,
        "scaling_config": .blocks([["maximum_concurrency": 5]]),
        "function_response_types": ["ReportBatchItemFailures"],
      ])
  }

  @Test func tableStreamIsReadFromAPositionAndGivenUpOn() {
    let dead = ARN<Queue>("arn:aws:sqs:us-east-1:123456789012:dead")
    let source = EventSourceMapping.Source.tableStream(
      "arn:stream", .init(100, within: .seconds(5)), from: .oldest,
      .init(retries: 3, maximumAge: .seconds(3_600), parallelBatches: 2, onFailure: dead))
    #expect(
      block(source, failures: .wholeBatch) == [
        "function_name": .text(function.text), "event_source_arn": "arn:stream", "batch_size": 100,
        "maximum_batching_window_in_seconds": 5, "starting_position": "TRIM_HORIZON", "maximum_retry_attempts": 3,
        "maximum_record_age_in_seconds": 3_600, "bisect_batch_on_function_error": true, "parallelization_factor": 2,
        "destination_config": .blocks([["on_failure": .blocks([["destination_arn": .text(dead.text)]])]]),
      ])
  }

  @Test func onlyKinesisKnowsATimeToStartAt() {
    let block = block(
      .kinesisStream("arn:stream", .init(10), from: .at("2027-01-31T09:00:00Z")), failures: .items)
    #expect(block["starting_position"] == "AT_TIMESTAMP")
    #expect(block["starting_position_timestamp"] == "2027-01-31T09:00:00Z")
  }

  @Test func failedEventsAreTriedAgainAndKept() {
    var stack = StackBuilder()
    let dead = ARN<Queue>("arn:aws:sqs:us-east-1:123456789012:dead")
    let config = stack.add(
      EventInvokeConfig("start", of: "start", retries: .none, within: .seconds(60), onFailure: .queue(dead)))
    #expect(
      config.declaration.block == [
        "function_name": "start", "maximum_retry_attempts": 0, "maximum_event_age_in_seconds": 60,
        "destination_config": .blocks([["on_failure": .blocks([["destination": .text(dead.text)]])]]),
      ])
  }

  @Test func copiesAreProvisionedForAnAlias() {
    var stack = StackBuilder()
    let start = stack.add(
      LambdaFunction(
        "start", code: .image("123456789012.dkr.ecr.us-east-1.amazonaws.com/start:1"),
        role: ARN("arn:aws:iam::123456789012:role/start"), timeout: .seconds(3),
        logging: .json(to: "/aws/lambda/start"), publishesVersions: true))
    let live = stack.add(
      LambdaAlias("start-live", named: "live", of: start.functionName, version: .latestPublished(of: start)))
    let copies = stack.add(ProvisionedConcurrency("start", of: start.functionName, at: live.qualifier, copies: 2))

    #expect(start.declaration.block["publish"] == true)
    #expect(live.declaration.block["name"] == "live")
    #expect(live.declaration.block["function_version"] == .text(start.attribute("version")))
    #expect(
      copies.declaration.block == [
        "function_name": .text(start.functionName), "qualifier": .text(live.attribute("name")),
        "provisioned_concurrent_executions": 2,
      ])
  }

  private let function = ARN<LambdaFunction>("arn:aws:lambda:us-east-1:123456789012:function:start")

  private func block(_ source: EventSourceMapping.Source, failures: EventSourceMapping.FailureReport) -> Block {
    var stack = StackBuilder()
    return stack.add(EventSourceMapping("start", from: source, to: function, failures: failures)).declaration.block
  }
}
