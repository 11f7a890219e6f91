/// How many of one type something can have.
///
/// Each type names AWS's page of its service's quotas as its documentation, or beside the quota.
package struct ResourceQuota: Sendable {
  /// What they are, in the plural.
  package let parts: String
  package let limit: Int
  /// The argument that says what has them; the region where `nil`.
  package let argument: String?
  /// What to do about a resource of a name.
  package let fix: @Sendable (String) -> String

  init(_ limit: Int, _ parts: String, of argument: String?, fix: @escaping @Sendable (String) -> String) {
    self.parts = parts
    self.limit = limit
    self.argument = argument
    self.fix = fix
  }
}
