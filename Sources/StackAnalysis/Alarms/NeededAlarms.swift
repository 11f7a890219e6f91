package import AWSModel
package import TerraformModel

/// Which of the alarms that resources need a stack has.
package struct NeededAlarms {
  private let stack: DeclaredStack
  /// The readings of each metric, on whichever side of its threshold the alarm fires.
  private var readings: [MetricName: [MetricReading]] = [:]
  /// The expressions of alarms, which may query any metric of a namespace.
  private var queries: [String] = []

  private struct MetricName: Hashable {
    let namespace: String
    let name: String
  }

  package init(_ stack: DeclaredStack) {
    self.stack = stack
    for reading in stack.metricReadings {
      readings[MetricName(namespace: reading.namespace, name: reading.name), default: []].append(reading)
    }
    for alarm in stack.managed(MetricAlarm.type) {
      for query in alarm.block["metric_query"]?.nestedBlocks ?? [] {
        if let expression = query["expression"]?.text(in: stack) { queries.append(expression) }
      }
    }
  }

  /// Whether a resource needs an alarm and has none.
  ///
  /// - Throws: Where it cannot be told whether the resource needs it, or whether an alarm is about the resource.
  package func isMissing(
    _ needed: NeededAlarm, of declaration: Declaration, _ facts: ResourceFacts
  ) throws(DecodingFailure) -> Bool {
    var possible: DecodingFailure?
    for metric in needed.metrics {
      for reading in readings[MetricName(namespace: metric.namespace, name: metric.name)] ?? []
      where reading.fires(metric.side) {
        switch concerns(reading, declaration, facts) {
        case .yes: return false
        case .unknown(let failure): possible = possible ?? failure
        case .no: continue
        }
      }
    }
    let namespaces = Set(needed.metrics.map(\.namespace))
    if queries.contains(where: { query in namespaces.contains { query.contains($0) } }) { return false }
    guard try isNeeded(needed, by: declaration) else { return false }
    if let possible { throw possible }
    if let undecided = stack.undecidedAlarms.first(where: { $0.mayRead(needed) }) {
      throw AlarmIndex.undecided(undecided.alarm)
    }
    return true
  }

  /// The alarms that are known to read a metric of a resource, or of a part of it, in the order of declaration.
  func alarms(about declaration: Declaration, _ facts: ResourceFacts) -> [Declaration] {
    let namespaces = Set(facts.namespaces.map(\.name))
    let meant = stack.metricReadings.filter { reading in
      guard namespaces.contains(reading.namespace), case .yes = concerns(reading, declaration, facts) else {
        return false
      }
      return true
    }
    var seen: Set<Address> = []
    return meant.map(\.alarm).filter { seen.insert($0.address).inserted }
  }

  private enum Answer {
    case yes, no
    case unknown(DecodingFailure)
  }

  /// Whether an alarm reads a metric of the resource, or of a part of it.
  private func concerns(_ reading: MetricReading, _ declaration: Declaration, _ facts: ResourceFacts) -> Answer {
    // A metric of what reads from the resource, such as a function.
    guard facts.namespaces.contains(where: { $0.name == reading.namespace }) else { return .yes }
    guard let dimensions = reading.dimensions else {
      return reading.references.contains { owner(of: $0) == declaration.address }
        ? .yes : .unknown(undecided(reading.alarm))
    }
    var isUndecided = false
    for (name, value) in dimensions {
      for dimension in NamedDimension.named(name, in: reading.namespace) {
        if value.references.contains(where: { owner(of: $0) == declaration.address }) { return .yes }
        if dimension.type == declaration.address.type, isName(value, of: declaration, dimension) { return .yes }
        if isPart(value, dimension, of: declaration) { return .yes }
      }
      if value.isUndecided, value.references.isEmpty { isUndecided = true }
    }
    return isUndecided ? .unknown(undecided(reading.alarm)) : .no
  }

  /// The resource that a reference is to, or of which that is a part.
  private func owner(of reference: Reference) -> Address? {
    guard let target = stack.declaration(at: reference.address) else { return nil }
    return whole(of: target)?.address ?? target.address
  }

  private func isName(_ value: Text, of declaration: Declaration, _ dimension: NamedDimension) -> Bool {
    guard let word = stack.resolved(value),
      let argument = dimension.attributes.first(where: { declaration.block[$0] != nil }),
      let name = declaration.block[argument]?.text(in: stack)
    else { return false }
    return word == name || dimension.isMadeByAWS && word.hasPrefix("\(name)-")
  }

  /// Whether a dimension names an instance of the cluster.
  private func isPart(_ value: Text, _ dimension: NamedDimension, of declaration: Declaration) -> Bool {
    guard ResourceCatalog.aws.facts[dimension.type]?.memberOf != nil else { return false }
    return stack.managed(dimension.type).contains { part in
      isName(value, of: part, dimension) && whole(of: part)?.address == declaration.address
    }
  }

  /// The cluster of an instance.
  private func whole(of part: Declaration) -> Declaration? {
    guard let argument = ResourceCatalog.aws.facts[part.address.type]?.memberOf,
      case .text(let text)? = part.block[argument]
    else { return nil }
    return stack.target(of: text)
  }

  /// Whether a resource is one of those that need an alarm.
  ///
  /// - Throws: Where the argument that decides it is not known.
  func isNeeded(_ needed: NeededAlarm, by declaration: Declaration) throws(DecodingFailure) -> Bool {
    switch needed.need {
    case .always: true
    case .with(let argument): declaration.block[argument] != nil
    case .unless(let first, let second): declaration.block[first] == nil && declaration.block[second] == nil
    case .word(let argument, let words, let orAbsent):
      try BlockDecoder(declaration.block).stringIfPresent(argument).map(words.contains) ?? orAbsent
    }
  }

  private func undecided(_ alarm: Declaration) -> DecodingFailure {
    DecodingFailure(argument: "dimensions", reason: .knownAfterApply).asEvidence(alarm)
  }
}

extension MetricReading {
  /// Whether the alarm fires on a side of its threshold. Of an expression we do not know, so it may.
  fileprivate func fires(_ side: NeededAlarm.Side) -> Bool {
    threshold.map { $0.firesOnHighValues == (side == .high) } ?? true
  }
}

extension UndecidedAlarm {
  /// Whether what is known of it leaves open that it reads one of the metrics.
  fileprivate func mayRead(_ needed: NeededAlarm) -> Bool {
    needed.metrics.contains { metric in
      (namespace ?? metric.namespace) == metric.namespace && (name ?? metric.name) == metric.name
    }
  }
}
