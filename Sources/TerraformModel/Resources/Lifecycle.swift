/// A resource's `lifecycle` block.
public struct Lifecycle: Hashable, Sendable {
  /// `create_before_destroy`: Terraform creates the new resource before it destroys the old one.
  public var createBeforeDestroy: Bool
  /// `prevent_destroy`: Terraform rejects a plan that would destroy it.
  public var preventDestroy: Bool
  /// `ignore_changes`: arguments that may change outside Terraform.
  public var ignoreChanges: IgnoredChanges
  /// `replace_triggered_by`: a change of one of these replaces it.
  public var replaceTriggeredBy: [Address]
  /// `replace_triggered_by`: a change of one of these attributes replaces it.
  public var replaceTriggeredByAttributes: [Reference]
  /// `precondition`: what Terraform checks before it creates or changes the resource.
  public var preconditions: [CustomCondition]
  /// `postcondition`: what Terraform checks afterwards, with the resource as `.named(.itself)`.
  public var postconditions: [CustomCondition]

  public init(
    createBeforeDestroy: Bool = false, preventDestroy: Bool = false, ignoreChanges: IgnoredChanges = [],
    replaceTriggeredBy: [Address] = [], replaceTriggeredByAttributes: [Reference] = [],
    preconditions: [CustomCondition] = [], postconditions: [CustomCondition] = []
  ) {
    self.createBeforeDestroy = createBeforeDestroy
    self.preventDestroy = preventDestroy
    self.ignoreChanges = ignoreChanges
    self.replaceTriggeredBy = replaceTriggeredBy
    self.replaceTriggeredByAttributes = replaceTriggeredByAttributes
    self.preconditions = preconditions
    self.postconditions = postconditions
  }
}

extension Lifecycle {
  /// The block as Terraform has it; `nil` where it says nothing.
  package var block: Block? {
    guard self != Lifecycle() else { return nil }
    var block = Block()
    if createBeforeDestroy { block["create_before_destroy"] = true }
    if preventDestroy { block["prevent_destroy"] = true }
    switch ignoreChanges {
    case .arguments([]): break
    case .arguments(let names): block["ignore_changes"] = .list(names.map(Value.literal))
    case .all: block["ignore_changes"] = "all"
    }
    let triggers =
      replaceTriggeredBy.map(Value.address) + replaceTriggeredByAttributes.map { Value.literal($0.traversal) }
    if !triggers.isEmpty { block["replace_triggered_by"] = .list(triggers) }
    if !preconditions.isEmpty { block["precondition"] = .blocks(preconditions.map(\.block)) }
    if !postconditions.isEmpty { block["postcondition"] = .blocks(postconditions.map(\.block)) }
    return block
  }
}

/// `ignore_changes`: the arguments that may change outside Terraform.
///
/// ```swift
/// let tags = Lifecycle(ignoreChanges: ["tags"])
/// let everything = Lifecycle(ignoreChanges: .all)
/// ```
public enum IgnoredChanges: Hashable, Sendable {
  /// These arguments; none if the list is empty.
  case arguments([String])
  /// The keyword `all`: Terraform creates and destroys the resource, and never updates it.
  case all
}

extension IgnoredChanges: ExpressibleByArrayLiteral {
  /// `["all"]` is `.all`: Terraform writes the keyword without brackets and refuses it in a list.
  public init(arrayLiteral arguments: String...) {
    self = arguments == ["all"] ? .all : .arguments(arguments)
  }
}
