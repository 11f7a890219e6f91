// swift-format-ignore-file
// Written by `infra-gen types` from the schema of hashicorp/aws 5.100.0.
public import InfraModel

/// `aws_budgets_budget`
///
/// https://registry.terraform.io/providers/hashicorp/aws/5.100.0/docs/resources/budgets_budget
public struct AWSBudgetsBudget: GeneratedResource {
  public static let type = "aws_budgets_budget"
  public static let mode = Address.Mode.managed
  public let label: String
  public let arguments: Block

  /// - Parameters:
  ///   - accountID: set by the provider where left out.
  ///   - limitAmount: set by the provider where left out.
  ///   - limitUnit: set by the provider where left out.
  ///   - name: set by the provider where left out.
  ///   - namePrefix: set by the provider where left out.
  ///   - tagsAll: set by the provider where left out.
  ///   - timePeriodStart: set by the provider where left out.
  public init(
    _ label: String,
    budgetType: Text,
    timeUnit: Text,
    accountID: Text? = nil,
    autoAdjustData: AutoAdjustData? = nil,
    costFilter: [CostFilter]? = nil,
    costTypes: CostTypes? = nil,
    limitAmount: Text? = nil,
    limitUnit: Text? = nil,
    name: Text? = nil,
    namePrefix: Text? = nil,
    notification: [Notification]? = nil,
    plannedLimit: [PlannedLimit]? = nil,
    tags: Map<Text>? = nil,
    tagsAll: Map<Text>? = nil,
    timePeriodEnd: Text? = nil,
    timePeriodStart: Text? = nil
  ) {
    self.label = label
    var block = Block()
    block.set("budget_type", budgetType)
    block.set("time_unit", timeUnit)
    block.set("account_id", accountID)
    block.nest("auto_adjust_data", autoAdjustData)
    block.nest("cost_filter", costFilter)
    block.nest("cost_types", costTypes)
    block.set("limit_amount", limitAmount)
    block.set("limit_unit", limitUnit)
    block.set("name", name)
    block.set("name_prefix", namePrefix)
    block.nest("notification", notification)
    block.nest("planned_limit", plannedLimit)
    block.set("tags", tags)
    block.set("tags_all", tagsAll)
    block.set("time_period_end", timePeriodEnd)
    block.set("time_period_start", timePeriodStart)
    self.arguments = block
  }

  public struct AutoAdjustData: GeneratedBlock {
    public let arguments: Block

    public init(autoAdjustType: Text, historicalOptions: HistoricalOptions? = nil) {
      var block = Block()
      block.set("auto_adjust_type", autoAdjustType)
      block.nest("historical_options", historicalOptions)
      self.arguments = block
    }
  }

  public struct HistoricalOptions: GeneratedBlock {
    public let arguments: Block

    public init(budgetAdjustmentPeriod: Number) {
      var block = Block()
      block.set("budget_adjustment_period", budgetAdjustmentPeriod)
      self.arguments = block
    }
  }

  public struct CostFilter: GeneratedBlock {
    public let arguments: Block

    public init(name: Text, values: List<Text>) {
      var block = Block()
      block.set("name", name)
      block.set("values", values)
      self.arguments = block
    }
  }

  public struct CostTypes: GeneratedBlock {
    public let arguments: Block

    public init(
      includeCredit: Flag? = nil,
      includeDiscount: Flag? = nil,
      includeOtherSubscription: Flag? = nil,
      includeRecurring: Flag? = nil,
      includeRefund: Flag? = nil,
      includeSubscription: Flag? = nil,
      includeSupport: Flag? = nil,
      includeTax: Flag? = nil,
      includeUpfront: Flag? = nil,
      useAmortized: Flag? = nil,
      useBlended: Flag? = nil
    ) {
      var block = Block()
      block.set("include_credit", includeCredit)
      block.set("include_discount", includeDiscount)
      block.set("include_other_subscription", includeOtherSubscription)
      block.set("include_recurring", includeRecurring)
      block.set("include_refund", includeRefund)
      block.set("include_subscription", includeSubscription)
      block.set("include_support", includeSupport)
      block.set("include_tax", includeTax)
      block.set("include_upfront", includeUpfront)
      block.set("use_amortized", useAmortized)
      block.set("use_blended", useBlended)
      self.arguments = block
    }
  }

  public struct Notification: GeneratedBlock {
    public let arguments: Block

    public init(
      comparisonOperator: Text,
      notificationType: Text,
      threshold: Number,
      thresholdType: Text,
      subscriberEmailAddresses: List<Text>? = nil,
      subscriberSNSTopicARNs: List<Text>? = nil
    ) {
      var block = Block()
      block.set("comparison_operator", comparisonOperator)
      block.set("notification_type", notificationType)
      block.set("threshold", threshold)
      block.set("threshold_type", thresholdType)
      block.set("subscriber_email_addresses", subscriberEmailAddresses)
      block.set("subscriber_sns_topic_arns", subscriberSNSTopicARNs)
      self.arguments = block
    }
  }

  public struct PlannedLimit: GeneratedBlock {
    public let arguments: Block

    public init(amount: Text, startTime: Text, unit: Text) {
      var block = Block()
      block.set("amount", amount)
      block.set("start_time", startTime)
      block.set("unit", unit)
      self.arguments = block
    }
  }

  public struct Declared: GeneratedDeclaration {
    public let declaredBlock: DeclaredBlock
    public init(_ declaredBlock: DeclaredBlock) { self.declaredBlock = declaredBlock }
    public var accountID: Text { declaredBlock.text("account_id") }
    public var arn: Text { declaredBlock.text("arn") }
    public var autoAdjustData: Expression { declaredBlock.expression("auto_adjust_data") }
    public var budgetType: Text { declaredBlock.text("budget_type") }
    public var costFilter: Expression { declaredBlock.expression("cost_filter") }
    public var costTypes: Expression { declaredBlock.expression("cost_types") }
    public var id: Text { declaredBlock.text("id") }
    public var limitAmount: Text { declaredBlock.text("limit_amount") }
    public var limitUnit: Text { declaredBlock.text("limit_unit") }
    public var name: Text { declaredBlock.text("name") }
    public var namePrefix: Text { declaredBlock.text("name_prefix") }
    public var notification: Expression { declaredBlock.expression("notification") }
    public var plannedLimit: Expression { declaredBlock.expression("planned_limit") }
    public var tags: Map<Text> { declaredBlock.map("tags") }
    public var tagsAll: Map<Text> { declaredBlock.map("tags_all") }
    public var timePeriodEnd: Text { declaredBlock.text("time_period_end") }
    public var timePeriodStart: Text { declaredBlock.text("time_period_start") }
    public var timeUnit: Text { declaredBlock.text("time_unit") }
  }
}
