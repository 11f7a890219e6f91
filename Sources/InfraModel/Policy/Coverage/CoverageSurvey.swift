/// Looks through a stack for what watches its resources.
struct CoverageSurvey {
  let stack: DeclaredStack
  private let alarms: WatchingAlarms
  private let dashboards: WatchingDashboards
  private let recorders: Recorders
  private let grants: RoleGrants
  private let logs: KeptLogs
  private let letters: KeptLetters
  private let deadLetterQueues: Set<Address>

  init(_ stack: DeclaredStack) {
    self.stack = stack
    alarms = WatchingAlarms(stack)
    dashboards = WatchingDashboards(stack)
    recorders = Recorders(stack)
    grants = RoleGrants(stack)
    logs = KeptLogs(stack)
    letters = KeptLetters(stack)
    deadLetterQueues = stack.deadLetterQueues
  }

  func answer(_ watch: Coverage.Watch, of declaration: Declaration, _ kind: Coverage.Kind) -> Coverage.Answer {
    switch watch {
    case .errors, .timeouts, .duration, .throttles, .backlog: alarmed(watch, declaration, kind)
    case .age:
      // Letters that nobody is to take out again do nothing but grow old.
      switch alarmed(watch, declaration, kind) {
      case .no where deadLetterQueues.contains(declaration.address): .notApplicable
      case let answer: answer
      }
    case .tracing: tracing(of: declaration)
    case .permission: permission(of: declaration)
    case .retention: logs.retention(of: declaration)
    case .deadLetters: letters.answer(for: declaration)
    case .dashboard:
      dashboards.answer(for: declaration, kind, alarms: own(declaration, kind))
    case .subscriber:
      alarms.heard(own(declaration, kind), orElse: { alarms.mayBeMissing(of: kind) ? .unknown : .no })
    }
  }

  private func alarmed(
    _ watch: Coverage.Watch, _ declaration: Declaration, _ kind: Coverage.Kind
  ) -> Coverage.Answer {
    guard let concern = watch.concern else { return .notApplicable }
    if alarms.covers(concern, of: declaration, kind) { return .yes }
    return alarms.mayBeMissing(of: kind) ? .unknown : .no
  }

  private func own(_ declaration: Declaration, _ kind: Coverage.Kind) -> [Declaration] {
    alarms.alarms(on: kind.watches.compactMap(\.concern), of: declaration, kind)
  }

  /// As it stands: a variable that could switch it on does not trace anything.
  private func tracing(of declaration: Declaration) -> Coverage.Answer {
    if let function = Subject<LambdaFunction>(declaration, in: stack) {
      return (try? function[\.tracing]).map { $0.known == .active ? .yes : .no } ?? .unknown
    }
    return switch declaration.resource {
    case let machine as StateMachine: machine.tracing == .active ? .yes : .no
    case let topic as Topic:
      switch recorders.gap(of: Declared(resource: topic, declaration: declaration, stack: stack.identity)) {
      case nil: .yes
      case .noResourcePolicy where stack.mayLack(TracingPolicy.self): .unknown
      default: .no
      }
    case _ where declaration.address.type == RestAPI.type:
      stack.stages(of: declaration).map { stage in
        (stage.resource as? Stage).map { $0.tracing.known == .active ? .yes : .no } ?? .unknown
      }.together
    default: .unknown
    }
  }

  private func permission(of declaration: Declaration) -> Coverage.Answer {
    let role: ARN<Role>
    if let function = Subject<LambdaFunction>(declaration, in: stack) {
      guard let tracing = try? function[\.tracing] else { return .unknown }
      guard tracing.known == .active else { return .notApplicable }
      guard let own = try? function[\.role] else { return .unknown }
      role = own
    } else {
      switch declaration.resource {
      case let machine as StateMachine where machine.tracing == .active: role = machine.role
      case is StateMachine: return .notApplicable
      default: return .unknown
      }
    }
    guard let target = try? grants.known(role, of: "it", in: stack) else { return .unknown }
    guard !grants.lacking(tracingActionsOfHosts, role: target.address).isEmpty else { return .yes }
    return stack.mayLack(RolePolicy.self) || stack.mayLack(RolePolicyAttachment.self) ? .unknown : .no
  }
}

extension DeclaredStack {
  /// Whether there are things of a type that the type could not hold, so that what is not found may be among them.
  func mayLack(_ type: any Resource.Type) -> Bool {
    unreadable[ObjectIdentifier(type)] != nil
  }

  /// The stages of an API of either kind.
  func stages(of api: Declaration) -> [Declaration] {
    let (type, argument) =
      api.address.type == RestAPI.type ? (Stage.type, "rest_api_id") : (HTTPStage.type, "api_id")
    return declarations.filter { stage in
      guard stage.address.type == type, case .text(let id)? = stage.block[argument] else { return false }
      return target(of: id)?.address == api.address
    }
  }
}
