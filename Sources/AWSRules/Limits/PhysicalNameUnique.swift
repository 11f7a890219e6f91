import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let physicalNameUnique: RuleID = "physical-name-unique"
}

struct PhysicalNameUnique: CrossStackRule {
  static let description = RuleDescription(
    id: .physicalNameUnique,
    title: "No two resources of a kind have the same name",
    rationale: """
      If two alarms have the same name, the last one silently replaces the other; the second of two other resources \
      fails during apply.
      """,
    sources: [
      "US10",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/APIReference/API_PutMetricAlarm.html",
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
    ],
    terraformFix: "set the argument that names one of the two to another name",
    reads: [
      .arguments("alarm_name", of: CompositeAlarm.self),
      .arguments("alarm_name", of: MetricAlarm.self),
      .arguments("name", of: Role.self),
    ],
    good: [
      Example("The same name in two regions") { stack in
        stack.add(Topic("alerts", named: "alerts"), in: .usEast1)
        stack.add(Topic("bills", named: "alerts"), in: .euWest1)
      },
      Example("Each bus has names of its own for its rules") { stack in
        stack.add(
          EventRule(
            "created", named: "created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        stack.add(
          EventRule(
            "paid", named: "created",
            when: .event(
              EventPattern(source: "shop.orders", detailType: "Order Created"),
              on: EventBusName("payments"))))
      },
      Example("Resources of different kinds may share a name") { stack in
        stack.add(Topic("alerts"))
        stack.add(Queue("alerts", retention: .seconds(3_600)))
      },
    ],
    bad: [
      Counterexample("The second alarm would replace the first") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        let second = stack.add(
          MetricAlarm(
            "failures", named: "example-prod-errors", when: failures, .sum, threshold: .above(0), evaluation: .once,
            missingData: .notBreaching, notify: []))
        return [second.address]
      },
      Counterexample("Composite and metric alarms share their names") { stack in
        let failures = Metric("Failures", in: "Shop", missingDataMeaning: .noEvents)
        stack.add(
          MetricAlarm(
            "errors", when: failures, .sum, threshold: .above(0), evaluation: .once, missingData: .notBreaching,
            notify: []))
        return [stack.add(CompositeAlarm("errors", when: .any([]), notify: [])).address]
      },
      Counterexample("IAM names are global and case-insensitive") { stack in
        stack.add(Role("ingest", named: "ingest", assumedBy: "lambda.amazonaws.com"), in: .usEast1)
        let second = stack.add(Role("other", named: "Ingest", assumedBy: "lambda.amazonaws.com"), in: .euWest1)
        return [second.address]
      },
    ])

  func findings(among stacks: [DeclaredStack]) -> [[Finding]] {
    var first: [Name: (declaration: Declaration, stack: DeclaredStack)] = [:]
    first.reserveCapacity(stacks.reduce(0) { $0 + $1.declarations.count })
    return stacks.map { stack in
      stack.declarations.compactMap { declaration in
        guard declaration.address.mode == .managed, let name = Name(of: declaration, in: stack) else { return nil }
        guard let other = first[name] else {
          first[name] = (declaration, stack)
          return instances(of: declaration)
        }
        return finding(on: declaration, in: stack, after: other.declaration, in: other.stack)
      }
    }
  }

  /// A finding about instances that have one name.
  private func instances(of declaration: Declaration) -> Finding? {
    guard let count = declaration.repetition?.knownCount, count > 1 else { return nil }
    return finding(
      on: declaration,
      "all \(count) instances of '\(declaration.address)' are named '\(declaration.physicalName ?? "")'",
      fix: "leave out `named:` of '\(declaration.resource.name)': the conventional name ends in the instance's key")
  }

  private func finding(
    on declaration: Declaration, in stack: DeclaredStack, after other: Declaration, in otherStack: DeclaredStack
  ) -> Finding {
    let (given, physicalName) = (declaration.resource.name, declaration.physicalName ?? "")
    let isOneStack = stack.identity == otherStack.identity
    let others = isOneStack ? "'\(other.address)'" : "'\(other.address)' of '\(otherStack.identity)'"
    return finding(
      on: declaration, "'\(declaration.address)' and \(others) are both named '\(physicalName)'",
      fix: isOneStack || stack.account != nil || declaration.isNamedWorldwide
        ? "give '\(given)' another name, or set `named:` on one of the two"
        : "set `named:` of '\(given)' to another name, or set `account` if the stacks are in different accounts",
      subject: isOneStack ? "" : "\(otherStack.identity)",
      notes: [Finding.Note(at: other.location, "\(others) is declared here")])
  }
}

/// A name where AWS keeps it apart from others.
private struct Name: Hashable {
  /// Who has the name once.
  enum Owner: Hashable {
    case world
    case account(AccountID)
    /// The account of all stacks of an environment that do not say theirs.
    case environment(String)
  }

  let owner: Owner
  let space: String
  /// `nil` where all regions share the names.
  let region: Region?
  let name: String
  /// What has names of its own within the account, such as an event bus.
  let container: Text?

  /// Names are what tells nearly all apart.
  func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }

  init?(of declaration: Declaration, in stack: DeclaredStack) {
    guard let name = declaration.physicalName, let rule = declaration.namingRule else { return nil }
    owner =
      rule.isWorldwide ? .world : stack.account.map(Owner.account) ?? .environment(stack.identity.environment)
    space = rule.space ?? declaration.address.type
    region = rule.isGlobal ? nil : declaration.region
    self.name = rule.ignoresCase ? name.lowercased() : name
    container = declaration.nameContainer
  }
}

extension Declaration {
  fileprivate var isNamedWorldwide: Bool { namingRule?.isWorldwide ?? false }
}

extension Declaration {
  /// What has names of its own that the resource shares, such as the bus of a rule.
  fileprivate var nameContainer: Text? {
    guard let argument = ResourceCatalog.aws.facts[address.type]?.nameContainer,
      case .text(let container) = block[argument]
    else { return nil }
    return container
  }
}
