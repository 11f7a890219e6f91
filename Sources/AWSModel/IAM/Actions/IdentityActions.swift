// Actions as AWS's Service Authorization Reference lists them, in November 2026.
let identityActions: [String: ServiceActions] = [
  "cognito-identity": ServiceActions(
    onResources: """
      DeleteIdentityPool DescribeIdentityPool GetIdentityPoolAnalytics GetIdentityPoolDailyAnalytics
      GetIdentityPoolRoles GetIdentityProviderDailyAnalytics GetOpenIdTokenForDeveloperIdentity
      GetPrincipalTagAttributeMap ListIdentities ListTagsForResource LookupDeveloperIdentity MergeDeveloperIdentities
      TagResource UnlinkDeveloperIdentity UntagResource UpdateIdentityPool
      """,
    onEverything: """
      CreateIdentityPool DeleteIdentities DescribeIdentity GetCredentialsForIdentity GetId GetOpenIdToken
      ListIdentityPools SetIdentityPoolRoles SetPrincipalTagAttributeMap UnlinkIdentity
      """),
  "iam": ServiceActions(
    onResources: """
      AcceptDelegationRequest AddClientIDToOpenIDConnectProvider AddRoleToInstanceProfile AddUserToGroup
      AssociateDelegationRequest AttachGroupPolicy AttachRolePolicy AttachUserPolicy ChangePassword CreateAccessKey
      CreateDelegationRequest CreateGroup CreateInstanceProfile CreateLoginProfile CreateOpenIDConnectProvider
      CreatePolicy CreatePolicyVersion CreateRole CreateSAMLProvider CreateServiceLinkedRole
      CreateServiceSpecificCredential CreateUser CreateVirtualMFADevice DeactivateMFADevice DeleteAccessKey
      DeleteGroup DeleteGroupPolicy DeleteInstanceProfile DeleteLoginProfile DeleteOpenIDConnectProvider DeletePolicy
      DeletePolicyVersion DeleteRole DeleteRolePermissionsBoundary DeleteRolePolicy DeleteSAMLProvider
      DeleteServerCertificate DeleteServiceLinkedRole DeleteServiceSpecificCredential DeleteSigningCertificate
      DeleteSSHPublicKey DeleteUser DeleteUserPermissionsBoundary DeleteUserPolicy DeleteVirtualMFADevice
      DetachGroupPolicy DetachRolePolicy DetachUserPolicy EnableMFADevice GenerateOrganizationsAccessReport
      GenerateServiceLastAccessedDetails GetAccessKeyLastUsed GetContextKeysForPrincipalPolicy GetDelegationRequest
      GetGroup GetGroupPolicy GetHumanReadableSummary GetInstanceProfile GetLoginProfile GetMFADevice
      GetOpenIDConnectProvider GetPolicy GetPolicyVersion GetRole GetRolePolicy GetRoleTemplateVersion GetSAMLProvider
      GetServerCertificate GetServiceLinkedRoleDeletionStatus GetSSHPublicKey GetUser GetUserPolicy ListAccessKeys
      ListAttachedGroupPolicies ListAttachedRolePolicies ListAttachedUserPolicies ListEntitiesForPolicy
      ListGroupPolicies ListGroupsForUser ListInstanceProfilesForRole ListInstanceProfileTags ListMFADevices
      ListMFADeviceTags ListOpenIDConnectProviderTags ListPoliciesGrantingServiceAccess ListPolicyTags
      ListPolicyVersions ListRolePolicies ListRoleTags ListSAMLProviderTags ListServerCertificateTags
      ListServiceSpecificCredentials ListSigningCertificates ListSSHPublicKeys ListUserPolicies ListUserTags PassRole
      PutGroupPolicy PutRolePermissionsBoundary PutRolePolicy PutUserPermissionsBoundary PutUserPolicy
      RejectDelegationRequest RemoveClientIDFromOpenIDConnectProvider RemoveRoleFromInstanceProfile
      RemoveUserFromGroup ResetServiceSpecificCredential ResyncMFADevice SendDelegationToken SetDefaultPolicyVersion
      SimulatePrincipalPolicy TagInstanceProfile TagMFADevice TagOpenIDConnectProvider TagPolicy TagRole
      TagSAMLProvider TagServerCertificate TagUser UntagInstanceProfile UntagMFADevice UntagOpenIDConnectProvider
      UntagPolicy UntagRole UntagSAMLProvider UntagServerCertificate UntagUser UpdateAccessKey UpdateAssumeRolePolicy
      UpdateGroup UpdateLoginProfile UpdateOpenIDConnectProviderThumbprint UpdateRole UpdateRoleDescription
      UpdateSAMLProvider UpdateServerCertificate UpdateServiceSpecificCredential UpdateSigningCertificate
      UpdateSSHPublicKey UpdateUser UploadServerCertificate UploadSigningCertificate UploadSSHPublicKey
      """,
    onEverything: """
      CreateAccountAlias DeleteAccountAlias DeleteAccountPasswordPolicy DeleteCloudFrontPublicKey
      DisableOrganizationsRootCredentialsManagement DisableOrganizationsRootSessions
      DisableOutboundWebIdentityFederation EnableOrganizationsRootCredentialsManagement
      EnableOrganizationsRootSessions EnableOutboundWebIdentityFederation GenerateCredentialReport
      GetAccountAuthorizationDetails GetAccountEmailAddress GetAccountName GetAccountPasswordPolicy
      GetAccountProperties GetAccountSummary GetCloudFrontPublicKey GetContextKeysForCustomPolicy GetCredentialReport
      GetOrganizationsAccessReport GetOutboundWebIdentityFederationInfo GetServiceLastAccessedDetails
      GetServiceLastAccessedDetailsWithEntities ListAccountAliases ListCloudFrontPublicKeys ListDelegationRequests
      ListGroups ListInstanceProfiles ListOpenIDConnectProviders ListOrganizationsFeatures ListPolicies ListRoles
      ListSAMLProviders ListServerCertificates ListSTSRegionalEndpointsStatus ListUsers ListVirtualMFADevices
      PutAccountProperties SetSecurityTokenServicePreferences SetSTSRegionalEndpointStatus SimulateCustomPolicy
      UpdateAccountEmailAddress UpdateAccountName UpdateAccountPasswordPolicy UpdateCloudFrontPublicKey
      UploadCloudFrontPublicKey
      """),
  "kms": ServiceActions(
    onResources: """
      CancelKeyDeletion CreateAlias CreateGrant Decrypt DeleteAlias DeleteImportedKeyMaterial DeriveSharedSecret
      DescribeKey DisableKey DisableKeyRotation EnableKey EnableKeyRotation Encrypt GenerateDataKey
      GenerateDataKeyPair GenerateDataKeyPairWithoutPlaintext GenerateDataKeyWithoutPlaintext GenerateMac
      GetKeyLastUsage GetKeyPolicy GetKeyRotationStatus GetParametersForImport GetPublicKey ImportKeyMaterial
      ListGrants ListKeyPolicies ListKeyRotations ListResourceTags PutKeyPolicy ReEncryptFrom ReEncryptTo ReplicateKey
      RetireGrant RevokeGrant RotateKeyOnDemand ScheduleKeyDeletion Sign SynchronizeMultiRegionKey TagResource
      UntagResource UpdateAlias UpdateKeyDescription UpdatePrimaryRegion Verify VerifyMac
      """,
    onEverything: """
      ConnectCustomKeyStore CreateCustomKeyStore CreateKey DeleteCustomKeyStore DescribeCustomKeyStores
      DisconnectCustomKeyStore GenerateRandom ListAliases ListKeys ListRetirableGrants UpdateCustomKeyStore
      """),
  "secretsmanager": ServiceActions(
    onResources: """
      CancelRotateSecret CreateSecret DeleteResourcePolicy DeleteSecret DescribeSecret GetResourcePolicy
      GetSecretValue ListSecretVersionIds PutResourcePolicy PutSecretValue RemoveRegionsFromReplication
      ReplicateSecretToRegions RestoreSecret RotateSecret StopReplicationToReplica TagResource UntagResource
      UpdateSecret UpdateSecretVersionStage ValidateResourcePolicy
      """,
    onEverything: "BatchGetSecretValue GetRandomPassword ListSecrets"),
  "ssm": ServiceActions(
    onResources: """
      AddTagsToResource AssociateOpsItemRelatedItem CancelMaintenanceWindowExecution CreateAssociation
      CreateAssociationBatch CreateCloudConnector CreateDocument CreateResourceDataSync DeleteAssociation
      DeleteCloudConnector DeleteDocument DeleteMaintenanceWindow DeleteOpsItem DeleteOpsMetadata DeleteParameter
      DeleteParameters DeletePatchBaseline DeleteResourceDataSync DeleteResourcePolicy DeregisterManagedInstance
      DeregisterPatchBaselineForPatchGroup DeregisterTargetFromMaintenanceWindow DeregisterTaskFromMaintenanceWindow
      DescribeAssociation DescribeAssociationExecutions DescribeAssociationExecutionTargets
      DescribeAutomationStepExecutions DescribeDocument DescribeDocumentParameters DescribeDocumentPermission
      DescribeEffectiveInstanceAssociations DescribeEffectivePatchesForPatchBaseline
      DescribeInstanceAssociationsStatus DescribeInstancePatches DescribeInstancePatchStates
      DescribeMaintenanceWindowExecutions DescribeMaintenanceWindowTargets DescribeMaintenanceWindowTasks
      DisassociateOpsItemRelatedItem GetAccessToken GetAutomationExecution GetCalendar GetCalendarState
      GetCloudConnector GetConnectionStatus GetDefaultPatchBaseline GetDocument GetMaintenanceWindow
      GetMaintenanceWindowTask GetOpsItem GetOpsMetadata GetOpsSummary GetParameter GetParameterHistory GetParameters
      GetParametersByPath GetPatchBaseline GetResourcePolicies GetServiceSetting LabelParameterVersion
      ListAssociationVersions ListDocumentMetadataHistory ListDocumentVersions ListInstanceAssociations ListNodes
      ListNodesSummary ListTagsForResource ModifyDocumentPermission PutCalendar PutComplianceItems PutParameter
      PutResourcePolicy RegisterDefaultPatchBaseline RegisterPatchBaselineForPatchGroup
      RegisterTargetWithMaintenanceWindow RegisterTaskWithMaintenanceWindow RemoveTagsFromResource
      RequestManagedInstanceRoleToken ResetServiceSetting ResumeSession SendAutomationSignal SendCommand
      StartAccessRequest StartAssociationsOnce StartAutomationExecution StartChangeRequestExecution StartSession
      StopAutomationExecution TerminateSession UnlabelParameterVersion UpdateAssociation UpdateAssociationStatus
      UpdateCloudConnector UpdateDocument UpdateDocumentDefaultVersion UpdateDocumentMetadata
      UpdateInstanceAssociationStatus UpdateInstanceInformation UpdateMaintenanceWindow UpdateMaintenanceWindowTarget
      UpdateMaintenanceWindowTask UpdateManagedInstancePublicKey UpdateManagedInstanceRole UpdateOpsItem
      UpdateOpsMetadata UpdatePatchBaseline UpdateResourceDataSync UpdateServiceSetting ValidateCloudConnector
      """,
    onEverything: """
      CancelCommand CreateActivation CreateMaintenanceWindow CreateOpsItem CreateOpsMetadata CreatePatchBaseline
      DeleteActivation DeleteInventory DescribeActivations DescribeAutomationExecutions DescribeAvailablePatches
      DescribeInstanceInformation DescribeInstancePatchStatesForPatchGroup DescribeInstanceProperties
      DescribeInventoryDeletions DescribeMaintenanceWindowExecutionTaskInvocations
      DescribeMaintenanceWindowExecutionTasks DescribeMaintenanceWindows DescribeMaintenanceWindowSchedule
      DescribeMaintenanceWindowsForTarget DescribeOpsItems DescribeParameters DescribePatchBaselines
      DescribePatchGroups DescribePatchGroupState DescribePatchProperties DescribeSessions ExecuteApi
      GetCommandInvocation GetDeployablePatchSnapshotForInstance GetExecutionPreview GetInventory GetInventorySchema
      GetMaintenanceWindowExecution GetMaintenanceWindowExecutionTask GetMaintenanceWindowExecutionTaskInvocation
      GetManifest GetPatchBaselineForPatchGroup ListAssociations ListCloudConnectors ListCommandInvocations
      ListCommands ListComplianceItems ListComplianceSummaries ListDocuments ListInventoryEntries ListOpsItemEvents
      ListOpsItemRelatedItems ListOpsMetadata ListResourceComplianceSummaries ListResourceDataSync
      PutConfigurePackageResult PutInventory RegisterManagedInstance StartExecutionPreview
      """),
  "sts": ServiceActions(
    onResources: """
      AssumeRole AssumeRoleWithSAML AssumeRoleWithWebIdentity AssumeRoot GetFederationToken SetContext
      SetSourceIdentity TagSession
      """,
    onEverything: """
      DecodeAuthorizationMessage GetAccessKeyInfo GetCallerIdentity GetDelegatedAccessToken GetServiceBearerToken
      GetSessionToken GetWebIdentityToken TagGetWebIdentityToken
      """),
]
