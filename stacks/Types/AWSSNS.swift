// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_sns_platform_application`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/sns_platform_application
public struct AWSSNSPlatformApplication: GeneratedResource {
  public static let type = "aws_sns_platform_application"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - platformCredential: sensitive.
  ///   - platformPrincipal: sensitive.
  public init(
    _ label: String,
    name: Text,
    platform: Text,
    platformCredential: Text,
    applePlatformBundleID: Text? = nil,
    applePlatformTeamID: Text? = nil,
    eventDeliveryFailureTopicARN: Text? = nil,
    eventEndpointCreatedTopicARN: Text? = nil,
    eventEndpointDeletedTopicARN: Text? = nil,
    eventEndpointUpdatedTopicARN: Text? = nil,
    failureFeedbackRoleARN: Text? = nil,
    platformPrincipal: Text? = nil,
    successFeedbackRoleARN: Text? = nil,
    successFeedbackSampleRate: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("name", name)
    block.set("platform", platform)
    block.set("platform_credential", platformCredential)
    block.set("apple_platform_bundle_id", applePlatformBundleID)
    block.set("apple_platform_team_id", applePlatformTeamID)
    block.set("event_delivery_failure_topic_arn", eventDeliveryFailureTopicARN)
    block.set("event_endpoint_created_topic_arn", eventEndpointCreatedTopicARN)
    block.set("event_endpoint_deleted_topic_arn", eventEndpointDeletedTopicARN)
    block.set("event_endpoint_updated_topic_arn", eventEndpointUpdatedTopicARN)
    block.set("failure_feedback_role_arn", failureFeedbackRoleARN)
    block.set("platform_principal", platformPrincipal)
    block.set("success_feedback_role_arn", successFeedbackRoleARN)
    block.set("success_feedback_sample_rate", successFeedbackSampleRate)
    self.arguments = block
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var applePlatformBundleID: Text { declaredBlock.text("apple_platform_bundle_id") }
    public var applePlatformTeamID: Text { declaredBlock.text("apple_platform_team_id") }
    public var arn: Text { declaredBlock.text("arn") }
    public var eventDeliveryFailureTopicARN: Text { declaredBlock.text("event_delivery_failure_topic_arn") }
    public var eventEndpointCreatedTopicARN: Text { declaredBlock.text("event_endpoint_created_topic_arn") }
    public var eventEndpointDeletedTopicARN: Text { declaredBlock.text("event_endpoint_deleted_topic_arn") }
    public var eventEndpointUpdatedTopicARN: Text { declaredBlock.text("event_endpoint_updated_topic_arn") }
    public var failureFeedbackRoleARN: Text { declaredBlock.text("failure_feedback_role_arn") }
    public var id: Text { declaredBlock.text("id") }
    public var name: Text { declaredBlock.text("name") }
    public var platform: Text { declaredBlock.text("platform") }
    public var platformCredential: Text { declaredBlock.text("platform_credential") }
    public var platformPrincipal: Text { declaredBlock.text("platform_principal") }
    public var successFeedbackRoleARN: Text { declaredBlock.text("success_feedback_role_arn") }
    public var successFeedbackSampleRate: Text { declaredBlock.text("success_feedback_sample_rate") }
  }
}
