extension Block {
  /// The block with nested blocks that Terraform makes for each member of a collection (`dynamic`), besides those that it
  /// has. Rules do not know them.
  ///
  /// ```swift
  /// let ports = stack.add(RawVariable("ports", .set(.number), default: [80, 443], description: "What is open"))
  /// stack.add(
  ///   RawResource(
  ///     "aws_security_group", "web",
  ///     (["name": "web"] as Block).nesting("ingress", forEach: ports) { ingress in
  ///       [
  ///         "from_port": ingress.value.value, "to_port": ingress.value.value, "protocol": "tcp",
  ///         "cidr_blocks": ["10.0.0.0/8"],
  ///       ]
  ///     }))
  /// ```
  ///
  /// - Parameters:
  ///   - name: The blocks' name, which the member has in Terraform, too.
  ///   - members: A list, set or map.
  ///   - iterator: Another name for the member.
  ///   - content: The arguments of each block.
  ///
  /// Source: https://developer.hashicorp.com/terraform/language/expressions/dynamic-blocks
  public func nesting(
    _ name: String, forEach members: Expression, as iterator: String? = nil, _ content: (DynamicMember) -> Block
  ) -> Block {
    let member = DynamicMember(name: iterator ?? name)
    var block: Block = ["for_each": members.plainValue, "content": .blocks([content(member)])]
    if let iterator { block["iterator"] = .literal(iterator) }
    var nested = self
    // An object for each, for a name may come more than once.
    guard case .list(let others)? = nested["dynamic"] else {
      nested["dynamic"] = .list([.blocks([Block(uniqueArguments: [(name, .blocks([block]))])])])
      return nested
    }
    nested["dynamic"] = .list(others + [.blocks([Block(uniqueArguments: [(name, .blocks([block]))])])])
    return nested
  }
}

extension Block {
  /// The block with what `dynamic` adds to it as unknown: how many blocks there are, Terraform evaluates.
  var withUnknownDynamicBlocks: Block {
    guard case .list(let dynamic)? = self["dynamic"] else { return self }
    var block = self
    for case .blocks(let names) in dynamic {
      for name in names.flatMap(\.arguments).map(\.name) {
        block[name] = .text(Text(.knownAfterApply(reading: [])))
      }
    }
    return block
  }
}

/// The member that a block of a `dynamic` is made for.
public struct DynamicMember: Sendable {
  let name: String

  /// `name.key`: the key of a map or the position in a list.
  public var key: Expression { .member(.bound(name), "key") }
  /// `name.value`
  public var value: Expression { .member(.bound(name), "value") }
}
