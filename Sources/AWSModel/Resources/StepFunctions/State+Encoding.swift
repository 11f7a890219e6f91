import TerraformModel

extension [State] {
  /// `StartAt` and `States` of the Amazon States Language.
  var workflow: [String: Value] {
    var workflow = Workflow()
    workflow.add(self, next: nil)
    var entries: [String: Value] = ["States": .map(workflow.states)]
    entries["StartAt"] = first?.entry.value
    return entries
  }
}

/// States by name, each with the one that follows it.
private struct Workflow {
  private(set) var states: [String: Value] = [:]

  /// - Parameter next: What comes behind the last of them; the end if `nil`.
  mutating func add(_ sequence: [State], next: String?) {
    for (position, state) in sequence.enumerated() {
      add(state, next: position + 1 < sequence.count ? sequence[position + 1].entry : next)
    }
  }

  private mutating func add(_ state: State, next: String?) {
    switch state.kind {
    case .task(let task, let result, let timeout, let retries, let handlers):
      var entries = task.entries.merging(result.entries(of: task)) { $1 }
      entries["TimeoutSeconds"] = timeout?.value
      add(state, "Task", entries, retries, handlers, next: next)
    case .parallel(let branches, let path, let retries, let handlers):
      var entries: [String: Value] = ["Branches": .list(branches.map { .map($0.workflow) })]
      entries["ResultPath"] = path?.value
      add(state, "Parallel", entries, retries, handlers, next: next)
    case .map(let body, let items, let maximumConcurrency, let path, let retries, let handlers):
      let processor = body.workflow.merging(["ProcessorConfig": ["Mode": "INLINE"]]) { $1 }
      var entries: [String: Value] = [
        "ItemsPath": items.value, "MaxConcurrency": maximumConcurrency.value, "ItemProcessor": .map(processor),
      ]
      entries["ResultPath"] = path?.value
      add(state, "Map", entries, retries, handlers, next: next)
    case .choice(let branches, let otherwise):
      add(state, branches, otherwise: otherwise, next: next)
    case .loop(let body, let condition):
      add(body, next: state.name)
      let exit = target(next, behind: state)
      put(state, "Choice", ["Choices": [choice(condition, exit)], "Default": (body.first?.entry ?? exit).value])
    case .pass(let result): put(state, "Pass", ["Result": result], next: next)
    case .wait(let time): put(state, "Wait", ["Seconds": time.value], next: next)
    case .succeed: put(state, "Succeed", [:])
    case .fail(let error, let cause): put(state, "Fail", ["Error": error.value, "Cause": cause.value])
    }
  }

  /// A state that may fail, and what comes of it.
  private mutating func add(
    _ state: State, _ type: String, _ entries: [String: Value], _ retries: [State.Retry], _ handlers: [State.Handler],
    next: String?
  ) {
    var entries = entries
    if !retries.isEmpty { entries["Retry"] = .list(retries.map { .map($0.entries) }) }
    if !handlers.isEmpty {
      entries["Catch"] = .list(
        handlers.map { handler in
          let entry = handler.states.first?.entry ?? target(next, behind: state)
          return ["ErrorEquals": handler.errors.value, "ResultPath": handler.path.value, "Next": entry.value]
        })
    }
    put(state, type, entries, next: next)
    for handler in handlers { add(handler.states, next: next) }
  }

  private mutating func add(_ state: State, _ branches: [State.Branch], otherwise: [State], next: String?) {
    let choices = branches.map { branch in
      choice(branch.condition, branch.states.first?.entry ?? target(next, behind: state))
    }
    let fallback = otherwise.first?.entry ?? target(next, behind: state)
    put(state, "Choice", ["Choices": .list(choices), "Default": fallback.value])
    for branch in branches { add(branch.states, next: next) }
    add(otherwise, next: next)
  }

  private func choice(_ condition: State.Condition, _ next: String) -> Value {
    .map(condition.entries.merging(["Next": next.value]) { $1 })
  }

  /// Choices and catches cannot end by themselves: they have to name a state, so where none follows one is made.
  private mutating func target(_ next: String?, behind state: State) -> String {
    if let next { return next }
    let end = "\(state.name.prefix(74)), done"
    states[end] = ["Type": "Succeed"]
    return end
  }

  private mutating func put(_ state: State, _ type: String, _ entries: [String: Value]) {
    states[state.name] = .map(entries.merging(["Type": type.value]) { $1 })
  }

  private mutating func put(_ state: State, _ type: String, _ entries: [String: Value], next: String?) {
    put(state, type, entries.merging(next.map { ["Next": $0.value] } ?? ["End": true]) { $1 })
  }
}

extension State {
  /// Where an execution enters it: a loop is entered at what it repeats.
  fileprivate var entry: String {
    if case .loop(let states, _) = kind, let first = states.first { return first.entry }
    return name
  }
}

extension State.Result {
  /// Lambda's answer comes in an envelope, of which only `Payload` is the function's.
  fileprivate func entries(of task: State.Task) -> [String: Value] {
    switch (self, task) {
    case (.replacesInput, .invoke): ["OutputPath": "$.Payload"]
    case (.replacesInput, _): [:]
    case (.at(let path), .invoke): ["ResultSelector": ["Payload.$": "$.Payload"], "ResultPath": path.value]
    case (.at(let path), _): ["ResultPath": path.value]
    }
  }
}

extension State.Retry {
  fileprivate var entries: [String: Value] {
    [
      "ErrorEquals": errors.value, "MaxAttempts": attempts.value, "IntervalSeconds": interval.value,
      "BackoffRate": backoff.value,
    ]
  }
}
