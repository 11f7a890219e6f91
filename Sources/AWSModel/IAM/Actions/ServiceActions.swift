import Synchronization

/// The actions that policies can allow of one service.
///
/// Their names are taken apart when the first rule asks about the service: all two thousand would be felt in every run.
package final class ServiceActions: Sendable {
  /// The names, one by one.
  package struct Names: Sendable {
    /// Actions that can be allowed on single resources.
    let onResources: [String]
    /// Actions that know no resources, so that only `*` allows them: X-Ray's writing, for one.
    let onEverything: [String]
    package let all: [String]
    fileprivate let knowingNoResource: Set<String>
  }

  private let onResources: String
  private let onEverything: String
  private let read = Mutex<Names?>(nil)

  init(onResources: String, onEverything: String) {
    self.onResources = onResources
    self.onEverything = onEverything
  }

  package var names: Names {
    read.withLock { names in
      if let names { return names }
      let taken = Names(onResources: words(onResources), onEverything: words(onEverything))
      names = taken
      return taken
    }
  }

  /// Whether a pattern such as `Get*` means nothing that could be narrowed to single resources.
  package func isAboutEverything(_ pattern: String) -> Bool {
    guard pattern.contains(where: { $0 == "*" || $0 == "?" }) else {
      return names.knowingNoResource.contains(pattern.lowercased())
    }
    return !names.onResources.contains { matches($0, pattern: pattern) }
  }

  package static let byService: [String: ServiceActions] = [
    observabilityActions, computeActions, messagingActions, dataActions, identityActions,
  ].reduce(into: [:]) { all, table in all.merge(table) { first, _ in first } }
}

extension ServiceActions.Names {
  fileprivate init(onResources: [String], onEverything: [String]) {
    self.onResources = onResources
    self.onEverything = onEverything
    all = onResources + onEverything
    knowingNoResource = Set(onEverything.map { $0.lowercased() })
  }
}

/// Byte by byte, for characters cost a hundred times as much.
private func words(_ text: String) -> [String] {
  text.utf8.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\n") }.map { String(Substring($0)) }
}

/// An action of a policy, such as `sqs:Send*`, taken apart.
package struct ActionPattern: Hashable {
  /// In lower case, for IAM takes no notice of case.
  package let service: String
  package let name: String

  /// `nil` for `*`, and for what is no action.
  package init?(_ action: String) {
    guard let colon = action.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let name = action[action.utf8.index(after: colon)...]
    guard colon > action.startIndex, !name.isEmpty else { return nil }
    service = action[..<colon].lowercased()
    self.name = String(name)
  }
}
