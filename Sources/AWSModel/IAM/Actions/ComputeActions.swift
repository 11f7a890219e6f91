// Actions as AWS's Service Authorization Reference lists them, in November 2026.
let computeActions: [String: ServiceActions] = [
  "bedrock": ServiceActions(
    onResources: """
      AllowVendedLogDeliveryForResource ApplyGuardrail AssociateAgentCollaborator AssociateAgentKnowledgeBase
      BatchDeleteAdvancedPromptOptimizationJob BatchDeleteEvaluationJob CancelAutomatedReasoningPolicyBuildWorkflow
      CancelInvoke CopyBlueprintStage CountTokens CreateAdvancedPromptOptimizationJob CreateAgentActionGroup
      CreateAgentAlias CreateAutomatedReasoningPolicyTestCase CreateAutomatedReasoningPolicyVersion
      CreateBlueprintVersion CreateCustomModelDeployment CreateDataAutomationProject CreateDataSource
      CreateEvaluationJob CreateFlowAlias CreateFlowVersion CreateGuardrail CreateGuardrailVersion
      CreateInferenceProfile CreateInvocation CreateModelCopyJob CreateModelCustomizationJob CreateModelEvaluationJob
      CreateModelInvocationJob CreatePromptRouter CreatePromptVersion CreateProvisionedModelThroughput
      CreateRetrievalInstructionVersion DeleteAgent DeleteAgentActionGroup DeleteAgentAlias DeleteAgentMemory
      DeleteAgentVersion DeleteAutomatedReasoningPolicy DeleteAutomatedReasoningPolicyBuildWorkflow
      DeleteAutomatedReasoningPolicyTestCase DeleteBlueprint DeleteCustomModel DeleteCustomModelDeployment
      DeleteDataAutomationLibrary DeleteDataAutomationProject DeleteDataSource DeleteFlow DeleteFlowAlias
      DeleteFlowVersion DeleteGuardrail DeleteImportedModel DeleteInferenceProfile DeleteInvoke DeleteKnowledgeBase
      DeleteKnowledgeBaseDocuments DeleteMarketplaceModelEndpoint DeletePrompt DeletePromptRouter
      DeleteProvisionedModelThroughput DeleteResourcePolicy DeleteRetrievalInstruction DeleteSession
      DeregisterMarketplaceModelEndpoint DetectGeneratedContent DisassociateAgentCollaborator
      DisassociateAgentKnowledgeBase EndSession ExportAutomatedReasoningPolicyVersion GetAdvancedPromptOptimizationJob
      GetAgent GetAgentActionGroup GetAgentAlias GetAgentCollaborator GetAgentKnowledgeBase GetAgentMemory
      GetAgentVersion GetAsyncInvoke GetAutomatedReasoningPolicy GetAutomatedReasoningPolicyAnnotations
      GetAutomatedReasoningPolicyBuildWorkflow GetAutomatedReasoningPolicyBuildWorkflowResultAssets
      GetAutomatedReasoningPolicyNextScenario GetAutomatedReasoningPolicyTestCase
      GetAutomatedReasoningPolicyTestResult GetBlueprint GetBlueprintOptimizationStatus GetCustomModel
      GetCustomModelDeployment GetDataAutomationLibrary GetDataAutomationLibraryEntity
      GetDataAutomationLibraryIngestionJob GetDataAutomationProject GetDataAutomationStatus GetDataSource
      GetEvaluationJob GetExecutionFlowSnapshot GetFlow GetFlowAlias GetFlowExecution GetFlowVersion
      GetFoundationModel GetGuardrail GetImportedModel GetInferenceProfile GetIngestionJob GetInvocationStep GetInvoke
      GetKnowledgeBase GetKnowledgeBaseDocuments GetMarketplaceModelEndpoint GetModelCopyJob GetModelCustomizationJob
      GetModelEvaluationJob GetModelImportJob GetModelInvocationJob GetPrompt GetPromptRouter
      GetProvisionedModelThroughput GetResourcePolicy GetRetrievalInstruction GetSession IngestKnowledgeBaseDocuments
      InvokeAgent InvokeAutomatedReasoningPolicy InvokeBlueprintOptimizationAsync InvokeBlueprintRecommendationAsync
      InvokeDataAutomation InvokeDataAutomationAsync InvokeDataAutomationLibraryIngestionJob InvokeFlow InvokeModel
      InvokeModelWithResponseStream InvokeTool ListAgentActionGroups ListAgentAliases ListAgentCollaborators
      ListAgentKnowledgeBases ListAgentVersions ListAutomatedReasoningPolicies
      ListAutomatedReasoningPolicyBuildWorkflows ListAutomatedReasoningPolicyTestCases
      ListAutomatedReasoningPolicyTestResults ListBlueprintS ListDataAutomationLibraries
      ListDataAutomationLibraryEntities ListDataAutomationLibraryIngestionJobs ListDataAutomationProjects
      ListDataSources ListFlowAliases ListFlowExecutionEvents ListFlowExecutions ListFlowVersions ListGuardrails
      ListIngestionJobs ListInvocations ListInvocationSteps ListKnowledgeBaseDocuments ListPrompts
      ListRetrievalInstructionVersions ListTagsForResource PrepareAgent PrepareFlow PutInvocationStep
      PutResourcePolicy RegisterMarketplaceModelEndpoint RenderPrompt Retrieve
      StartAutomatedReasoningPolicyBuildWorkflow StartAutomatedReasoningPolicyTestWorkflow StartFlowExecution
      StartIngestionJob StopAdvancedPromptOptimizationJob StopEvaluationJob StopFlowExecution StopIngestionJob
      StopModelCustomizationJob StopModelInvocationJob TagResource UntagResource UpdateAgent UpdateAgentActionGroup
      UpdateAgentAlias UpdateAgentCollaborator UpdateAgentKnowledgeBase UpdateAutomatedReasoningPolicy
      UpdateAutomatedReasoningPolicyAnnotations UpdateAutomatedReasoningPolicyTestCase UpdateBlueprint
      UpdateCustomModelDeployment UpdateDataAutomationLibrary UpdateDataAutomationProject UpdateDataSource UpdateFlow
      UpdateFlowAlias UpdateGuardrail UpdateKnowledgeBase UpdateMarketplaceModelEndpoint UpdatePrompt
      UpdateProvisionedModelThroughput UpdateRetrievalInstruction UpdateSession
      """,
    onEverything: """
      AgenticRetrieveStream AssociateThirdPartyKnowledgeBase CallWithBearerToken CheckIngestedDocumentAcl CreateAgent
      CreateAutomatedReasoningPolicy CreateBlueprint CreateCustomModel CreateDataAutomationLibrary
      CreateDataSourceToken CreateFlow CreateFoundationModelAgreement CreateKnowledgeBase
      CreateMarketplaceModelEndpoint CreateModelImportJob CreatePrompt CreateRetrievalInstruction CreateSession
      DeleteEnforcedGuardrailConfiguration DeleteFoundationModelAgreement DeleteMarketplaceModelAgreement
      DeleteModelInvocationLoggingConfiguration GenerateQuery GetAccountDataRetention GetBlueprintRecommendation
      GetDataSourceAuthorizationUrl GetDocumentContent GetFoundationModelAvailability GetIngestedDocumentAcl
      GetModelInvocationLoggingConfiguration GetUseCaseForModelAccess InvokeBuilder InvokeGuardrailChecks
      InvokeInlineAgent ListAdvancedPromptOptimizationJobs ListAgents ListAsyncInvokes ListCustomModelDeployments
      ListCustomModels ListEnforcedGuardrailsConfiguration ListEvaluationJobs ListFlows
      ListFoundationModelAgreementOffers ListFoundationModels ListImportedModels ListInferenceProfiles
      ListKnowledgeBases ListMarketplaceModelEndpoints ListModelCopyJobs ListModelCustomizationJobs
      ListModelEvaluationJobs ListModelImportJobs ListModelInvocationJobs ListPromptRouters
      ListProvisionedModelThroughputs ListRetrievalInstructions ListSessions OptimizePrompt PutAccountDataRetention
      PutEnforcedGuardrailConfiguration PutFoundationModelEntitlement PutModelInvocationLoggingConfiguration
      PutUseCaseForModelAccess Rerank RetrieveAndGenerate ValidateFlowDefinition
      """),
  "comprehend": ServiceActions(
    onResources: """
      ClassifyDocument CreateDataset CreateDocumentClassifier CreateEndpoint CreateEntityRecognizer CreateFlywheel
      DeleteDocumentClassifier DeleteEndpoint DeleteEntityRecognizer DeleteFlywheel DeleteResourcePolicy
      DescribeDataset DescribeDocumentClassificationJob DescribeDocumentClassifier
      DescribeDominantLanguageDetectionJob DescribeEndpoint DescribeEntitiesDetectionJob DescribeEntityRecognizer
      DescribeEventsDetectionJob DescribeFlywheel DescribeFlywheelIteration DescribeKeyPhrasesDetectionJob
      DescribePiiEntitiesDetectionJob DescribeResourcePolicy DescribeSentimentDetectionJob
      DescribeTargetedSentimentDetectionJob DescribeTopicsDetectionJob DetectEntities ImportModel ListDatasets
      ListFlywheelIterationHistory ListTagsForResource PutResourcePolicy StartDocumentClassificationJob
      StartDominantLanguageDetectionJob StartEntitiesDetectionJob StartEventsDetectionJob StartFlywheelIteration
      StartKeyPhrasesDetectionJob StartPiiEntitiesDetectionJob StartSentimentDetectionJob
      StartTargetedSentimentDetectionJob StartTopicsDetectionJob StopDominantLanguageDetectionJob
      StopEntitiesDetectionJob StopEventsDetectionJob StopKeyPhrasesDetectionJob StopPiiEntitiesDetectionJob
      StopSentimentDetectionJob StopTargetedSentimentDetectionJob StopTrainingDocumentClassifier
      StopTrainingEntityRecognizer TagResource UntagResource UpdateEndpoint UpdateFlywheel
      """,
    onEverything: """
      BatchDetectDominantLanguage BatchDetectEntities BatchDetectKeyPhrases BatchDetectSentiment BatchDetectSyntax
      BatchDetectTargetedSentiment ContainsPiiEntities DetectDominantLanguage DetectKeyPhrases DetectPiiEntities
      DetectSentiment DetectSyntax DetectTargetedSentiment DetectToxicContent ListDocumentClassificationJobs
      ListDocumentClassifiers ListDocumentClassifierSummaries ListDominantLanguageDetectionJobs ListEndpoints
      ListEntitiesDetectionJobs ListEntityRecognizers ListEntityRecognizerSummaries ListEventsDetectionJobs
      ListFlywheels ListKeyPhrasesDetectionJobs ListPiiEntitiesDetectionJobs ListSentimentDetectionJobs
      ListTargetedSentimentDetectionJobs ListTopicsDetectionJobs
      """),
  "execute-api": ServiceActions(
    onResources: "InvalidateCache Invoke ManageConnections",
    onEverything: ""),
  "lambda": ServiceActions(
    onResources: """
      AddLayerVersionPermission AddPermission CheckpointDurableExecution CreateAlias CreateCapacityProvider
      CreateFunction CreateFunctionUrlConfig CreateMicrovmAuthToken CreateMicrovmShellAuthToken CreateNetworkConnector
      CreateWebFunction CreateWebFunctionEndpoint CreateWebFunctionRevision DeleteAlias DeleteCapacityProvider
      DeleteCodeSigningConfig DeleteEventSourceMapping DeleteFunction DeleteFunctionCodeSigningConfig
      DeleteFunctionConcurrency DeleteFunctionEventInvokeConfig DeleteFunctionUrlConfig DeleteLayerVersion
      DeleteMicrovmImage DeleteMicrovmImageVersion DeleteNetworkConnector DeleteProvisionedConcurrencyConfig
      DeleteResourcePolicy DeleteWebFunction DeleteWebFunctionEndpoint DeleteWebFunctionRevision DisableReplication
      EnableReplication GetAlias GetCapacityProvider GetCodeSigningConfig GetDurableExecution
      GetDurableExecutionHistory GetDurableExecutionState GetEventSourceMapping GetFunction
      GetFunctionCodeSigningConfig GetFunctionConcurrency GetFunctionConfiguration GetFunctionEventInvokeConfig
      GetFunctionRecursionConfig GetFunctionScalingConfig GetFunctionUrlConfig GetLayerVersion GetLayerVersionPolicy
      GetMicrovm GetMicrovmImage GetMicrovmImageBuild GetMicrovmImageVersion GetNetworkConnector GetPolicy
      GetProvisionedConcurrencyConfig GetResourcePolicy GetRuntimeManagementConfig GetWebFunction
      GetWebFunctionEndpoint GetWebFunctionRevision InvokeAsync InvokeFunction InvokeFunctionUrl
      InvokeWebFunctionEndpoint ListAliases ListDurableExecutionsByFunction ListFunctionEventInvokeConfigs
      ListFunctionsByCodeSigningConfig ListFunctionUrlConfigs ListFunctionVersionsByCapacityProvider
      ListManagedMicrovmImageVersions ListMicrovmImageBuilds ListMicrovmImageVersions ListNetworkConnectorVersions
      ListProvisionedConcurrencyConfigs ListTags ListVersionsByFunction ListWebFunctionEndpoints
      ListWebFunctionRevisions PassCapacityProvider PublishLayerVersion PublishVersion PutFunctionCodeSigningConfig
      PutFunctionConcurrency PutFunctionEventInvokeConfig PutFunctionRecursionConfig PutFunctionScalingConfig
      PutProvisionedConcurrencyConfig PutResourcePolicy PutRuntimeManagementConfig RemoveLayerVersionPermission
      RemovePermission ResumeMicrovm RunMicrovm SendDurableExecutionCallbackFailure
      SendDurableExecutionCallbackHeartbeat SendDurableExecutionCallbackSuccess StopDurableExecution SuspendMicrovm
      TagResource TerminateMicrovm UntagResource UpdateAlias UpdateCapacityProvider UpdateCodeSigningConfig
      UpdateEventSourceMapping UpdateFunctionCode UpdateFunctionCodeSigningConfig UpdateFunctionConfiguration
      UpdateFunctionEventInvokeConfig UpdateFunctionUrlConfig UpdateMicrovmImage UpdateMicrovmImageVersion
      UpdateNetworkConnector UpdateWebFunctionEndpoint
      """,
    onEverything: """
      ConnectMicrovm CreateCodeSigningConfig CreateEventSourceMapping CreateMicrovmImage GetAccountSettings
      GetWebAccountSettings ListCapacityProviders ListCodeSigningConfigs ListEventSourceMappings ListFunctions
      ListLayers ListLayerVersions ListManagedMicrovmImages ListMicrovmImages ListMicrovmS ListNetworkConnectors
      ListWebFunctions PassNetworkConnector
      """),
  "polly": ServiceActions(
    onResources: """
      DeleteLexicon GetLexicon PutLexicon StartSpeechSynthesisStream StartSpeechSynthesisTask SynthesizeSpeech
      """,
    onEverything: "DescribeVoices GetSpeechSynthesisTask ListLexicons ListSpeechSynthesisTasks"),
  "states": ServiceActions(
    onResources: """
      CreateActivity CreateStateMachine CreateStateMachineAlias DeleteActivity DeleteStateMachine
      DeleteStateMachineAlias DeleteStateMachineVersion DescribeActivity DescribeExecution DescribeMapRun
      DescribeStateMachine DescribeStateMachineAlias DescribeStateMachineForExecution GetActivityTask
      GetExecutionHistory ListExecutions ListMapRuns ListStateMachineAliases ListStateMachineVersions
      ListTagsForResource PublishStateMachineVersion RedriveExecution StartExecution StartSyncExecution StopExecution
      TagResource UntagResource UpdateMapRun UpdateStateMachine UpdateStateMachineAlias
      """,
    onEverything: """
      InvokeHTTPEndpoint ListActivities ListStateMachines RevealSecrets SendTaskFailure SendTaskHeartbeat
      SendTaskSuccess TestState ValidateStateMachineDefinition
      """),
  "transcribe": ServiceActions(
    onResources: """
      DeleteCallAnalyticsCategory DeleteCallAnalyticsJob DeleteLanguageModel DeleteMedicalScribeJob
      DeleteMedicalTranscriptionJob DeleteMedicalVocabulary DeleteTranscriptionJob DeleteVocabulary
      DeleteVocabularyFilter DescribeLanguageModel GetCallAnalyticsCategory GetCallAnalyticsJob GetMedicalScribeJob
      GetMedicalTranscriptionJob GetMedicalVocabulary GetTranscriptionJob GetVocabulary GetVocabularyFilter
      UpdateCallAnalyticsCategory UpdateMedicalVocabulary UpdateVocabulary UpdateVocabularyFilter
      """,
    onEverything: """
      CreateCallAnalyticsCategory CreateLanguageModel CreateMedicalVocabulary CreateVocabulary CreateVocabularyFilter
      GetMedicalScribeStream ListCallAnalyticsCategories ListCallAnalyticsJobs ListLanguageModels
      ListMedicalScribeJobs ListMedicalTranscriptionJobs ListMedicalVocabularies ListTagsForResource
      ListTranscriptionJobs ListVocabularies ListVocabularyFilters StartCallAnalyticsJob
      StartCallAnalyticsStreamTranscription StartCallAnalyticsStreamTranscriptionWebSocket StartMedicalScribeJob
      StartMedicalScribeStream StartMedicalStreamTranscription StartMedicalStreamTranscriptionWebSocket
      StartMedicalTranscriptionJob StartStreamTranscription StartStreamTranscriptionWebSocket StartTranscriptionJob
      TagResource UntagResource
      """),
  "translate": ServiceActions(
    onResources: """
      CreateParallelData DeleteParallelData DeleteTerminology GetParallelData GetTerminology ImportTerminology
      ListTagsForResource StartTextTranslationJob TagResource TranslateDocument TranslateText UntagResource
      UpdateParallelData
      """,
    onEverything: """
      DescribeTextTranslationJob ListLanguages ListParallelData ListTerminologies ListTextTranslationJobs
      StopTextTranslationJob
      """),
]
