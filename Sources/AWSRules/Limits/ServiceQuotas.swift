import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let serviceQuotas: RuleID = "service-quotas"
}

struct ServiceQuotas: Rule {
  static let description = RuleDescription(
    id: .serviceQuotas,
    title: "No resource exceeds a service quota",
    rationale: """
      Terraform does not count across resources. AWS rejects the first resource beyond the quota or, for settings \
      that an account has once, keeps the last.
      """,
    sources: [
      "https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html",
      "https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/cloudwatch_limits_cwl.html",
      "https://docs.aws.amazon.com/xray/latest/api/API_PutResourcePolicy.html",
      "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html",
      "https://docs.aws.amazon.com/apigateway/latest/api/API_UpdateAccount.html",
    ],
    reads: [
      .arguments("rule", of: EventTarget.self)
    ],
    good: [
      Example("Five targets of one rule, and one of another") { stack in
        let created = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        let tick = stack.add(EventRule("tick", when: .every(.minutes(5))))
        for number in 1...5 {
          stack.add(
            EventTarget(
              "target-\(number)", of: created,
              calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:f\(number)"))))
        }
        stack.add(
          EventTarget("target-6", of: tick, calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:f6"))))
      },
      Example("One account setting in each region") { stack in
        stack.add(RawResource("aws_xray_encryption_config", "home", ["type": "NONE"]))
        stack.add(RawResource("aws_xray_encryption_config", "away", ["type": "NONE"]), in: .euWest1)
      },
    ],
    bad: [
      Counterexample("Six targets of one rule") { stack in
        let rule = stack.add(
          EventRule(
            "order-created",
            when: .event(EventPattern(source: "shop.orders", detailType: "Order Created"), on: EventBusName("orders"))))
        for number in 1...5 {
          stack.add(
            EventTarget(
              "target-\(number)", of: rule,
              calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:f\(number)"))))
        }
        let sixth = stack.add(
          EventTarget("target-6", of: rule, calls: .function(ARN("arn:aws:lambda:us-east-1:123456789012:function:f6"))))
        return [sixth.address]
      },
      Counterexample("Two settings where an account has one") { stack in
        stack.add(RawResource("aws_xray_encryption_config", "plain", ["type": "NONE"]))
        let second = RawResource("aws_xray_encryption_config", "key", ["type": "KMS", "key_id": "alias/traces"])
        return [stack.add(second).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    stack.managed(in: ResourceCatalog.aws.quotas).flatMap { quota, declarations in
      // Fewer than that are not too many, whatever they belong to.
      declarations.reduce(0) { $0 + $1.knownInstances } > quota.limit
        ? findings(on: declarations, quota, in: stack) : []
    }
  }

  private func findings(on declarations: [Declaration], _ quota: ResourceQuota, in stack: DeclaredStack) -> [Finding] {
    let groups = Dictionary(grouping: declarations) { Group(of: $0, by: quota, in: stack) }
    let ordered = groups.sorted { $0.value[0].address < $1.value[0].address }
    return ordered.flatMap { group, members in
      let whole = group.whole.flatMap { stack.target(of: $0)?.resource.name } ?? group.region.rawValue
      var count = 0
      return members.compactMap { declaration -> Finding? in
        count += declaration.knownInstances
        guard count > quota.limit else { return nil }
        return finding(
          on: declaration,
          "'\(declaration.address)' exceeds the quota of \(quota.limit) \(quota.parts) of '\(whole)'",
          fix: quota.fix(declaration.resource.name))
      }
    }
  }
}

extension Declaration {
  /// How many there are of it, as far as that is known: one where it is not.
  fileprivate var knownInstances: Int {
    guard let repetition else { return 1 }
    return repetition.knownCount ?? 1
  }
}

private struct Group: Hashable {
  let region: Region
  let whole: Text?

  init(of declaration: Declaration, by quota: ResourceQuota, in stack: DeclaredStack) {
    region = declaration.region
    whole = quota.argument.flatMap { argument in
      if case .text(let text) = declaration.block[argument] { stack.simplified(text) } else { nil }
    }
  }
}
