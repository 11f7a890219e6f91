import AWSModel
package import TerraformModel

/// An alarm of any kind that a stack declares, by its type or as a raw resource.
package struct DeclaredAlarm {
  package let declaration: Declaration
  /// `alarm_actions`; `nil` where a variable or another expression determines them.
  package let alarmActions: [Text]?
  /// `ok_actions` and `insufficient_data_actions`, as far as they are known.
  let otherActions: [Text]
  /// Whether there may be actions of which nothing is known before Terraform runs.
  package let hasUndecidedActions: Bool
  /// Whether `actions_enabled` is false, so that no action runs.
  package let isMuted: Bool

  package var name: String { declaration.resource.name }
  package var region: Region { declaration.region }
  /// The actions of all of its states.
  package var actions: [Text] { (alarmActions ?? []) + otherActions }
}

extension DeclaredStack {
  /// Every alarm of every kind, in the order of declaration.
  package var alarms: [DeclaredAlarm] {
    cached { stack in
      stack.managed(anyOf: [MetricAlarm.type, CompositeAlarm.type]).map { declaration in
        let block = declaration.block
        return DeclaredAlarm(
          declaration: declaration, alarmActions: block["alarm_actions"].map(\.texts) ?? [],
          otherActions: (block["ok_actions"]?.texts ?? []) + (block["insufficient_data_actions"]?.texts ?? []),
          hasUndecidedActions: ["alarm_actions", "ok_actions", "insufficient_data_actions"].contains {
            block[$0]?.holdsUndecided ?? false
          },
          isMuted: block["actions_enabled"]?.word == "false")
      }
    }
  }
}

extension Value {
  /// Whether the list, or an entry of it, is known only after apply and refers to nothing.
  fileprivate var holdsUndecided: Bool {
    switch self {
    case .text(let text): text.isUndecided && text.references.isEmpty
    case .list(let values): values.contains { $0.holdsUndecided }
    case .bool, .integer, .number, .literal, .address, .map, .literalMap, .blocks, .json: false
    }
  }

  /// A list's entries, as far as they are texts; `nil` if the value is not a list.
  fileprivate var texts: [Text]? {
    // A list that is known only after apply consists of the references in its expression.
    if case .text(let text) = self, text.known == nil, !text.references.isEmpty {
      return text.references.map { Text(.attribute($0)) }
    }
    guard case .list(let values) = self else { return nil }
    return values.compactMap { value in
      switch value {
      case .text(let text): text
      case .literal(let literal): Text(literal)
      default: nil
      }
    }
  }
}
