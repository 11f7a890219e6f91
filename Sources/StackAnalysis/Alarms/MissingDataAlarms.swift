import AWSModel
package import TerraformModel

/// The resources whose metrics an alarm reads that fires when data is missing.
package struct MissingDataAlarms {
  package private(set) var watched = Evidence<Address, Void>()
  /// Whether any alarm of the stack fires when data is missing, whatever it reads.
  package private(set) var watchesAnything = false

  package init(_ stack: DeclaredStack) {
    let resources = NamedResources(stack)
    let emitters = EmitterIndex(stack)
    var noticing: [Address: Result<Bool, DecodingFailure>] = [:]
    func notices(_ alarm: Declaration) -> Result<Bool, DecodingFailure> {
      if let known = noticing[alarm.address] { return known }
      let notices: Result<Bool, DecodingFailure>
      do throws(DecodingFailure) { notices = .success(try alarm.noticesMissingData) } catch {
        notices = .failure(error)
      }
      noticing[alarm.address] = notices
      return notices
    }
    for reading in stack.metricReadings {
      let notices = notices(reading.alarm)
      guard notices != .success(false), MetricCatalogue.namespaces[reading.namespace]?.ignoresMissingData != true else {
        continue
      }
      watchesAnything = true
      var read: [Address] = []
      var unclear: DecodingFailure?
      for (name, value) in reading.dimensions ?? [:] {
        if let resource = resources.declaration(name, of: reading) {
          read.append(resource.address)
        } else if value.isUndecided {
          unclear = DecodingFailure(argument: "dimensions.\(name)", reason: .knownAfterApply)
        }
      }
      if reading.dimensions == nil { unclear = DecodingFailure(argument: "dimensions", reason: .knownAfterApply) }
      if !MetricCatalogue.isOfAWS(reading.namespace), let dimensions = reading.dimensions {
        let series = MetricSeries(
          region: reading.alarm.region, namespace: reading.namespace, name: reading.name,
          dimensions: dimensions.mapValues { stack.simplified($0) })
        if let emitter = emitters[series] { read.append(emitter.address) }
      }
      switch notices {
      case .success:
        for address in read { watched.add(address) }
        if let unclear { watched.addUnclear(reading.alarm, unclear) }
      case .failure(let error):
        let known = Set(read)
        watched.addUnclear(reading.alarm, error) { [isUnclear = unclear != nil] in isUnclear || known.contains($0) }
      }
    }
    for undecided in stack.undecidedAlarms where notices(undecided.alarm) != .success(false) {
      watchesAnything = true
      watched.addUnclear(undecided.alarm, DecodingFailure(argument: "metric_name", reason: .knownAfterApply))
    }
  }
}

extension Declaration {
  /// Whether an alarm notifies when there is no data: it counts that as breaching, it fills the gaps of a value that may
  /// be too low, or it has actions for missing data.
  fileprivate var noticesMissingData: Bool {
    get throws(DecodingFailure) {
      let reader = BlockDecoder(block)
      let treatment = try reader.stringIfPresent("treat_missing_data") ?? MissingData.missing.rawValue
      if treatment == MissingData.breaching.rawValue { return true }
      if treatment == MissingData.missing.rawValue, let actions = block["insufficient_data_actions"] {
        if case .text(let text) = actions { try text.expectDecided(in: "insufficient_data_actions") }
        return actions.count ?? 0 > 0
      }
      guard let queries = block["metric_query"]?.nestedBlocks,
        queries.contains(where: { $0["expression"]?.word?.contains("FILL(") == true })
      else { return false }
      return try reader.stringIfPresent("comparison_operator")?.hasPrefix("LessThan") == true
    }
  }
}
