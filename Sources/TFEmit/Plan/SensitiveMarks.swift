/// Which parts of a value Terraform marks as sensitive: `true` in the place of each, as `after_sensitive` of a plan and
/// `sensitive_values` of a state have it. What is below a mark is sensitive too.
struct SensitiveMarks {
  private let marks: JSON

  static let all = SensitiveMarks(.bool(true))
  static let none = SensitiveMarks(.null)

  init(_ marks: JSON) {
    self.marks = marks
  }

  /// Whether all of the value is sensitive.
  var isAll: Bool { marks == .bool(true) }

  /// The marks of one argument or of one member of a map.
  subscript(name: String) -> SensitiveMarks { isAll ? .all : SensitiveMarks(marks[name] ?? .null) }

  /// The marks of one element of a list or of one nested block.
  subscript(index: Int) -> SensitiveMarks {
    guard !isAll, let elements = marks.array else { return self.isAll ? .all : .none }
    return index < elements.count ? SensitiveMarks(elements[index]) : .none
  }

  /// What either of two marks.
  func union(_ other: SensitiveMarks) -> SensitiveMarks {
    if isAll || other.isAll { return .all }
    switch (marks, other.marks) {
    case (.object(let own), .object(let others)):
      return SensitiveMarks(
        .object(own.merging(others) { SensitiveMarks($0).union(SensitiveMarks($1)).marks }))
    case (.array(let own), .array(let others)):
      let (longer, shorter) = own.count < others.count ? (others, own) : (own, others)
      let elements = longer.indices.map { index in
        guard index < shorter.count else { return longer[index] }
        return SensitiveMarks(longer[index]).union(SensitiveMarks(shorter[index])).marks
      }
      return SensitiveMarks(.array(elements))
    case (.object, _), (.array, _): return self
    case (_, .object), (_, .array): return other
    case (.null, _), (.bool, _), (.integer, _), (.number, _), (.string, _): return .none
    }
  }
}
