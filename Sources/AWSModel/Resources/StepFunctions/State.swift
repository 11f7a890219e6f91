public import TerraformModel

/// A step of a state machine, in the Amazon States Language. States are ordered and nested like statements, so there is
/// no name of a next state to misspell; only their own names have to differ.
public struct State: Hashable, Sendable {
  /// 1 to 80 characters, unique in a state machine.
  public var name: String
  public var kind: Kind

  public indirect enum Kind: Hashable, Sendable {
    case task(Task, result: Result, timeout: Duration?, retries: [Retry], handlers: [Handler])
    case pass(Value)
    case wait(Duration)
    case choice([Branch], otherwise: [State])
    case loop([State], until: Condition)
    case parallel([[State]], at: String?, retries: [Retry], handlers: [Handler])
    case map([State], items: String, maximumConcurrency: Int, at: String?, retries: [Retry], handlers: [Handler])
    case succeed
    case fail(error: String, cause: String)
  }

  /// One branch of a choice.
  public struct Branch: Hashable, Sendable {
    public var condition: Condition
    public var states: [State]

    public static func when(_ condition: Condition, _ states: [State]) -> Branch {
      Branch(condition: condition, states: states)
    }
  }

  /// `ResultPath` and `OutputPath`: where a state's result goes in the input of the next one.
  public enum Result: Hashable, Sendable {
    /// The result replaces the input.
    case replacesInput
    /// The result is added to the input, such as at `$.transcript`; a function's is at `$.transcript.Payload`.
    case at(String)
  }

  private init(_ name: String, _ kind: Kind) {
    self.name = name
    self.kind = kind
  }
}

extension State {
  /// Runs a task.
  ///
  /// `timeout`: `TimeoutSeconds`: of this attempt. That of the function it calls also applies.
  public static func task(
    _ name: String, _ task: Task, result: Result = .replacesInput, timeout: Duration? = nil, retries: [Retry] = [],
    catching handlers: [Handler] = []
  ) -> State {
    State(name, .task(task, result: result, timeout: timeout, retries: retries, handlers: handlers))
  }

  /// Continues with `result` instead of its input.
  public static func pass(_ name: String, _ result: Value) -> State { State(name, .pass(result)) }

  public static func wait(_ name: String, _ time: Duration) -> State { State(name, .wait(time)) }

  /// Runs the first branch whose condition holds, and then continues after the choice.
  public static func choice(_ name: String, _ branches: [Branch], otherwise: [State] = []) -> State {
    State(name, .choice(branches, otherwise: otherwise))
  }

  /// Repeats the states until the condition holds for the result of the last one. The state machine's `timeout` ends a
  /// loop that does not end by itself.
  public static func `repeat`(_ name: String, until condition: Condition, _ states: [State]) -> State {
    State(name, .loop(states, until: condition))
  }

  /// Runs all branches at once; the result is a list of their results.
  public static func parallel(
    _ name: String, _ branches: [[State]], resultAt path: String? = nil, retries: [Retry] = [],
    catching handlers: [Handler] = []
  ) -> State {
    State(name, .parallel(branches, at: path, retries: retries, handlers: handlers))
  }

  /// Runs the states for each item of a list in the input; the result is a list of their results.
  ///
  /// - `items`: `ItemsPath`, such as `$.recordings`.
  /// - `maximumConcurrency`: How many at a time; with 0 Step Functions decides, up to forty.
  public static func map(
    _ name: String, over items: String, maximumConcurrency: Int, _ states: [State], resultAt path: String? = nil,
    retries: [Retry] = [], catching handlers: [Handler] = []
  ) -> State {
    State(
      name,
      .map(
        states, items: items, maximumConcurrency: maximumConcurrency, at: path, retries: retries, handlers: handlers))
  }

  /// Ends the execution successfully.
  public static func succeed(_ name: String) -> State { State(name, .succeed) }

  /// Ends the execution as failed, which `executionsFailed` counts.
  public static func fail(_ name: String, error: String, cause: String) -> State {
    State(name, .fail(error: error, cause: cause))
  }
}

extension State {
  /// The states within this one, in order.
  package var inner: [[State]] {
    switch kind {
    case .task(_, _, _, _, let handlers): handlers.map(\.states)
    case .choice(let branches, let otherwise): branches.map(\.states) + [otherwise]
    case .loop(let states, _): [states]
    case .parallel(let branches, _, _, let handlers): branches + handlers.map(\.states)
    case .map(let states, _, _, _, _, let handlers): [states] + handlers.map(\.states)
    case .pass, .wait, .succeed, .fail: []
    }
  }

  /// Whether an execution never continues after it.
  package var endsExecution: Bool {
    switch kind {
    case .succeed, .fail: true
    default: false
    }
  }
}

extension [State] {
  /// Every state, however deep.
  package var everyState: [State] {
    flatMap { [$0] + $0.inner.flatMap(\.everyState) }
  }
}
