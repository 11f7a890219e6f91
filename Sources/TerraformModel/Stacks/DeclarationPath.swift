/// The `add` calls that led to a declaration, and which of them its author would call its place.
public struct DeclarationPath: Sendable {
  /// Outermost component first, the declaration itself last.
  public let calls: [SourceLocation]
  /// The components that the calls added, one for each call but the last.
  public let components: [any Component.Type]
  package private(set) var placeInCalls: Int

  /// A call that added a component.
  struct Step: Sendable {
    let call: SourceLocation
    let component: any Component.Type
  }

  init(through components: [Step], to declaration: SourceLocation) {
    calls = components.isEmpty ? [declaration] : components.map(\.call) + [declaration]
    self.components = components.map(\.component)
    placeInCalls = calls.count - 1
  }

  /// The place of what no call in Swift declared.
  init(at location: SourceLocation) {
    self.init(through: [], to: location)
  }

  /// Where findings point.
  public var location: SourceLocation { calls[placeInCalls] }

  /// Chooses the place: the innermost call in the stack's own module, so never inside a library's component; and not
  /// inside a component that the stack adds more than once, for there the call tells which one is meant.
  func located(in module: String, uses: [ObjectIdentifier: Int]) -> DeclarationPath {
    var located = self
    let own = calls.indices.filter { calls[$0].module == module }
    let repeated = own.first { $0 < components.count && uses[ObjectIdentifier(components[$0]), default: 0] > 1 }
    located.placeInCalls = repeated ?? own.last ?? placeInCalls
    return located
  }
}
