/// Tells somebody when other alarms are in a certain state together (`aws_cloudwatch_composite_alarm`).
public struct CompositeAlarm: Alarm {
  public static let type = "aws_cloudwatch_composite_alarm"
  public static let namingRule: NamingRule? = .alarm

  public let name: String
  public var physicalName: PhysicalName
  /// `alarm_rule`
  public var rule: AlarmRule
  /// `alarm_actions`: who is told when it fires. At most five, in the alarm's own region.
  public var alarmActions: [ARN<Topic>]
  /// `ok_actions`: who is told when it is over.
  public var okActions: [ARN<Topic>]
  /// `alarm_description`: what it means and what to do, for whoever is woken. At most 1,024 characters.
  public var description: String?

  public init(
    _ name: String, named physicalName: PhysicalName = .conventional, when rule: AlarmRule,
    notify alarmActions: [ARN<Topic>], whenOver okActions: [ARN<Topic>] = [], description: String? = nil
  ) {
    self.name = name
    self.physicalName = physicalName
    self.rule = rule
    self.alarmActions = alarmActions
    self.okActions = okActions
    self.description = description
  }

  public func encode(into block: inout Block) {
    block.set("alarm_description", description)
    block.set("alarm_rule", rule)
    if !alarmActions.isEmpty { block.set("alarm_actions", alarmActions) }
    if !okActions.isEmpty { block.set("ok_actions", okActions) }
  }
}

extension CompositeAlarm: ReadableResource {
  public init(named name: String, reading block: BlockReader) throws(Unreadable) {
    let text = try block.text("alarm_rule")
    self.init(
      name, when: .written(text), notify: try block.arns("alarm_actions"), whenOver: try block.arns("ok_actions"),
      description: try block.stringIfAny("alarm_description"))
  }
}
