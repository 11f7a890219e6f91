/// Which rules may call which functions.
struct EventPermissions {
  private struct Call: Hashable {
    let rule: Address
    let function: Address
  }

  private var calls: Set<Call> = []
  /// Functions with a permission whose source is no declared rule, but perhaps a pattern that some fit.
  private var openToOthers: Set<Address> = []

  init(_ stack: DeclaredStack, _ functions: FunctionIndex) {
    for permission in stack.declared(LambdaPermission.self) {
      guard let source = permission.caller.ruleSource,
        let function = functions.function(named: permission.function, in: permission.region)
      else { continue }
      if let rule = stack.target(of: source) {
        calls.insert(Call(rule: rule.address, function: function.address))
      } else {
        openToOthers.insert(function.address)
      }
    }
  }

  /// Whether a function lets a rule in, as far as its permissions say.
  func `let`(_ rule: Address, call function: Address) -> Bool {
    openToOthers.contains(function) || calls.contains(Call(rule: rule, function: function))
  }
}

extension LambdaPermission.Caller {
  /// What EventBridge may act for.
  fileprivate var ruleSource: Text? {
    switch self {
    case .eventRule(let rule): rule.text
    case .service("events.amazonaws.com", let source): source
    case .service, .topic, .api, .functionURL: nil
    }
  }
}
