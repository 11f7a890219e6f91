extension RuleID {
  public static let physicalNameUnique: RuleID = "physical-name-unique"
}

struct PhysicalNameUnique: Rule {
  static let description = RuleDescription(
    id: .physicalNameUnique,
    title: "No two things of a kind have one name",
    rationale:
      "AWS keeps one of two alarms with one name, silently the last; of other things the second fails to apply.",
    sources: ["US10", "aws-facts 1.8", "aws-facts 1.6"],
    good: [
      Example("One name in two regions is two names") { stack in
        stack.add(Topic("alerts", named: "alerts"), in: .usEast1)
        stack.add(Topic("bills", named: "alerts"), in: .euWest1)
      },
      Example("Things of different kinds may share a name") { stack in
        stack.add(Topic("alerts"))
        stack.add(Queue("alerts", retention: .seconds(3_600)))
      },
    ],
    bad: [
      Counterexample("The second alarm would replace the first") { stack in
        stack.add(MetricAlarm.example("errors"))
        let second = stack.add(MetricAlarm.example("failures", named: "example-prod-errors"))
        return [second.address]
      },
      Counterexample("Composite and metric alarms share their names") { stack in
        stack.add(MetricAlarm.example("errors"))
        return [stack.add(CompositeAlarm("errors", when: .any([]), notify: [])).address]
      },
      Counterexample("IAM has no regions and takes no notice of case") { stack in
        stack.add(Role("ingest", named: "ingest", assumedBy: "lambda.amazonaws.com"), in: .usEast1)
        let second = stack.add(Role("other", named: "Ingest", assumedBy: "lambda.amazonaws.com"), in: .euWest1)
        return [second.address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    var first: [Name: Declaration] = [:]
    first.reserveCapacity(stack.declarations.count)
    return stack.declarations.compactMap { declaration in
      guard declaration.address.mode == .managed, let name = Name(of: declaration) else { return nil }
      guard let other = first[name] else {
        first[name] = declaration
        return nil
      }
      let given = declaration.resource.name
      return finding(
        on: declaration,
        "'\(declaration.address)' and '\(other.address)' are both named '\(declaration.physicalName ?? "")'",
        fix: "give '\(given)' another name, or set `named:` on one of the two",
        notes: [Finding.Note(at: other.location, "'\(other.address)' is declared here")])
    }
  }
}

/// A name where AWS keeps it apart from others.
private struct Name: Hashable {
  let space: String
  /// `nil` where all regions share the names.
  let region: Region?
  let name: String
  /// An inline policy's name is its role's own.
  let owner: Text?

  init?(of declaration: Declaration) {
    guard let name = declaration.physicalName, let rule = type(of: declaration.resource).namingRule else { return nil }
    space = rule.space ?? declaration.address.type
    region = rule.isGlobal ? nil : declaration.region
    self.name = rule.ignoresCase ? name.lowercased() : name
    owner = (declaration.resource as? RolePolicy)?.role.text
  }
}
