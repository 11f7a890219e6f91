/// Waivers that a component was added with, for all that it declares.
package struct ComponentWaivers: Sendable {
  package let waivers: [Waiver]
  /// Where the component was added.
  package let location: SourceLocation
  /// The places of what it has declared among the stack's declarations; never empty.
  package let declarations: Range<Int>
}
