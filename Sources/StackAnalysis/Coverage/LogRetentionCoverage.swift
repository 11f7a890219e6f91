import AWSModel
import TerraformModel

/// Which logs have a configured retention.
struct LogRetentionCoverage {
  private struct Name: Hashable {
    let name: String
    let region: Region
  }

  private let stack: DeclaredStack
  private var byName: [Name: Declaration] = [:]
  private var hasUnknownNames = false

  init(_ stack: DeclaredStack) {
    self.stack = stack
    for group in stack.managed(LogGroup.type) {
      if let name = group.block["name"]?.text(in: stack) {
        byName[Name(name: name, region: group.region)] = group
      } else {
        hasUnknownNames = true
      }
    }
  }

  func retention(of resource: Declaration) -> Coverage.Answer {
    if let function = Subject<LambdaFunction>(resource, in: stack) {
      guard let text = try? function[\.logging].group else { return .unknown }
      if let group = stack.target(of: text) { return retention(in: group) }
      if text.literal == nil, stack.resolved(text) == nil { return .unknown }
      // Where the block names no group it is Lambda's own.
      let given = stack.resolved(text).flatMap { $0.isEmpty ? nil : $0 }
      guard let name = given ?? resource.physicalName.map({ "/aws/lambda/\($0)" }) else { return .unknown }
      guard let group = byName[Name(name: name, region: resource.region)] else {
        return hasUnknownNames ? .unknown : .no
      }
      return retention(in: group)
    }
    if let machine = Subject<StateMachine>(resource, in: stack) {
      guard let logging = try? machine[\.logging] else { return .unknown }
      guard case .on(let group, _, _) = logging else { return .no }
      return retention(ofGroupAt: group.text)
    }
    switch resource.address.type {
    case _ where [RestAPI.type, HTTPAPI.type].contains(resource.address.type):
      return stack.stages(of: resource).map { stage in
        guard let log = stage.block["access_log_settings"]?.nestedBlocks?.first else { return .no }
        guard case .text(let group)? = log["destination_arn"] else { return .unknown }
        return retention(ofGroupAt: group)
      }.together
    default: return .unknown
    }
  }

  private func retention(ofGroupAt arn: Text) -> Coverage.Answer {
    stack.target(of: arn).map { retention(in: $0) } ?? .unknown
  }

  /// CloudWatch keeps logs indefinitely if `retention_in_days` is missing or zero.
  private func retention(in group: Declaration) -> Coverage.Answer {
    guard group.address.type == LogGroup.type else { return .unknown }
    guard let days = group.block["retention_in_days"] else { return .no }
    return days.number(in: stack).map { $0 == 0 ? .no : .yes } ?? .unknown
  }
}
