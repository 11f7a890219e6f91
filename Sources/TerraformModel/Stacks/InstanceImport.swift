/// What the provider knows the instances of a resource by that exist outside Terraform: an `import` with `for_each`.
///
/// ```swift
/// let topics = stack.add(forEach: .set(["orders", "bills"])) { _ in Topic("events") }
/// stack.add(
///   InstanceImport(of: topics, forEach: .set(["orders", "bills"])) { each in
///     "arn:aws:sns:us-east-1:123456789012:events-\(each.key)"
///   })
/// ```
///
/// Source: https://developer.hashicorp.com/terraform/language/block/import
public struct InstanceImport: Sendable {
  let block: Block
  /// The resource that has the instances.
  let address: Address

  /// - Parameters:
  ///   - instances: The resource whose instances are taken in.
  ///   - members: A map or a set of texts, whose keys are those of the instances. Terraform has to know all of it.
  ///   - id: The id of each.
  public init<R: Resource>(
    of instances: DeclaredInstances<R, String>, forEach members: Expression, _ id: (EachInstance) -> Text
  ) {
    let each = EachInstance()
    self.init(instances.address, members, to: instances[each.key].reference(to: ""), id: id(each))
  }

  init(_ address: Address, _ members: Expression, to instance: Reference, id: Text) {
    self.address = address
    block = ["for_each": members.plainValue, "to": .literal(instance.traversal), "id": .text(id)]
  }
}
