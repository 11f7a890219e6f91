extension MathExpression {
  /// The time series that the expression comes to, one value for each period of the inputs.
  public func values(
    of inputs: MathInputs, reading: MathReading = .omittingMissing
  ) throws(MathError) -> [Double?] {
    let evaluator = MathEvaluator(inputs: inputs, reading: reading)
    guard let series = try evaluator.value(of: self, below: []).series else { throw .notOneSeries }
    return series
  }
}

/// Computes expressions over the same inputs.
struct MathEvaluator {
  let inputs: MathInputs
  let reading: MathReading

  /// - Parameter ids: The expressions that are being computed, none of which may be read again.
  func value(of expression: MathExpression, below ids: Set<String>) throws(MathError) -> MathValue {
    switch expression {
    case .number(let number): return .scalar(number)
    case .id(let id): return try value(of: id, below: ids)
    case .text, .word: throw .notOneSeries
    case .list(let elements):
      var list: [[Double?]] = []
      for element in elements {
        guard let series = try value(of: element, below: ids).list else { throw .notOneSeries }
        list += series
      }
      return .list(list)
    case .negative(let operand): return try value(of: operand, below: ids).mapValues { -$0 }
    case .operation(let left, let sign, let right):
      return try sign.join(try value(of: left, below: ids), try value(of: right, below: ids))
    case .call(let name, let arguments):
      guard let function = MathFunction(rawValue: name) else { throw .unknownFunction(name) }
      return try value(of: function, arguments, below: ids)
    }
  }

  private func value(of id: String, below ids: Set<String>) throws(MathError) -> MathValue {
    if let metric = inputs.metrics.first(where: { $0.id == id }) { return .series(metric.values) }
    guard let expression = inputs.expressions[id] else { throw .unknownID(id) }
    guard !ids.contains(id) else { throw .cycle(id) }
    return try value(of: expression, below: ids.union([id]))
  }
}

extension AlarmThreshold {
  /// Evaluates an alarm on metric math: for each length of the evaluation range and each reading of the expression that AWS's
  /// documents allow for.
  ///
  /// The expression sees the datapoints of the evaluation range only, so that `FILL` fills them and `AVG` is over them.
  ///
  /// Source: https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/using-metric-math.html
  public func evaluate(
    _ expression: MathExpression, of inputs: MathInputs, rule: DatapointRule
  ) throws(MathError) -> AlarmVerdict {
    var verdicts: [AlarmVerdict] = []
    for length in rule.rangeLengths {
      var seen: Set<[Double?]> = []
      for reading in MathReading.all {
        let values = try expression.values(of: inputs.suffix(length), reading: reading)
        guard seen.insert(values).inserted else { continue }
        let datapoints = values.map { datapoint($0) }
        verdicts.append(
          AlarmVerdict(rule.treatments.map { rule.evaluate(datapoints, rangeLength: length, $0) }))
      }
    }
    return .combining(verdicts)
  }
}
