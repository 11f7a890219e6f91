import AWSModel
import TerraformModel

/// How often functions are called that schedules call and, as far as the stack says, nothing else does.
struct ScheduledCalls {
  private let stack: DeclaredStack
  private let runs: [Address: [ScheduledRuns.Run]]
  /// The resources that may call something that a schedule calls.
  private let mentions: [Address: [Declaration]]
  /// The settings of asynchronous calls by function; `nil` if it is unknown of which function some are.
  private let settings: [Address: [Declaration]]?

  init(_ stack: DeclaredStack) {
    self.stack = stack
    runs = Dictionary(grouping: stack.cached { ScheduledRuns($0) }.runs, by: \.target.address)
    mentions = runs.isEmpty ? [:] : stack.mentions(of: runs.values.compactMap { $0.first?.target })
    settings = runs.isEmpty ? [:] : stack.settingsByFunction
  }

  /// The most attempts within a number of seconds; `nil` where something else may call it too.
  ///
  /// A schedule's call is asynchronous, and Lambda tries it again one and two minutes later unless the function's
  /// settings say otherwise. https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html
  func most(of function: Declaration, within period: Double) -> Int? {
    guard let runs = runs[function.address], !runs.isEmpty, let attempts = attempts(of: function),
      !isCalledOtherwise(function, than: Set(runs.map(\.schedule.address)))
    else { return nil }
    let retrying = 180.0
    var calls = 0
    for run in runs {
      guard let shortest = run.shortestGap else { return nil }
      calls += Int(((period + retrying) / Double(shortest.wholeSeconds)).rounded(.down)) + 1
    }
    return calls * attempts
  }

  private func attempts(of function: Declaration) -> Int? {
    guard let settings else { return nil }
    for config in settings[function.address, default: []] {
      guard let retries = config.block["maximum_retry_attempts"] else { continue }
      return retries.number(in: stack).map { Int($0) + 1 }
    }
    return 3
  }

  private func isCalledOtherwise(_ function: Declaration, than schedules: Set<Address>) -> Bool {
    mentions[function.address, default: []].contains { other in
      guard other.address != function.address, !schedules.contains(other.address) else { return false }
      switch other.address.type {
      case EventTarget.type:
        guard case .text(let rule) = other.block["rule"], let target = stack.target(of: rule) else { return true }
        return !schedules.contains(target.address)
      case LambdaPermission.type: return other.block["principal"]?.word != "events.amazonaws.com"
      default: return true
      }
    }
  }
}

extension DeclaredStack {
  /// `nil` if it is unknown for which function some of them are.
  fileprivate var settingsByFunction: [Address: [Declaration]]? {
    let functions = FunctionIndex(self)
    var settings: [Address: [Declaration]] = [:]
    for config in managed(EventInvokeConfig.type) {
      guard case .text(let name) = config.block["function_name"] else { return nil }
      guard let function = functions.function(named: name, in: config.region) else { continue }
      settings[function.address, default: []].append(config)
    }
    return settings
  }

  /// The managed resources that refer to each target or have its physical name in a text, but for those that call nothing.
  fileprivate func mentions(of targets: [Declaration]) -> [Address: [Declaration]] {
    let addresses = Set(targets.map(\.address))
    let names = Dictionary(
      targets.compactMap { target in target.physicalName.map { ($0, target.address) } },
      uniquingKeysWith: { first, _ in first })
    var mentions: [Address: [Declaration]] = [:]
    for other in declarations
    where other.address.mode == .managed && !typesThatCallNothing.contains(other.address.type) {
      var found: Set<Address> = []
      for argument in other.block.arguments {
        argument.value.forEachMention { mention in
          switch mention {
          case .address(let address): if addresses.contains(address) { found.insert(address) }
          case .name(let name): if let address = names[name] { found.insert(address) }
          }
        }
      }
      for address in found { mentions[address, default: []].append(other) }
    }
    return mentions
  }
}

/// What refers to a function and never calls it.
private let typesThatCallNothing: Set = [
  MetricAlarm.type, CompositeAlarm.type, Dashboard.type, LogGroup.type, LogMetricFilter.type, QueryDefinition.type,
  EventInvokeConfig.type, "aws_cloudwatch_log_subscription_filter",
]

/// Something that a value says about another resource.
private enum Mention {
  case address(Address)
  /// A part of a text that may be a physical name.
  case name(String)
}

extension Value {
  /// Every address that the value refers to, and every part of its texts that may be a physical name.
  fileprivate func forEachMention(_ visit: (Mention) -> Void) {
    switch self {
    case .bool, .integer, .number: break
    case .address(let address): visit(.address(address))
    case .literal(let literal): literal.forEachName { visit(.name($0)) }
    case .text(let text):
      for reference in text.references { visit(.address(reference.address)) }
      for case .literal(let literal) in text.parts { literal.forEachName { visit(.name($0)) } }
    case .list(let values): for value in values { value.forEachMention(visit) }
    case .map(let members), .literalMap(let members): for value in members.values { value.forEachMention(visit) }
    case .blocks(let blocks):
      for block in blocks { for argument in block.arguments { argument.value.forEachMention(visit) } }
    case .json(let document): document.forEachMention(visit)
    }
  }
}

extension String {
  /// The parts between characters that no function's or state machine's name has, such as the name in an ARN.
  fileprivate func forEachName(_ visit: (String) -> Void) {
    for part in split(whereSeparator: { !$0.isLetter && !$0.isNumber && $0 != "-" && $0 != "_" }) {
      visit(String(part))
    }
  }
}
