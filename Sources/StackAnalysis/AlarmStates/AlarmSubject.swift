import AWSModel
package import AlarmEvaluation
package import TerraformModel

/// An alarm, as far as it determines its state.
package enum AlarmSubject {
  /// Datapoints that are breaching or not, as an alarm without a threshold.
  case datapoints(DatapointRule)
  case metric(MetricAlarmSubject)
  case composite(name: String, AlarmCondition)
}

/// A metric alarm, as far as it decides its state.
package struct MetricAlarmSubject {
  package let name: String
  /// `nil` for an alarm on anomalies: what CloudWatch expects is not known.
  package let threshold: AlarmThreshold?
  package let rule: DatapointRule
  /// In seconds.
  package let period: Int
  package let math: Math?
  /// The samples that its percentile needs, if the alarm ignores periods with fewer.
  package let neededSamples: PercentileSamples?

  /// The expression that it watches.
  package struct Math {
    package let result: MathExpression
    package let metrics: [String]
    package let expressions: [String: MathExpression]
  }
}

extension AlarmSubject {
  /// A declared alarm, read from its block, so that raw resources work as well.
  ///
  /// - Parameter changes: Settings that replace the alarm's own.
  package init(
    _ alarm: Declaration, in stack: DeclaredStack, changes: RuleChanges = RuleChanges()
  ) throws(AlarmReadingError) {
    let arguments = AlarmArguments(alarm: alarm.resource.name, values: alarm.block.asMap, stack: stack)
    if alarm.address.type == CompositeAlarm.type {
      let rule = try arguments.required("alarm_rule", arguments.text("alarm_rule"))
      self = .composite(name: alarm.resource.name, AlarmCondition(try arguments.parsed(CompositeRule.init, rule)))
    } else {
      self = .metric(try MetricAlarmSubject(arguments, changes))
    }
  }
}

/// Why an alarm's state cannot be determined.
package enum AlarmReadingError: Error {
  /// An argument is not known before Terraform runs, or is not one that CloudWatch accepts.
  case undetermined(argument: String, alarm: String)
  /// An expression, or the rule of a composite alarm, is not valid.
  case unparsable(alarm: String, SyntaxError)
  /// No alarm has so many datapoints.
  case badRule(DatapointRuleError)
}

/// Settings that a command line gives in place of an alarm's.
package struct RuleChanges {
  package var periods: Int?
  package var datapoints: Int?
  package var missing: MissingDataTreatment?

  package init(periods: Int? = nil, datapoints: Int? = nil, missing: MissingDataTreatment? = nil) {
    self.periods = periods
    self.datapoints = datapoints
    self.missing = missing
  }
}

extension MetricAlarmSubject {
  fileprivate init(_ arguments: AlarmArguments, _ changes: RuleChanges) throws(AlarmReadingError) {
    name = arguments.alarm
    let queries = arguments.nested("metric_query")
    let metrics = queries.flatMap { $0.nested("metric") }
    let periods = try arguments.required(
      "evaluation_periods", changes.periods ?? arguments.integer("evaluation_periods"))
    // The provider takes 0 for "as many as there are periods".
    let declared = arguments.integer("datapoints_to_alarm").flatMap { $0 == 0 ? nil : $0 }
    let datapoints = changes.datapoints ?? declared
    let namespaces = [arguments.text("namespace")] + metrics.map { $0.text("namespace") }
    let missing = if let missing = changes.missing { missing } else { try arguments.missingData }
    rule = try datapointRule(
      periods: periods, datapoints: datapoints, missing: missing,
      isOnDynamoDB: namespaces.contains("AWS/DynamoDB"))
    threshold = try arguments.threshold
    period = arguments.integer("period") ?? metrics.compactMap { $0.integer("period") }.first ?? 60
    math = queries.isEmpty ? nil : try arguments.math(queries)
    neededSamples = arguments.neededSamples
  }
}

/// - Throws: If there is no such rule.
package func datapointRule(
  periods: Int, datapoints: Int?, missing: MissingDataTreatment, isOnDynamoDB: Bool = false
) throws(AlarmReadingError) -> DatapointRule {
  do throws(DatapointRuleError) {
    return try DatapointRule(
      periods: periods, datapointsToAlarm: datapoints, missingData: missing, isOnDynamoDB: isOnDynamoDB)
  } catch {
    throw AlarmReadingError.badRule(error)
  }
}

