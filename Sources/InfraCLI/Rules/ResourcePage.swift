import InfraModel
import ProviderSchemas

/// The documentation of a resource type, for a terminal or a page: its arguments with what AWS accepts, its metrics, and
/// the rules that check it. All of it is what the type declares.
struct ResourcePage {
  private let facts: ResourceFacts
  private let model: (any ResourceModel.Type)?
  private let rules: [RuleID]

  /// - Parameter word: The provider's name of a type, or the name of its model: `aws_sqs_queue` or `Queue`.
  /// - Returns: `nil` for a type without facts.
  init?(_ word: String, rules: [RuleDescription], in catalog: ResourceCatalog = .aws) {
    let type = catalog.models.first { "\($0.value)" == word }?.key ?? word
    guard let facts = catalog.facts[type] else { return nil }
    self.facts = facts
    model = catalog.models[type]
    self.rules = rules.filter { rule in rule.subjects.contains { $0.type == type } }.map(\.id)
  }

  /// One page for every type that has a model, sorted.
  static func all(rules: [RuleDescription], in catalog: ResourceCatalog = .aws) -> [ResourcePage] {
    catalog.models.keys.sorted().compactMap { ResourcePage($0, rules: rules, in: catalog) }
  }

  private var title: String { facts.type + (model.map { ", in Swift `\($0)`" } ?? ", without a model in Swift") }

  /// Argument, property, what AWS accepts, default.
  private var argumentRows: [[String]] {
    let name = facts.name.map { [[$0.argument, "named", nameLimit($0), ""]] } ?? []
    let declared = (model?.declaredArguments ?? []).filter { $0.path != facts.name?.argument }
    return name
      + declared.map { argument in
        let accepted = argument.limits.map { limit in
          let below = limit.path.dropFirst(argument.path.count + 1)
          return below.isEmpty || below == "@keys" ? limit.limit.taken : "\(below): \(limit.limit.taken)"
        }
        let unit = argument.unit.map { " \($0)" } ?? ""
        return [
          argument.path, argument.property ?? "", accepted.joined(separator: "; ") + (accepted.isEmpty ? "" : unit),
          argument.defaultValue.map { text(of: $0) } ?? "",
        ]
      }
  }

  /// The arguments of the provider that the model has no property for, and declares no limit of.
  private var furtherArguments: [String] {
    guard let model, let schema = ProviderSchema.aws(ToolVersions().provider).last?.block(of: facts.type) else {
      return []
    }
    let declared = model.declaredArguments.map(\.path) + (facts.name.map { [$0.argument] } ?? [])
    return schema.arguments(besides: declared).filter { !["id", "tags", "tags_all"].contains($0) }
  }

  private func nameLimit(_ rule: NamingRule) -> String {
    let scope = rule.isWorldwide ? ", unique in all of AWS" : rule.isGlobal ? ", unique in the account" : ""
    return "\(rule.length.lowerBound) to \(rule.length.upperBound) \(rule.characters.description)\(scope)"
  }

  /// What AWS refuses of several arguments together.
  private var constraints: [String] { (model?.constraints ?? []).map(\.fault) }

  /// Metric, dimensions, what an interval without data means.
  private var metricRows: [[String]] {
    (facts.metrics?.metrics.values ?? [:].values).sorted { $0.name < $1.name }.map { metric in
      let sets = metric.dimensionSets.map { sets in
        sets.map { $0.isEmpty ? "none" : $0.sorted().joined(separator: " and ") }.sorted().joined(separator: "; ")
      }
      return [metric.name, sets ?? "", metric.missingDataMeaning.label]
    }
  }

  private var sentences: [String] {
    [
      facts.data.map { "Its removal destroys its \($0.content)." },
      facts.quota.map {
        "AWS allows \($0.limit) \($0.parts)\($0.argument.map { " of one `\($0)`" } ?? " in a region")."
      },
    ].compactMap(\.self)
  }

