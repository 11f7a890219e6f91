/// Changes of the resources that a component declares, for what it has no parameter for.
///
/// ```swift
/// stack.add(
///   DeadLetters(alerts: ARN("arn:aws:sns:us-west-2:123456789012:alerts")),
///   adjusting: { inner in
///     inner.change(Queue.self) { $0.retention = .seconds(86_400) }
///     inner.change(Queue.self, with: ["kms_master_key_id": "alias/aws/sqs"])
///   })
/// ```
///
/// Terraform and every rule get the resources as if the component had declared them so. A change of a resource that the
/// component does not declare is a finding of `adjustment-applies`.
public struct Adjustments: ~Copyable {
  var all: [Adjustment] = []
  let component: String

  init(of component: String) {
    self.component = component
  }

  /// Changes resources of one Swift type.
  ///
  /// - Parameters:
  ///   - model: The type.
  ///   - name: The name of the one to change; `nil` for all of the type.
  ///   - arguments: Terraform arguments that the type does not model. They override the component's.
  ///   - lifecycle: How Terraform treats changes of the resource, instead of what it has.
  ///   - waivers: Waivers of findings about the resource.
  ///   - change: Changes the type's properties before the resource is declared.
  public mutating func change<Model: Resource>(
    _ model: Model.Type, _ name: String? = nil, with arguments: Block = [:], lifecycle: Lifecycle? = nil,
    waiving waivers: [Waiver] = [], fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column, _ change: @escaping @Sendable (inout Model) -> Void = { _ in }
  ) {
    all.append(
      Adjustment(
        subject: "\(Model.self)", name: name, component: component,
        location: SourceLocation(fileID: fileID, path: path, line: line, column: column), arguments: arguments,
        lifecycle: lifecycle, waivers: waivers, kind: .model(ModelChange(change: change))))
  }

  /// Changes resources that are declared without a Swift type, or of a generated one.
  ///
  /// - Parameters:
  ///   - type: The provider's name of the type, such as `aws_wafv2_web_acl`.
  ///   - name: The name of the one to change; `nil` for all of the type.
  ///   - arguments: Terraform arguments. They override the component's.
  ///   - lifecycle: How Terraform treats changes of the resource, instead of what it has.
  ///   - waivers: Waivers of findings about the resource.
  public mutating func change(
    type: String, _ name: String? = nil, with arguments: Block, lifecycle: Lifecycle? = nil,
    waiving waivers: [Waiver] = [], fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) {
    all.append(
      Adjustment(
        subject: type, name: name, component: component,
        location: SourceLocation(fileID: fileID, path: path, line: line, column: column), arguments: arguments,
        lifecycle: lifecycle, waivers: waivers, kind: .type(type)))
  }
}

/// One change of the resources that a component declares.
package struct Adjustment: Sendable {
  enum Kind: Sendable {
    case model(any ModelChanging)
    case type(String)
  }

  /// The Swift type, or the provider's name of the type.
  package let subject: String
  package let name: String?
  /// The type of the component.
  package let component: String
  package let location: SourceLocation
  let arguments: Block
  let lifecycle: Lifecycle?
  let waivers: [Waiver]
  let kind: Kind
  /// Whether the component has declared a resource that it is about.
  package fileprivate(set) var isUsed = false
  /// What the component has declared first; `nil` where that is nothing.
  package internal(set) var neighbor: Address?
}

protocol ModelChanging: Sendable {}

private struct ModelChange<Model: Resource>: ModelChanging {
  let change: @Sendable (inout Model) -> Void
}

/// What is about to be declared, and what a component's adjustments may change of it.
struct Adjustable<Model: Resource> {
  var resource: Model
  var arguments: Block
  var lifecycle: Lifecycle?
  var waivers: [Waiver]
  /// What the caller gave as the name of the resource.
  let name: String

  mutating func apply(_ adjustment: inout Adjustment) {
    guard adjustment.name.map({ $0 == name }) ?? true else { return }
    switch adjustment.kind {
    case .type(let type): guard type == resource.address.type else { return }
    case .model(let change):
      guard let change = change as? ModelChange<Model> else { return }
      change.change(&resource)
    }
    adjustment.isUsed = true
    arguments.merge(adjustment.arguments)
    lifecycle = adjustment.lifecycle ?? lifecycle
    waivers += adjustment.waivers
  }
}
