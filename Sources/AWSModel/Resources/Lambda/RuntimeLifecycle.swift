package import TerraformModel

/// How long AWS takes care of a Lambda runtime, by AWS's page of deprecations as of 2026-07-31. A table of data: when AWS
/// moves a date, this is the place.
package struct RuntimeLifecycle {
  /// The last day with security fixes.
  package let endOfSupport: String
  /// The first day on which no function can be created with it; `nil` where AWS has not said.
  package let creationBlocked: String?
  /// What to take instead.
  package let successor: String

  /// `nil` for a runtime that the table does not have.
  static func of(_ runtime: String) -> RuntimeLifecycle? {
    table[runtime].map {
      RuntimeLifecycle(endOfSupport: $0.0, creationBlocked: $0.1, successor: successor(of: runtime))
    }
  }

  /// Those that the table has.
  static var runtimes: [String] { table.keys.sorted() }

  private static let table: [String: (String, String?)] = [
    "python3.8": ("2024-10-14", "2027-02-01"),
    "python3.9": ("2025-12-15", "2027-02-01"),
    "python3.10": ("2026-10-31", "2027-02-01"),
    "python3.11": ("2027-06-30", "2027-07-31"),
    "python3.12": ("2028-10-31", "2028-11-30"),
    "python3.13": ("2029-06-30", "2029-07-31"),
    "nodejs16.x": ("2024-06-12", "2027-02-01"),
    "nodejs18.x": ("2025-09-01", "2027-02-01"),
    "nodejs20.x": ("2026-04-30", "2027-02-01"),
    "nodejs22.x": ("2027-04-30", "2027-06-01"),
    "java8.al2": ("2027-06-30", "2027-07-31"),
    "java11": ("2027-06-30", "2027-07-31"),
    "java17": ("2027-06-30", "2027-07-31"),
    "java21": ("2029-06-30", "2029-07-31"),
    "dotnet8": ("2026-11-10", "2027-02-01"),
    "ruby3.2": ("2026-03-31", nil),
    "ruby3.3": ("2027-03-31", nil),
    "ruby3.4": ("2028-03-31", nil),
    "provided.al2": ("2026-07-31", "2027-02-01"),
    "provided.al2023": ("2029-06-30", "2029-07-31"),
  ]

  /// The newest of its kind that provider 5.100 knows.
  private static func successor(of runtime: String) -> String {
    let newest = ["python3.13", "nodejs22.x", "java21", "ruby3.4", "provided.al2023"]
    return newest.first { $0.prefix(4) == runtime.prefix(4) } ?? "provided.al2023"
  }
}

extension DeclaredStack {
  /// Every function with a runtime that the table has, typed or raw.
  package var runtimes: [(function: Declaration, runtime: String, lifecycle: RuntimeLifecycle)] {
    managed(LambdaFunction.type).compactMap { declaration in
      guard let runtime = declaration.block["runtime"]?.knownText, let lifecycle = RuntimeLifecycle.of(runtime) else {
        return nil
      }
      return (declaration, runtime, lifecycle)
    }
  }
}
