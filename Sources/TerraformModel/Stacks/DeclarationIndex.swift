/// Where the declarations of a stack stand among each other.
struct DeclarationIndex: Sendable {
  /// The first of each address.
  private(set) var byAddress: [Address: Int] = [:]
  /// By the type of the model, in the order of declaration.
  private(set) var byModel: [ObjectIdentifier: [Int]] = [:]
  /// The managed ones by their type in the provider's words, in the order of declaration.
  private(set) var managedByType: [String: [Int]] = [:]

  init(of declarations: [Declaration]) {
    byAddress.reserveCapacity(declarations.count)
    for (position, declaration) in declarations.enumerated() {
      if byAddress[declaration.address] == nil { byAddress[declaration.address] = position }
      byModel[ObjectIdentifier(type(of: declaration.resource)), default: []].append(position)
    }
    for (model, positions) in byModel {
      if model == ObjectIdentifier(RawResource.self) {
        for position in positions { add([position], of: declarations[position].address) }
      } else {
        // A model has one type, `Resource.type`.
        let managed = positions.filter { declarations[$0].address.mode == .managed }
        if let first = managed.first { add(managed, of: declarations[first].address) }
      }
    }
    for (type, positions) in managedByType where positions.count > 1 {
      managedByType[type] = positions.sorted()
    }
  }

  private mutating func add(_ positions: [Int], of address: Address) {
    guard address.mode == .managed else { return }
    managedByType[address.type, default: []] += positions
  }
}