/// The arguments of an alarm, or of a block in it, as far as they are known before Terraform runs.
private struct AlarmArguments {
  let alarm: String
  let values: [String: Value]
  let stack: DeclaredStack

  func text(_ name: String) -> String? {
    switch values[name] {
    case .text(let text): stack.resolved(text)
    case .literal(let literal): literal
    case .integer(let integer): String(integer)
    case .number(let number): String(number)
    case .bool(let bool): String(bool)
    case .address, .list, .map, .literalMap, .blocks, .json, nil: nil
    }
  }

  func number(_ name: String) -> Double? { text(name).flatMap { Double($0) } }

  func integer(_ name: String) -> Int? { number(name).flatMap { Int(exactly: $0) } }

  func nested(_ name: String) -> [AlarmArguments] { nested(values[name]) }

  private func nested(_ value: Value?) -> [AlarmArguments] {
    switch value {
    case .blocks(let blocks): blocks.map { AlarmArguments(alarm: alarm, values: $0.asMap, stack: stack) }
    case .list(let values): values.flatMap { nested($0) }
    case .map(let values): [AlarmArguments(alarm: alarm, values: values, stack: stack)]
    case .text, .literal, .integer, .number, .bool, .address, .literalMap, .json, nil: []
    }
  }

  func required<T>(_ name: String, _ value: T?) throws(AlarmReadingError) -> T {
    guard let value else { throw AlarmReadingError.undetermined(argument: name, alarm: alarm) }
    return value
  }

  func parsed<Tree>(_ parse: (String) throws(SyntaxError) -> Tree, _ text: String) throws(AlarmReadingError) -> Tree {
    do throws(SyntaxError) { return try parse(text) } catch {
      throw AlarmReadingError.unparsable(alarm: alarm, error)
    }
  }

  var missingData: MissingDataTreatment {
    get throws(AlarmReadingError) {
      guard let word = text("treat_missing_data") else { return .missing }
      return try required("treat_missing_data", MissingDataTreatment(rawValue: word))
    }
  }

  var threshold: AlarmThreshold? {
    get throws(AlarmReadingError) {
      func limit() throws(AlarmReadingError) -> Double { try required("threshold", number("threshold")) }
      switch text("comparison_operator") {
      case "GreaterThanThreshold": return .greaterThan(try limit())
      case "GreaterThanOrEqualToThreshold": return .greaterThanOrEqualTo(try limit())
      case "LessThanThreshold": return .lessThan(try limit())
      case "LessThanOrEqualToThreshold": return .lessThanOrEqualTo(try limit())
      case "LessThanLowerOrGreaterThanUpperThreshold", "GreaterThanUpperThreshold", "LessThanLowerThreshold": return nil
      default: throw AlarmReadingError.undetermined(argument: "comparison_operator", alarm: alarm)
      }
    }
  }

  func math(_ queries: [AlarmArguments]) throws(AlarmReadingError) -> MetricAlarmSubject.Math {
    var metrics: [String] = []
    var expressions: [String: MathExpression] = [:]
    var result: MathExpression?
    for query in queries {
      let id = try required("metric_query.id", query.text("id"))
      let returnsData = query.text("return_data") == "true" || queries.count == 1
      if query.values["metric"] != nil {
        metrics.append(id)
        if returnsData { result = .id(id) }
        continue
      }
      let text = try required("metric_query.expression", query.text("expression"))
      let expression = MathExpression(try parsed(MetricExpression.init, text))
      expressions[id] = expression
      if returnsData { result = expression }
    }
    return MetricAlarmSubject.Math(
      result: try required("metric_query.return_data", result), metrics: metrics, expressions: expressions)
  }

  var neededSamples: PercentileSamples? {
    guard text("evaluate_low_sample_count_percentiles") == "ignore", let statistic = text("extended_statistic"),
      statistic.hasPrefix("p"), let percentile = Double(statistic.dropFirst())
    else { return nil }
    return PercentileSamples(percentile: percentile)
  }
}
