// Actions as AWS's Service Authorization Reference lists them, in November 2026.
let dataActions: [String: ServiceActions] = [
  "dynamodb": ServiceActions(
    onResources: """
      AssociateTableReplica BatchGetItem BatchWriteItem ConditionCheckItem CreateBackup CreateGlobalTable
      CreateGlobalTableWitness CreateTable CreateTableReplica DeleteBackup DeleteGlobalTableWitness DeleteItem
      DeleteResourcePolicy DeleteTable DeleteTableReplica DescribeBackup DescribeContinuousBackups
      DescribeContributorInsights DescribeExport DescribeGlobalTable DescribeGlobalTableSettings DescribeImport
      DescribeKinesisStreamingDestination DescribeStream DescribeTable DescribeTableReplicaAutoScaling
      DescribeTimeToLive DisableKinesisStreamingDestination EnableKinesisStreamingDestination ExportTableToPointInTime
      GetItem GetRecords GetResourcePolicy GetShardIterator ImportTable ListExports ListImports ListTagsOfResource
      PartiQLDelete PartiQLInsert PartiQLSelect PartiQLUpdate PutItem PutResourcePolicy Query ReadDataForReplication
      ReplicateSettings RestoreTableFromAWSBackup RestoreTableFromBackup RestoreTableToPointInTime Scan SearchVectors
      StartAWSBackupJob TagResource UntagResource UpdateContinuousBackups UpdateContributorInsights UpdateGlobalTable
      UpdateGlobalTableSettings UpdateGlobalTableVersion UpdateItem UpdateKinesisStreamingDestination UpdateTable
      UpdateTableReplicaAutoScaling UpdateTimeToLive WriteDataForReplication
      """,
    onEverything: """
      DescribeEndpoints DescribeLimits DescribeReservedCapacity DescribeReservedCapacityOfferings GetAbacStatus
      InjectError ListBackups ListContributorInsights ListGlobalTables ListStreams ListTables
      PurchaseReservedCapacityOfferings UpdateAbacStatus
      """),
  "es": ServiceActions(
    onResources: """
      AddDataSource AddDirectQueryDataSource AddTags AssociatePackage AssociatePackages AttachDataSource
      CancelDomainConfigChange CancelElasticsearchServiceSoftwareUpdate CancelServiceSoftwareUpdate CreateDomain
      CreateElasticsearchDomain CreateIndex CreateOutboundConnection CreateOutboundCrossClusterSearchConnection
      DeleteApplication DeleteDataSource DeleteDirectQueryDataSource DeleteDomain DeleteElasticsearchDomain
      DeleteIndex DeregisterCapability DescribeDataSourceAttachment DescribeDomain DescribeDomainAutoTunes
      DescribeDomainChangeProgress DescribeDomainConfig DescribeDomainHealth DescribeDomainNodes DescribeDomains
      DescribeDryRunProgress DescribeElasticsearchDomain DescribeElasticsearchDomainConfig
      DescribeElasticsearchDomains DescribeInsightDetails DetachDataSource DissociatePackage DissociatePackages
      ESCrossClusterGet ESHttpDelete ESHttpGet ESHttpHead ESHttpPatch ESHttpPost ESHttpPut GetApplication
      GetCapability GetCompatibleElasticsearchVersions GetCompatibleVersions GetDataSource
      GetDefaultApplicationSetting GetDirectQueryDataSource GetDomainMaintenanceStatus GetIndex GetMigration
      GetUpgradeHistory GetUpgradeStatus InsightFeedback ListApplications ListDataSourceAttachments ListDataSources
      ListDirectQueryDataSources ListDomainMaintenances ListInsights ListMigrations ListPackagesForDomain
      ListScheduledActions ListTags PutDefaultApplicationSetting RegisterCapability RemoveTags
      RollbackElasticsearchServiceSoftwareUpdate RollbackServiceSoftwareUpdate StartDomainMaintenance
      StartElasticsearchServiceSoftwareUpdate StartMigration StartServiceSoftwareUpdate UpdateApplication
      UpdateDataSource UpdateDirectQueryDataSource UpdateDomainConfig UpdateElasticsearchDomainConfig UpdateIndex
      UpdateScheduledAction UpgradeDomain UpgradeElasticsearchDomain
      """,
    onEverything: """
      AcceptInboundConnection AcceptInboundCrossClusterSearchConnection AuthorizeVpcEndpointAccess CreateApplication
      CreateElasticsearchServiceRole CreatePackage CreateServiceRole CreateVpcEndpoint DeleteElasticsearchServiceRole
      DeleteInboundConnection DeleteInboundCrossClusterSearchConnection DeleteOutboundConnection
      DeleteOutboundCrossClusterSearchConnection DeletePackage DeleteVpcEndpoint
      DescribeElasticsearchInstanceTypeLimits DescribeInboundConnections DescribeInboundCrossClusterSearchConnections
      DescribeInstanceTypeLimits DescribeOutboundConnections DescribeOutboundCrossClusterSearchConnections
      DescribePackages DescribeReservedElasticsearchInstanceOfferings DescribeReservedElasticsearchInstances
      DescribeReservedInstanceOfferings DescribeReservedInstances DescribeVpcEndpoints GetPackageVersionHistory
      ListDomainNames ListDomainsForPackage ListElasticsearchInstanceTypeDetails ListElasticsearchInstanceTypes
      ListElasticsearchVersions ListInstanceTypeDetails ListVersions ListVpcEndpointAccess ListVpcEndpoints
      ListVpcEndpointsForDomain PurchaseReservedElasticsearchInstanceOffering PurchaseReservedInstanceOffering
      RejectInboundConnection RejectInboundCrossClusterSearchConnection RevokeVpcEndpointAccess UpdatePackage
      UpdatePackageScope UpdateVpcEndpoint
      """),
  "rds-data": ServiceActions(
    onResources: """
      BatchExecuteStatement BeginTransaction CommitTransaction ExecuteSql ExecuteStatement RollbackTransaction
      """,
    onEverything: ""),
  "rds-db": ServiceActions(
    onResources: "Connect",
    onEverything: ""),
  "s3": ServiceActions(
    onResources: """
      AbortMultipartUpload AllowVendedLogDeliveryForResource AssociateAccessGrantsIdentityCenter
      BypassGovernanceRetention CreateAccessGrant CreateAccessGrantsInstance CreateAccessGrantsLocation
      CreateAccessPoint CreateAccessPointForObjectLambda CreateBucket CreateBucketMetadataTableConfiguration
      CreateMultiRegionAccessPoint DeleteAccessGrant DeleteAccessGrantsInstance
      DeleteAccessGrantsInstanceResourcePolicy DeleteAccessGrantsLocation DeleteAccessPoint
      DeleteAccessPointForObjectLambda DeleteAccessPointPolicy DeleteAccessPointPolicyForObjectLambda DeleteBucket
      DeleteBucketMetadataTableConfiguration DeleteBucketPolicy DeleteBucketWebsite DeleteJobTagging
      DeleteMultiRegionAccessPoint DeleteObject DeleteObjectAnnotation DeleteObjectTagging DeleteObjectVersion
      DeleteObjectVersionAnnotation DeleteObjectVersionTagging DeleteStorageLensConfiguration
      DeleteStorageLensConfigurationTagging DeleteStorageLensGroup DescribeJob DescribeMultiRegionAccessPointOperation
      DissociateAccessGrantsIdentityCenter GetAccelerateConfiguration GetAccessGrant GetAccessGrantsInstance
      GetAccessGrantsInstanceForPrefix GetAccessGrantsInstanceResourcePolicy GetAccessGrantsLocation
      GetAccessPointConfigurationForObjectLambda GetAccessPointForObjectLambda GetAccessPointPolicy
      GetAccessPointPolicyForObjectLambda GetAccessPointPolicyStatus GetAccessPointPolicyStatusForObjectLambda
      GetAnalyticsConfiguration GetBucketAbac GetBucketAcl GetBucketCors GetBucketLocation GetBucketLogging
      GetBucketMetadataTableConfiguration GetBucketNotification GetBucketObjectLockConfiguration
      GetBucketOwnershipControls GetBucketPolicy GetBucketPolicyStatus GetBucketPublicAccessBlock
      GetBucketRequestPayment GetBucketTagging GetBucketVersioning GetBucketWebsite GetDataAccess
      GetEncryptionConfiguration GetIntelligentTieringConfiguration GetInventoryConfiguration GetJobTagging
      GetLifecycleConfiguration GetMetricsConfiguration GetMultiRegionAccessPoint GetMultiRegionAccessPointPolicy
      GetMultiRegionAccessPointPolicyStatus GetMultiRegionAccessPointRoutes GetObject GetObjectAcl GetObjectAnnotation
      GetObjectAttributes GetObjectLegalHold GetObjectRetention GetObjectTagging GetObjectTorrent GetObjectVersion
      GetObjectVersionAcl GetObjectVersionAnnotation GetObjectVersionAnnotationForReplication
      GetObjectVersionAttributes GetObjectVersionForReplication GetObjectVersionTagging GetObjectVersionTorrent
      GetReplicationConfiguration GetStorageLensConfiguration GetStorageLensConfigurationTagging
      GetStorageLensDashboard GetStorageLensGroup InitiateReplication ListAccessGrants ListAccessGrantsLocations
      ListBucket ListBucketMultipartUploads ListBucketVersions ListCallerAccessGrants ListMultipartUploadParts
      ListObjectAnnotations ListObjectVersionAnnotations ListTagsForResource ObjectOwnerOverrideToBucketOwner
      PauseReplication PutAccelerateConfiguration PutAccessGrantsInstanceResourcePolicy
      PutAccessPointConfigurationForObjectLambda PutAccessPointPolicy PutAccessPointPolicyForObjectLambda
      PutAnalyticsConfiguration PutBucketAbac PutBucketAcl PutBucketCors PutBucketLogging PutBucketNotification
      PutBucketObjectLockConfiguration PutBucketOwnershipControls PutBucketPolicy PutBucketPublicAccessBlock
      PutBucketRequestPayment PutBucketTagging PutBucketVersioning PutBucketWebsite PutEncryptionConfiguration
      PutIntelligentTieringConfiguration PutInventoryConfiguration PutJobTagging PutLifecycleConfiguration
      PutMetricsConfiguration PutMultiRegionAccessPointPolicy PutObject PutObjectAcl PutObjectAnnotation
      PutObjectLegalHold PutObjectRetention PutObjectTagging PutObjectVersionAcl PutObjectVersionAnnotation
      PutObjectVersionTagging PutReplicationConfiguration PutStorageLensConfigurationTagging ReplicateDelete
      ReplicateObject ReplicateObjectAnnotation ReplicateTags RestoreObject SubmitMultiRegionAccessPointRoutes
      TagResource UntagResource UpdateAccessGrantsLocation UpdateBucketMetadataAnnotationTableConfiguration
      UpdateBucketMetadataInventoryTableConfiguration UpdateBucketMetadataJournalTableConfiguration UpdateJobPriority
      UpdateJobStatus UpdateObjectEncryption UpdateStorageLensGroup
      """,
    onEverything: """
      CreateJob CreateStorageLensGroup GetAccessPoint GetAccountPublicAccessBlock ListAccessGrantsInstances
      ListAccessPoints ListAccessPointsForObjectLambda ListAllMyBuckets ListJobs ListMultiRegionAccessPoints
      ListStorageLensConfigurations ListStorageLensGroups PutAccessPointPublicAccessBlock PutAccountPublicAccessBlock
      PutStorageLensConfiguration
      """),
]
