import TerraformModel

/// A value computed from several metrics: an alarm's `metric_query` blocks, of which exactly the expression returns data.
public struct MetricMath: Hashable, Sendable {
  /// In CloudWatch's metric math over the ids of the inputs, such as `100 * errors / requests`.
  public var expression: String
  public var label: String
  public var inputs: [Input]
  /// What it means that no data arrives.
  public var missingDataMeaning: MissingDataMeaning

  /// One metric that the expression reads.
  public struct Input: Hashable, Sendable {
    /// What the expression calls it: lower-case letter first, then letters, digits and `_`.
    public var id: String
    public var metric: Metric
    public var statistic: Statistic

    package init(id: String, metric: Metric, statistic: Statistic) {
      self.id = id
      self.metric = metric
      self.statistic = statistic
    }
  }

  public init(
    _ expression: String, label: String, of inputs: KeyValuePairs<String, (Metric, Statistic)>,
    missingDataMeaning: MissingDataMeaning
  ) {
    self.expression = expression
    self.label = label
    self.inputs = inputs.map { Input(id: $0.key, metric: $0.value.0, statistic: $0.value.1) }
    self.missingDataMeaning = missingDataMeaning
  }

  /// The `metric_query` blocks: the expression first, then its inputs.
  func queries(over period: Period) -> Value {
    let result: Block = [
      "id": "result", "expression": expression.value, "label": label.value, "return_data": true,
    ]
    return .blocks(
      [result]
        + inputs.map { input in
          ["id": input.id.value, "metric": .blocks([input.metric.query(input.statistic, over: period)])]
        })
  }
}

extension Metric {
  /// The `metric` block of a `metric_query`.
  func query(_ statistic: Statistic, over period: Period) -> Block {
    var block: Block = ["namespace": namespace.value, "metric_name": name.value]
    if !dimensions.isEmpty { block.set("dimensions", dimensions) }
    block.set("period", period)
    block.set("stat", statistic.word)
    return block
  }
}

extension MetricMath {
  /// One expression that returns data, over metrics that do not.
  static func reading(_ queries: [BlockDecoder]) throws(DecodingFailure) -> (math: MetricMath, period: Period) {
    var result: (expression: String, label: String)?
    var inputs: [Input] = []
    var period: Period?
    for query in queries {
      guard let metric = try query.nested("metric") else {
        let expression = try query.string("expression")
        guard result == nil else { throw query.error("expression", .unfit("a second one")) }
        result = (expression, try query.stringIfPresent("label") ?? expression)
        continue
      }
      let own = Period(seconds: try metric.integer("period"))
      guard period == nil || period == own else { throw metric.error("period", .unfit("different for each metric")) }
      period = own
      inputs.append(
        Input(
          id: try query.string("id"), metric: try Metric(reading: metric),
          statistic: try Statistic(reading: metric, "stat", "stat")))
    }
    guard let result, let period else { throw queries[0].error("expression", .missing) }
    var math = MetricMath(result.expression, label: result.label, of: [:], missingDataMeaning: .undeclared)
    math.inputs = inputs
    return (math, period)
  }
}
