/// What of a stack somebody is told of when it falls silent: the resources whose metrics an alarm reads that fires
/// without data.
struct SilenceAlarms {
  private(set) var watched: Set<Address> = []
  /// Whether anything that the stack's alarms read would be missed, declared here or not.
  private(set) var watchesAnything = false

  init(_ stack: DeclaredStack) {
    let resources = NamedResources(stack)
    let emitters = EmitterIndex(stack)
    var noticing: [Address: Bool] = [:]
    for reading in stack.metricReadings {
      let address = reading.alarm.address
      let notices = noticing[address] ?? reading.alarm.noticesSilence
      noticing[address] = notices
      guard notices, MetricCatalogue.namespaces[reading.namespace]?.ignoresMissingData != true,
        let dimensions = reading.dimensions
      else { continue }
      watchesAnything = true
      for name in dimensions.keys {
        if let resource = resources.declaration(name, of: reading) { watched.insert(resource.address) }
      }
      if !MetricCatalogue.isOfAWS(reading.namespace) {
        let series = MetricSeries(
          region: reading.alarm.region, namespace: reading.namespace, name: reading.name,
          dimensions: dimensions.mapValues { stack.simplified($0) })
        if let emitter = emitters[series] { watched.insert(emitter.address) }
      }
    }
  }
}

extension Declaration {
  /// Whether an alarm tells somebody when there is no data: it counts that as bad, it fills the gaps of a value that may
  /// be too low, or somebody is told of a lack of data itself.
  fileprivate var noticesSilence: Bool {
    let treatment = block["treat_missing_data"]?.word ?? MissingData.missing.rawValue
    if treatment == MissingData.breaching.rawValue { return true }
    if treatment == MissingData.missing.rawValue, let actions = block["insufficient_data_actions"]?.count {
      return actions > 0
    }
    guard block["comparison_operator"]?.word?.hasPrefix("LessThan") == true,
      case .blocks(let queries) = block["metric_query"]
    else { return false }
    return queries.contains { $0["expression"]?.word?.contains("FILL(") == true }
  }
}
