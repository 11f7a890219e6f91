import InfraModel

/// Why a plan may not hold all that there will be.
///
/// https://developer.hashicorp.com/terraform/internals/json-format#plan-representation
public enum PlanGap: Hashable, Sendable {
  /// Planning ended in an error, so that what depends on it is left out.
  case errored
  /// Terraform says that another plan will be needed, as after `-target`.
  case incomplete
  /// So many resources wait for another plan.
  case deferred(Int)

  static func all(in document: JSON) -> [PlanGap] {
    var gaps: [PlanGap] = []
    if document["errored"] == .bool(true) { gaps.append(.errored) }
    let deferred = document["deferred_changes"]?.array?.count ?? 0
    if deferred > 0 { gaps.append(.deferred(deferred)) }
    if gaps.isEmpty, document["complete"] == .bool(false) { gaps.append(.incomplete) }
    return gaps
  }
}

extension PlanGap: CustomStringConvertible {
  /// One clause without a full stop.
  public var description: String {
    switch self {
    case .errored: "planning ended in an error, so resources may be missing from it"
    case .incomplete: "Terraform calls it incomplete, as after `-target`, so resources may be missing from it"
    case .deferred(let count): "it defers \(count) \(count == 1 ? "resource" : "resources") to another plan"
    }
  }
}
