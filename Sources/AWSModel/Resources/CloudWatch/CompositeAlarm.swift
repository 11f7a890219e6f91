public import TerraformModel

/// An alarm that fires on a combination of the states of other alarms (`aws_cloudwatch_composite_alarm`).
public struct CompositeAlarm: ResourceModel, Alarm {
  public static let type = "aws_cloudwatch_composite_alarm"

  public let name: String
  public var physicalName: PhysicalName
  /// `alarm_rule`
  public var rule: AlarmRule
  /// `alarm_actions`: the topics it notifies when it fires. At most five, in the alarm's own region.
  public var alarmActions: [ARN<Topic>]
  /// `ok_actions`: the topics it notifies when it returns to OK.
  public var okActions: [ARN<Topic>]
  /// `alarm_description`: what it means and what to do, for its recipients. At most 1,024 characters.
  public var description: String?

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, when rule: AlarmRule,
    notify alarmActions: [ARN<Topic>], okActions: [ARN<Topic>] = [], description: String? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.rule = rule
    self.alarmActions = alarmActions
    self.okActions = okActions
    self.description = description
  }

  /// `create_before_destroy`: CloudWatch refuses to delete an alarm that a composite alarm still reads, and without it
  /// Terraform deletes the alarm before it updates the composite one.
  ///
  /// Source: https://github.com/hashicorp/terraform-provider-aws/issues/34807
  public var lifecycle: Lifecycle { Lifecycle(createBeforeDestroy: true) }

  public static let arguments = ArgumentTable<CompositeAlarm> { table in
    table.add("alarm_description", \.description, .characters(0...1_024))
    table.add("alarm_rule", \.rule, .characters(1...10_240))
    table.add("alarm_actions", \.alarmActions, .count(0...5), .arn)
    table.add("ok_actions", \.okActions, .count(0...5), .arn)
    table.unmodeled("insufficient_data_actions", .count(0...5), .arn)
    table.constraint(
      "has an actions suppressor without an alarm, a wait period or an extension period",
      fix: "set `alarm`, `wait_period` and `extension_period` in `actions_suppressor`"
    ) { alarm in
      alarm.blocks("actions_suppressor").allSatisfy { suppressor in
        ["alarm", "wait_period", "extension_period"].allSatisfy(suppressor.has)
      }
    }
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutCompositeAlarm.html",
    name: .alarm, iamPrefix: "cloudwatch", calls: .alarm, removal: .alarm)
}

extension CompositeAlarm: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    let text = try block.text("alarm_rule")
    self.init(
      name, when: .written(text), notify: try block.arns("alarm_actions"), okActions: try block.arns("ok_actions"),
      description: try block.stringIfPresent("alarm_description"))
  }
}
