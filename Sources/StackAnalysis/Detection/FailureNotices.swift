package import AWSModel
import FailureDetection
package import TerraformModel

/// A function whose total failure notifies a subscriber too late, or no one.
package struct LateNotice {
  package let function: Subject<LambdaFunction>
  /// The simulated runs in which a call arrives.
  package let runs: Int
  /// In how many of them a subscriber is notified in time.
  package let inTime: Int
  /// An alarm that fires and notifies no one, where no other does.
  package let silentAlarm: String?
  /// Why it cannot be told: an alarm on the function may notice more than is known of it.
  package let doubt: DecodingFailure?
}

extension DeclaredStack {
  /// The functions with a known load whose total failure does not notify a subscriber in time in 19 of 20 simulated runs, in
  /// the order of declaration.
  ///
  /// - Parameter limit: The time from the first call that fails.
  package func lateNotices(ofTotalFailuresWithin limit: Duration) -> [LateNotice] {
    let functions = subjects(LambdaFunction.self)
    guard !functions.isEmpty else { return [] }
    let alarms = cached { AlarmsByResource($0) }
    let workloads = WorkloadBuilder(self)
    var memory = DetectionMemory()
    func detection(_ workload: Workload, _ watching: [WatchingAlarm]) -> Detection? {
      try? memory.detection(of: .allCallsFail, workload, by: watching, patience: limit.wholeSeconds)
    }
    return functions.compactMap { function in
      let watching = alarms[function.address]
      guard case .workload(let workload)? = workloads.workload(of: function.declaration, .function),
        let known = detection(workload, watching), !known.isInTime(limit)
      else { return nil }
      var doubt = doubt(about: function, alarms)
      if doubt == nil, let alarm = watching.first(where: alarms.isUndecided) {
        let notifying = watching.map { alarm in
          WatchingAlarm(alarm.name, alarm.condition, notifies: alarm.notifies || alarms.isUndecided(alarm))
        }
        if detection(workload, notifying)?.isInTime(limit) ?? false, let address = alarms.addresses[alarm.name] {
          doubt = DecodingFailure(
            argument: "alarm_actions",
            reason: .evidence(address, because: "whom it notifies is known only after apply", isDecidedByApply: true))
        }
      }
      let silent = known.noticed.isEmpty ? known.silentAlarm.flatMap { alarms.addresses[$0] } : nil
      return LateNotice(
        function: function, runs: known.runs - known.unmet, inTime: known.countInTime(limit),
        silentAlarm: silent.flatMap { declaration(at: $0)?.resource.name }, doubt: doubt)
    }
  }

  private func doubt(about function: Subject<LambdaFunction>, _ alarms: AlarmsByResource) -> DecodingFailure? {
    if let alarm = alarms.unclearAlarm(on: function.address) {
      return DecodingFailure(
        argument: "threshold",
        reason: .evidence(
          alarm.address, because: "what it does is known only after apply", isDecidedByApply: true))
    }
    do throws(DecodingFailure) {
      _ = try AlarmIndex(self).isRead(series(function.errors, in: function.region))
      return nil
    } catch {
      return error
    }
  }
}

extension Detection {
  /// In how many runs a subscriber is notified within a time of the first call that fails.
  fileprivate func countInTime(_ limit: Duration) -> Int {
    noticed.count { $0.secondsOfCalls <= limit.wholeSeconds }
  }

  /// Whether that is so in 19 of 20 runs.
  fileprivate func isInTime(_ limit: Duration) -> Bool { countInTime(limit) * 20 >= (runs - unmet) * 19 }
}
