/// The actions that policies can allow of one service.
struct ServiceActions: Sendable {
  /// Actions that can be allowed on single resources.
  let onResources: [String]
  /// Actions that know no resources, so that only `*` allows them: X-Ray's writing, for one.
  let onEverything: [String]

  fileprivate let knowingNoResource: Set<String>

  init(onResources: String, onEverything: String) {
    self.onResources = words(onResources)
    self.onEverything = words(onEverything)
    knowingNoResource = Set(self.onEverything.map { $0.lowercased() })
  }

  var all: [String] { onResources + onEverything }

  /// Whether a pattern such as `Get*` means nothing that could be narrowed to single resources.
  func isAboutEverything(_ pattern: String) -> Bool {
    guard pattern.contains(where: { $0 == "*" || $0 == "?" }) else {
      return knowingNoResource.contains(pattern.lowercased())
    }
    return !onResources.contains { matches($0, pattern: pattern) }
  }

  static let byService: [String: ServiceActions] = [
    observabilityActions, computeActions, messagingActions, dataActions, identityActions,
  ].reduce(into: [:]) { all, table in all.merge(table) { first, _ in first } }
}

/// Byte by byte: two thousand names are taken apart when the first rule asks, in the smallest stack too.
private func words(_ text: String) -> [String] {
  text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { String(Substring($0)) }
}

/// An action of a policy, such as `sqs:Send*`, taken apart.
struct ActionPattern: Hashable {
  /// In lower case, for IAM takes no notice of case.
  let service: String
  let name: String

  /// `nil` for `*`, and for what is no action.
  init?(_ action: String) {
    let parts = action.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
    service = parts[0].lowercased()
    name = String(parts[1])
  }
}
