/// Waivers that a component was added with, for all that it declares.
struct ComponentWaivers: Sendable {
  let waivers: [Waiver]
  /// Where the component was added.
  let location: SourceLocation
  /// The places of what it has declared among the stack's declarations; never empty.
  let declarations: Range<Int>
}
