import AWSModel
import TerraformModel

/// Looks through a stack for what watches its resources.
struct CoverageCollector {
  let stack: DeclaredStack
  private let alarms: WatchingAlarms
  private let dashboards: WatchingDashboards
  private let topicsXRayTakes: Evidence<Address, Void>
  private let grants: RoleGrants
  private let logs: LogRetentionCoverage
  private let letters: DeadLetterCoverage
  private let deadLetterQueues: Evidence<Address, Void>
  private let needed: NeededAlarms

  init(_ stack: DeclaredStack) {
    self.stack = stack
    alarms = WatchingAlarms(stack)
    dashboards = WatchingDashboards(stack)
    topicsXRayTakes = stack.topicsXRayTakes
    grants = RoleGrants(stack)
    logs = LogRetentionCoverage(stack)
    letters = DeadLetterCoverage(stack)
    deadLetterQueues = stack.deadLetterQueues
    needed = NeededAlarms(stack)
  }

  func answer(_ watch: Coverage.Watch, of declaration: Declaration, _ kind: Coverage.Kind) -> Coverage.Answer {
    switch watch {
    case .errors, .timeouts, .duration, .throttles, .backlog: alarmed(watch, declaration, kind)
    case .age:
      // The age of messages in a dead-letter queue only grows.
      switch alarmed(watch, declaration, kind) {
      case .no: (try? deadLetterQueues.contains(declaration.address)).map { $0 ? .notApplicable : .no } ?? .unknown
      case let answer: answer
      }
    case .neededAlarms: hasNeededAlarms(declaration)
    case .tracing: tracing(of: declaration)
    case .permission: permission(of: declaration)
    case .retention: logs.retention(of: declaration)
    case .deadLetters: letters.answer(for: declaration)
    case .dashboard:
      dashboards.answer(for: declaration, kind, alarms: own(declaration, kind))
    case .subscriber:
      alarms.heard(
        own(declaration, kind),
        orElse: {
          guard kind.type == nil else { return alarms.mayBeMissing(of: kind) ? .unknown : .no }
          return hasNeededAlarms(declaration) == .unknown ? .unknown : .no
        })
    }
  }

  private func alarmed(
    _ watch: Coverage.Watch, _ declaration: Declaration, _ kind: Coverage.Kind
  ) -> Coverage.Answer {
    guard let concern = watch.concern else { return .notApplicable }
    if let function = Subject<LambdaFunction>(declaration, in: stack) { return alarms.answer(concern, of: function) }
    if alarms.covers(concern, of: declaration, kind) { return .yes }
    return alarms.mayBeMissing(of: kind) ? .unknown : .no
  }

  private func hasNeededAlarms(_ declaration: Declaration) -> Coverage.Answer {
    guard let facts = ResourceCatalog.aws.facts[declaration.address.type] else { return .notApplicable }
    return facts.alarms.map { alarm -> Coverage.Answer in
      do throws(DecodingFailure) {
        guard try needed.isNeeded(alarm, by: declaration) else { return .notApplicable }
        return try needed.isMissing(alarm, of: declaration, facts) ? .no : .yes
      } catch { return .unknown }
    }.together
  }

  private func own(_ declaration: Declaration, _ kind: Coverage.Kind) -> [Declaration] {
    guard kind.type != nil else {
      return ResourceCatalog.aws.facts[declaration.address.type].map { needed.alarms(about: declaration, $0) } ?? []
    }
    return alarms.alarms(on: kind.watches.compactMap(\.concern), of: declaration, kind)
  }

  /// As it stands: a variable that could switch it on does not trace anything.
  private func tracing(of declaration: Declaration) -> Coverage.Answer {
    if declaration.address.type == RestAPI.type {
      return stack.stages(of: declaration).map { tracing(of: $0) }.together
    }
    let isTraced = try? both(stack.tracing(of: declaration)?.known == .active, isTaken(declaration))
    return isTraced.map { $0 ? .yes : .no } ?? .unknown
  }

  /// Whether X-Ray takes the segments of a resource: those of a topic only by a policy of its own.
  private func isTaken(_ declaration: Declaration) throws(DecodingFailure) -> Bool {
    guard declaration.address.type == Topic.type else { return true }
    return try topicsXRayTakes.contains(declaration.address)
  }

  private func permission(of declaration: Declaration) -> Coverage.Answer {
    let role: ARN<Role>
    do throws(DecodingFailure) {
      if let function = Subject<LambdaFunction>(declaration, in: stack) {
        guard try function[\.tracing].known == .active else { return .notApplicable }
        role = try function[\.role]
      } else if let machine = Subject<StateMachine>(declaration, in: stack) {
        guard try machine[\.tracing] == .active else { return .notApplicable }
        role = try machine[\.role]
      } else {
        return .unknown
      }
      let target = try grants.known(role, of: "it", in: stack)
      return try grants.lacking(tracingActionsOfHosts, role: target.address).isEmpty ? .yes : .no
    } catch { return .unknown }
  }
}
