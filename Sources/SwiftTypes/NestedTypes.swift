import ProviderSchemas

/// The nested blocks of one type, where equal ones have one Swift type: `aws_wafv2_web_acl` has 19,546 members in its
/// nested blocks, and 73 different blocks.
struct NestedTypes {
  /// The Swift type that they stand in.
  private let enclosing: String
  private var names: [String: String] = [:]
  private var usedNames: Set<String> = []
  private var fingerprints: [Int: String] = [:]
  private var byPosition: [GeneratedType.NestedType?] = []

  init(in enclosing: String) {
    self.enclosing = enclosing
  }

  /// In the order in which they are first met.
  var types: [GeneratedType.NestedType] { byPosition.compactMap(\.self) }

  /// The members of a block, required ones first, and after that in the order of Terraform's names.
  ///
  /// - Parameters:
  ///   - parent: The Swift name of the nested type that they are in; empty for the resource.
  ///   - isObject: Whether they are in an object rather than in a block.
  mutating func members(
    _ members: [SchemaMember], within parent: String, isObject: Bool
  ) -> [GeneratedType.Member] {
    let swiftNames = TypeNames.memberNames(members.map(\.name))
    let all = zip(members, swiftNames).map { member, swiftName in
      GeneratedType.Member(
        name: member.name, swiftName: swiftName, kind: kind(of: member, within: parent),
        isRequired: member.isRequired || member.isBlock && member.fewest > 0, fewest: member.fewest,
        // The members of a few blocks of version 6 are not known.
        storage: isObject ? .objectMember : member.isBlock && member.kind.object != nil ? .nestedBlock : .argument,
        remarks: member.remarks)
    }
    return all.filter(\.isRequired) + all.filter { !$0.isRequired }
  }

  private mutating func kind(of member: SchemaMember, within parent: String) -> SwiftKind {
    guard member.isBlock, let block = member.kind.object else {
      return kind(of: member.kind, named: member.name, within: parent)
    }
    let nested = name(of: block, named: member.name, within: parent, isObject: false)
    if case .object = member.kind { return .block(nested) }
    return member.most == 1 ? .block(nested) : .blocks(nested)
  }

  private mutating func kind(of kind: SchemaKind, named name: String, within parent: String) -> SwiftKind {
    switch kind {
    case .text: .text
    case .number: .number
    case .bool: .flag
    case .any: .value
    case .list(let element), .set(let element): .list(self.kind(of: element, named: name, within: parent))
    case .map(let element): .map(self.kind(of: element, named: name, within: parent))
    case .object(let block): .object(self.name(of: block, named: name, within: parent, isObject: true))
    }
  }

  private mutating func name(
    of block: SchemaBlock, named name: String, within parent: String, isObject: Bool
  ) -> String {
    let fingerprint = (isObject ? "{" : "#") + fingerprint(of: block)
    if let known = names[fingerprint] { return known }
    let swiftName = TypeNames.nestedName(name, within: parent, avoiding: usedNames.union([enclosing]))
    usedNames.insert(swiftName)
    names[fingerprint] = swiftName
    let position = byPosition.count
    byPosition.append(nil)
    // The members of an object's type are neither settable nor set by the provider: it is the object that is.
    let inner = block.members.filter { $0.isSettable || isObject && !$0.isComputed }
    byPosition[position] = GeneratedType.NestedType(
      swiftName: swiftName, members: members(inner, within: swiftName, isObject: isObject))
    return swiftName
  }

  /// What two equal blocks have in common, and no others.
  private mutating func fingerprint(of block: SchemaBlock) -> String {
    if let place = block.place, let known = fingerprints[place] { return known }
    let fingerprint = block.members.map { member in
      let flags = [member.isRequired, member.isOptional, member.isComputed, member.isSensitive, member.isWriteOnly]
      let marks = flags.map { $0 ? "1" : "0" }.joined()
      let numbers = "\(member.isBlock)\(member.fewest),\(member.most ?? 0)\(member.isDeprecated)"
      return "\(member.name):\(marks)\(numbers)\(self.fingerprint(of: member.kind))"
    }.joined(separator: ";")
    // Long ones are told apart by where their block is; without a table there is nothing shorter than the text.
    let short = block.place.map { "@\($0)" } ?? "(\(fingerprint))"
    if let place = block.place { fingerprints[place] = short }
    return short
  }

  private mutating func fingerprint(of kind: SchemaKind) -> String {
    switch kind {
    case .text: "s"
    case .number: "n"
    case .bool: "b"
    case .any: "a"
    case .list(let element): "L" + fingerprint(of: element)
    case .set(let element): "S" + fingerprint(of: element)
    case .map(let element): "M" + fingerprint(of: element)
    case .object(let block): fingerprint(of: block)
    }
  }
}

extension SchemaMember {
  /// What the documentation of a parameter says behind Terraform's name.
  fileprivate var remarks: [String] {
    var remarks: [String] = []
    if traits.isBlock {
      switch (traits.fewest, traits.most) {
      case (0, nil), (_, 1?): break
      case (let fewest, nil): remarks.append("at least \(fewest)")
      case (0, let most?): remarks.append("at most \(most)")
      case (let fewest, let most?): remarks.append(fewest == most ? "\(most) of them" : "\(fewest) to \(most)")
      }
    }
    if traits.isComputed { remarks.append("set by the provider where left out") }
    if traits.isSensitive { remarks.append("sensitive") }
    if traits.isWriteOnly { remarks.append("write-only") }
    if traits.isDeprecated { remarks.append("deprecated") }
    if let text = traits.description { remarks.append(text) }
    return remarks
  }
}
