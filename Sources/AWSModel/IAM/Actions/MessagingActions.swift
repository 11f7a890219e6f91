// Actions as AWS's Service Authorization Reference lists them, in November 2026.
let messagingActions: [String: ServiceActions] = [
  "events": ServiceActions(
    onResources: """
      ActivateEventSource AllowVendedLogDeliveryForResource CancelReplay CreateApiDestination CreateArchive
      CreateConnection CreateEndpoint CreateEventBus CreateEventSource CreatePartnerEventSource CreateSubscriber
      DeactivateEventSource DeauthorizeConnection DeleteApiDestination DeleteArchive DeleteConnection DeleteEndpoint
      DeleteEventBus DeleteEventSource DeletePartnerEventSource DeleteResourcePolicy DeleteRule DeleteSubscriber
      DescribeApiDestination DescribeArchive DescribeConnection DescribeEndpoint DescribeEventBus DescribeEventSource
      DescribePartnerEventSource DescribeReplay DescribeRule DescribeSubscriber DisableRule EnableRule
      GetResourcePolicy InvokeApiDestination ListPartnerEventSourceAccounts ListResourcePolicies ListTagsForResource
      ListTargetsByRule PutEvents PutRawEvents PutResourcePolicy PutRule PutTargets RemoveTargets
      RetrieveConnectionCredentials RevokeResource StartReplay TagResource UntagResource UpdateApiDestination
      UpdateArchive UpdateConnection UpdateEndpoint UpdateEventBus UpdateEventSource UpdateSubscriber
      """,
    onEverything: """
      ListApiDestinations ListArchives ListConnections ListEndpoints ListEventBuses ListEventSources
      ListPartnerEventSources ListReplays ListRuleNamesByTarget ListRules ListSubscribers PutPartnerEvents
      PutPermission RemovePermission TestEventPattern
      """),
  "firehose": ServiceActions(
    onResources: """
      CreateDeliveryStream DeleteDeliveryStream DescribeDeliveryStream ListTagsForDeliveryStream PutRecord
      PutRecordBatch StartDeliveryStreamEncryption StopDeliveryStreamEncryption TagDeliveryStream UntagDeliveryStream
      UpdateDestination
      """,
    onEverything: "ListDeliveryStreams"),
  "kinesis": ServiceActions(
    onResources: """
      AddTagsToStream AssociateStreamsWithChannel CreateChannel CreateStream DecreaseStreamRetentionPeriod
      DeleteChannel DeleteResourcePolicy DeleteStream DeregisterStreamConsumer DescribeChannel DescribeStream
      DescribeStreamConsumer DescribeStreamSummary GetRecords GetResourcePolicy GetShardIterator
      IncreaseStreamRetentionPeriod ListShards ListStreamConsumers ListTagsForResource ListTagsForStream MergeShards
      PutRecord PutRecords PutResourcePolicy RegisterStreamConsumer RemoveTagsFromStream SplitShard
      StartStreamEncryption StopStreamEncryption SubscribeToShard TagResource UntagResource UpdateChannel
      UpdateMaxRecordSize UpdateStreamRecordDistributionStrategy UpdateStreamWarmThroughput
      """,
    onEverything: """
      DescribeAccountSettings DescribeLimits DisableEnhancedMonitoring EnableEnhancedMonitoring InjectApiError
      ListChannels ListStreams UpdateAccountSettings UpdateShardCount UpdateStreamMode
      """),
  "scheduler": ServiceActions(
    onResources: """
      CreateSchedule CreateScheduleGroup DeleteSchedule DeleteScheduleGroup GetSchedule GetScheduleGroup
      ListTagsForResource TagResource UntagResource UpdateSchedule
      """,
    onEverything: "ListScheduleGroups ListSchedules ListSchedulesByTarget"),
  // The reference does not have `Receive`, which the default policies of older topics allow.
  "sns": ServiceActions(
    onResources: """
      AddPermission ConfirmSubscription CreateTopic DeleteTopic GetDataProtectionPolicy GetSubscriptionAttributes
      GetTopicAttributes ListSubscriptionsByTopic ListTagsForResource Publish PutDataProtectionPolicy Receive
      RemovePermission SetSubscriptionAttributes SetTopicAttributes Subscribe TagResource Unsubscribe UntagResource
      """,
    onEverything: """
      CheckIfPhoneNumberIsOptedOut CreatePlatformApplication CreatePlatformEndpoint CreateSMSSandboxPhoneNumber
      DeleteEndpoint DeletePlatformApplication DeleteSMSSandboxPhoneNumber GetEndpointAttributes
      GetPlatformApplicationAttributes GetSMSAttributes GetSMSSandboxAccountStatus ListEndpointsByPlatformApplication
      ListOriginationNumbers ListPhoneNumbersOptedOut ListPlatformApplications ListSMSSandboxPhoneNumbers
      ListSubscriptions ListTopics OptInPhoneNumber SetEndpointAttributes SetPlatformApplicationAttributes
      SetSMSAttributes VerifySMSSandboxPhoneNumber
      """),
  "sqs": ServiceActions(
    onResources: """
      AddPermission CancelMessageMoveTask ChangeMessageVisibility CreateQueue DeleteMessage DeleteQueue
      GetQueueAttributes GetQueueUrl ListDeadLetterSourceQueues ListMessageMoveTasks ListQueueTags PurgeQueue
      ReceiveMessage RemovePermission SendMessage SetQueueAttributes StartMessageMoveTask TagQueue UntagQueue
      """,
    onEverything: "ListQueues"),
]
