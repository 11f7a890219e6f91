/// What names mean at a place of a configuration.
struct Scope {
  /// What a name that Terraform binds is in Swift.
  enum Binding: Hashable {
    /// The element of a comprehension: an expression.
    case element(String)
    /// The member of a `dynamic` block, which has `key` and `value`.
    case member(String)
  }

  let lines: Lines
  /// Whether `each` is there.
  var hasEach = false
  /// Whether `count.index` is there.
  var hasIndex = false
  var bindings: [String: Binding] = [:]
  /// The data source of the check around it, in the words of Terraform and of Swift.
  var checkedData: (type: String, label: String, name: String)?
}
