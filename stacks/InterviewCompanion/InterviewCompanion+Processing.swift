import InfraModel

extension InterviewCompanion {
  /// Phase 4: Amazon Transcribe transcribes an uploaded recording, and Claude on Bedrock summarizes it.
  struct Processing: Component {
    /// The prefix for the app's uploads, by user. Other objects in the bucket are results, which start no execution.
    static let uploads = "recordings/"
    private static let transcripts = "transcripts/"

    let storage: Storage.Places
    let common: Service.Common

    func declare(in stack: inout StackBuilder) {
      let bucket = storage.recordings
      // Both start a service and return; they read no recording themselves, but Transcribe does with the permissions of
      // its caller.
      let transcribe = stack.add(
        Service(
          "start-transcribe", code: PackageResources.start_transcribe_py, calledByOneWho: .waits,
          timeout: .seconds(30), p95: .seconds(5),
          environment: ["TRANSCRIPTS_BUCKET": bucket.bucketName.text, "TRANSCRIPTS_PREFIX": Text(Self.transcripts)],
          permissions: [
            Statement(id: "Transcribe", ["transcribe:StartTranscriptionJob"], on: [transcriptionJobs(in: &stack)]),
            Statement(id: "ReadRecordings", ["s3:GetObject"], on: ["\(bucket.arn)/\(Self.uploads)*"]),
            Statement(id: "WriteTranscripts", ["s3:PutObject"], on: ["\(bucket.arn)/\(Self.transcripts)*"]),
          ], common))
      // An hour's transcript has about 15,000 tokens; an answer after a minute is slow, and after five it has failed.
      let summarize = stack.add(
        Service(
          "bedrock-summarize", code: PackageResources.bedrock_summarize_py, calledByOneWho: .waits,
          timeout: .seconds(300), p95: .seconds(60),
          environment: ["MODEL_ID": Text(Claude.profile), "MEETINGS_TABLE": storage.meetings.tableName],
          permissions: [
            Statement(id: "Claude", ["bedrock:InvokeModel"], on: Claude.resources(in: &stack)),
            Statement(id: "ReadTranscripts", ["s3:GetObject"], on: ["\(bucket.arn)/\(Self.transcripts)*"]),
            Statement(id: "WriteSummary", ["dynamodb:UpdateItem"], on: [storage.meetings.arn.text]),
          ], common))

      let pipeline = stack.add(
        TracedStateMachine(
          "processing-pipeline", .standard, states(transcribe: transcribe.arn, summarize: summarize.arn),
          // Transcribe takes a fraction of a recording's length, and the longest it takes on are four hours.
          timeout: .seconds(4 * 3_600),
          permissions: [Statement(id: "Look", ["transcribe:GetTranscriptionJob"], on: [transcriptionJobs(in: &stack)])],
          executionData: false,  // An interview's content is only in the bucket.
          logRetention: .oneMonth, alerts: common.alerts))
      let start = stack.add(
        Service(
          "start-processing", code: PackageResources.start_processing_py, calledByOneWho: .doesNotWait,
          timeout: .seconds(30), p95: .seconds(5),
          environment: ["STATE_MACHINE_ARN": pipeline.arn.text], permissions: [.start(pipeline.arn)], common))
      stack.add(BucketTrigger(bucket, calls: [.init(start, on: [.created], prefix: Self.uploads)]))
    }

    private func states(transcribe: ARN<LambdaFunction>, summarize: ARN<LambdaFunction>) -> [State] {
      let status = "$.job.TranscriptionJob.TranscriptionJobStatus"
      return [
        .task("Start transcribing", .invoke(transcribe), result: .at("$.transcription"), retries: [.onLambdaFaults]),
        .repeat(
          "Transcribed?", until: .any([.string(status, equals: "COMPLETED"), .string(status, equals: "FAILED")]),
          [
            .wait("Let it work", .seconds(30)),
            .task(
              "Look at the job",
              .service(
                "aws-sdk:transcribe:getTranscriptionJob",
                ["TranscriptionJobName.$": "$.transcription.Payload.jobName"]),
              result: .at("$.job"), retries: [.init(on: [.taskFailed], after: .seconds(5))]),
          ]),
        .choice(
          "Went well?",
          [
            .when(
              .string(status, equals: "FAILED"),
              [.fail("Not transcribed", error: "TranscriptionFailed", cause: "Transcribe gave up on the recording")])
          ]),
        .task("Summarize", .invoke(summarize), result: .at("$.summary"), retries: [.onLambdaFaults]),
      ]
    }

    /// Jobs whose names begin with the stack's prefix.
    private func transcriptionJobs(in stack: inout StackBuilder) -> Text {
      let account = stack.callerIdentity().accountID
      return "arn:aws:transcribe:\(stack.region):\(account):transcription-job/\(stack.conventionalName(for: "*"))"
    }
  }

  /// Claude Sonnet 4.5, which Bedrock runs only through a cross-region inference profile; IAM must allow both.
  private enum Claude {
    static let model = "anthropic.claude-sonnet-4-5-20250929-v1:0"
    static let profile = "us.\(model)"

    static func resources(in stack: inout StackBuilder) -> [Text] {
      let account = stack.callerIdentity().accountID
      let regions = [Region.usEast1, .usEast2, .usWest2]
      return ["arn:aws:bedrock:\(stack.region):\(account):inference-profile/\(profile)"]
        + regions.map { "arn:aws:bedrock:\($0)::foundation-model/\(model)" }
    }
  }
}
