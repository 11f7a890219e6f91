package import TerraformModel

/// The way to an argument from a resource: `scaling_config.desired_size`, or `task_definition>cpu` for `cpu` of the resource
/// that `task_definition` refers to.
package struct ArgumentWay: Sendable, ExpressibleByStringLiteral, CustomStringConvertible {
  /// The argument that refers to the resource; `nil` where it is the resource itself.
  package let reference: String?
  package let path: [String]
  package let description: String

  package init(stringLiteral text: String) {
    description = text
    let parts = text.split(separator: ">").map(String.init)
    reference = parts.count > 1 ? parts[0] : nil
    path = parts[parts.count - 1].split(separator: ".").map(String.init)
  }
}

extension Declaration {
  /// The block that the path of a way begins in; `nil` where the resource that it refers to is in another configuration.
  package func block(at way: ArgumentWay, in stack: DeclaredStack) -> Block? {
    guard let reference = way.reference else { return block }
    guard case .text(let text)? = block[reference] else { return nil }
    return stack.target(of: text)?.block
  }
}