  private func text(of value: Value) -> String {
    let json = json(value)
    return json.split(separator: "\n").map { $0.trimmingPrefix { $0 == " " } }.joined(separator: " ")
  }
}

extension ResourcePage {
  /// For a terminal.
  var text: String {
    let parts = [
      "\(title)\n\(facts.documentation)\n" + sentences.map { "\($0)\n" }.joined(),
      argumentRows.isEmpty
        ? "" : "arguments\n" + table([["  argument", "Swift", "AWS accepts", "default"]] + indented(argumentRows)),
      furtherArguments.isEmpty
        ? "" : "with `with:`\n" + furtherArguments.map { "  \($0)\n" }.joined(),
      constraints.isEmpty ? "" : "AWS refuses it if it\n" + constraints.map { "  \($0)\n" }.joined(),
      metricRows.isEmpty
        ? ""
        : "metrics in \(facts.metrics?.name ?? "")\n"
          + table([["  metric", "dimensions", "no data means"]] + indented(metricRows)),
      rules.isEmpty ? "" : "rules\n" + rules.map { "  \($0)\n" }.joined(),
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  /// For docs/resources.md.
  var markdown: String {
    let code = { (rows: [[String]]) in rows.map { row in [markdownCode(row[0])] + row.dropFirst() } }
    let parts = [
      "## \(facts.type)\n",
      "\(model.map { "`\($0)`. " } ?? "")[AWS's documentation](\(facts.documentation))."
        + sentences.map { " \($0)" }.joined() + "\n",
      argumentRows.isEmpty
        ? ""
        : markdownTable(
          [["argument", "Swift", "AWS accepts", "default"]]
            + argumentRows.map { row in
              [markdownCode(row[0]), row[1].isEmpty ? "" : markdownCode(row[1]), row[2]]
                + [row[3].isEmpty ? "" : markdownCode(row[3])]
            }),
      furtherArguments.isEmpty
        ? "" : "With `with:`: \(furtherArguments.map { markdownCode($0) }.joined(separator: ", ")).\n",
      constraints.isEmpty ? "" : "AWS refuses it if it\n\n" + constraints.map { "- \($0)\n" }.joined(),
      metricRows.isEmpty
        ? ""
        : "Metrics in `\(facts.metrics?.name ?? "")`:\n\n"
          + markdownTable([["metric", "dimensions", "no data means"]] + code(metricRows)),
      rules.isEmpty ? "" : "Rules: \(rules.map { "[\($0)](rules/\($0).md)" }.joined(separator: ", ")).\n",
    ]
    return parts.filter { !$0.isEmpty }.joined(separator: "\n")
  }

  private func indented(_ rows: [[String]]) -> [[String]] { rows.map { row in ["  \(row[0])"] + row.dropFirst() } }
}

/// Every type that has a model, on one page.
func resourcePages(_ rules: [RuleDescription]) -> String {
  """
  <!-- Written by `explain --write`; it is what the types declare. -->
  # Resources

  What each resource type with a model in Swift declares: the provider's arguments, the Swift property that sets each of them
  (where there is none, `with:` does), what AWS accepts, and what AWS takes where an argument is left out. `argument-limits`
  and `argument-conflicts` report other values, in Swift and in an audit. What else the provider has, besides `tags`, is listed
  after the table: `with:` sets it, and `argument-exists` compares it with the provider's schema. A type that `infra-gen types`
  writes has a parameter for each. `infra-gen explain TYPE` prints one of them.

  \(ResourcePage.all(rules: rules).map(\.markdown).joined(separator: "\n"))
  """
}

extension MissingDataMeaning {
  fileprivate var label: String {
    switch self {
    case .noEvents: "nothing happened"
    case .noActivity: "nothing was done"
    case .stopped: "it has stopped"
    case .notReportedYet: "nothing is reported yet"
    case .undeclared: "not known"
    }
  }
}
