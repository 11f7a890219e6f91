import Foundation
import InfraModel
import Testing

@testable import TFEmit

/// The examples of the rules, planned by the real terraform, audit to what `check` says of them.
@Suite struct ExampleRoundTrip {
  @Test(.ifTheMachineCan) func everyExampleAuditsAsItIsChecked() async throws {
    let examples = PlannableExample.all
    guard let (plan, refused) = try await planned(examples) else { return }
    #expect(refused.keys.sorted() == refusedExamples.keys.sorted())
    for (name, reason) in refusedExamples {
      #expect(refused[name, default: ""].contains(reason), "\(name): \(refused[name, default: ""])")
    }
    var found: [String: Set<RuleID>] = [:]
    for example in examples where refused[example.name] == nil {
      for difference in try example.differences(in: plan) where !difference.isOfEveryPlan {
        found[example.name, default: []].insert(difference.rule)
        #expect(explained[example.name]?.contains(difference.rule) == true, "\(example.name): \(difference)")
      }
    }
    // What does not differ any more does not belong into the table.
    #expect(found == explained)
  }

  /// The plan of all that terraform takes, and what it has against the others.
  private func planned(_ examples: [PlannableExample]) async throws -> (plan: JSON, refused: [String: String])? {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "examples-\(UUID())", directoryHint: .isDirectory)
    defer { try? FileManager.default.removeItem(at: folder) }
    for example in examples { try example.write(below: folder) }
    try Data(plainJSON(PlannableExample.providers(of: examples)))
      .write(to: folder.appending(path: "providers.json"))
    let (plan, refused) = (folder.appending(path: "plan.json"), folder.appending(path: "refused.json"))
    let failure = try await Slots.shared.run {
      try await Harness.failure(of: "plan_modules.py", [folder, plan, refused].map(\.path))
    }
    if let failure {
      Issue.record("\(failure)")
      return nil
    }
    guard case .object(let reasons) = try JSON(reading: Array(Data(contentsOf: refused))) else { return nil }
    return (
      try JSON(reading: Array(Data(contentsOf: plan))),
      reasons.mapValues { ($0.array ?? []).compactMap(\.string).joined(separator: "; ") }
    )
  }
}

extension RuleDifference {
  /// What is so of any plan.
  fileprivate var isOfEveryPlan: Bool {
    guard declared.findings == planned.findings else {
      // Of metrics that are not AWS's own nobody has told Terraform what silence means.
      return rule == .missingDataFitsMetric && planned.state == .unknown
    }
    return switch (declared.state, planned.state) {
    case (.pass, .unknown): rule == .missingDataFitsMetric
    // What an example declares without a type has one in the plan, and the other way round, so that rules have something
    // to look at, or nothing.
    case (.pass, .notApplicable), (.notApplicable, .pass): true
    default: false
    }
  }
}

/// Examples of which a plan says something else, and the rules that do.
private let explained: [String: Set<RuleID>] = [
  // Queries are a set, in which two that are equal are one.
  "alarm-evaluation-limits-bad-3": [.alarmEvaluationLimits],
  // Terraform does not record why a function is not traced.
  "request-path-traced-good-4": [.requestPathTraced],
  // Nor what patches a function's code.
  "no-adot-exec-wrapper-good-4": [.noADOTExecWrapper],
]

/// What terraform or the provider refuses to plan, with what it has against it. An example that it takes does not belong
/// into the table.
private let refusedExamples: [String: String] = [
  "alarm-action-supported-bad-3":
    #""alarm_actions.0" (arn:aws:automate:us-east-1:ec2:reboot) is an invalid ARN: invalid"#,
  "alarm-has-action-bad-4": #"The argument "evaluation_periods" is required"#,
  "argument-limits-bad-3": "expected timeout to be in the range (1 - 900), got 901",
  "argument-limits-bad-5": #"The argument "dashboard_name" is required"#,
  "argument-limits-bad-6": "expected timeout to be in the range (1 - 900), got 901",
  "argument-limits-bad-7": "expected memory_size to be in the range (128 - 10240), got 64",
  "argument-limits-bad-8": "Attribute layers supports 5 item maximum, but config has 6 declared.",
  "argument-limits-bad-13": "expected scaling_config.0.maximum_concurrency to be at least (2), got 1",
  "argument-limits-bad-14": "expected priority to be in the range (1 - 9999), got 10000",
  "argument-limits-bad-16": "expected reservoir_size to be at least (0), got -1",
  "argument-limits-bad-18": "expected length of http_method to be in the range (0 - 10), got GET or POST",
  "argument-limits-bad-19": "expected evaluation_periods to be at least (1), got 0",
  "argument-limits-good-1": #"The argument "authorization_type" is required"#,
  "argument-limits-good-2": #"The argument "name" is required"#,
  "argument-conflicts-bad-4": #"The argument "evaluation_periods" is required"#,
  "aws-metric-exists-bad-4": "A name must start with a letter or underscore",
  "aws-metric-exists-bad-7": #"The argument "comparison_operator" is required"#,
  "billing-alarm-region-bad-2": #"The argument "comparison_operator" is required"#,
  "dynamodb-alarm-ignores-missing-data-bad-2": #"The argument "comparison_operator" is required"#,
  "event-pattern-can-match-bad-3":
    #""event_pattern" contains an invalid JSON: invalid character '\'' looking for beginning of"#,
  "lambda-runtime-supported-bad-2": #"The argument "function_name" is required"#,
  "metric-math-parses-bad-5": #"The argument "alarm_name" is required"#,
  "metric-math-reads-inputs-good-4": #"The argument "evaluation_periods" is required"#,
  "missing-data-fits-metric-bad-6": #"The argument "alarm_name" is required"#,
  "number-is-finite-bad-1": #""nan" is not a valid JSON keyword."#,
  "number-is-finite-bad-2": #"The provider hashicorp/aws does not support resource type "aws_thing"."#,
  "valid-name-bad-1": "expected length of rule_name to be in the range (1 - 32), got",
  "valid-name-bad-2": "invalid topic name: example.alerts",
  "valid-name-bad-3": #"The argument "assume_role_policy" is required"#,
  "valid-policy-document-bad-5":
    #""policy" contains an invalid JSON policy: unexpected end of JSON input, at byte offset 59"#,
  "valid-policy-document-good-2":
    #"The provider hashicorp/aws does not support resource type "aws_iam_policy_document"."#,
  "service-quotas-bad-2": #""key_id" (alias/traces) is an invalid ARN: arn: invalid prefix"#,
  "route-key-parses-good-2": #"The argument "name" is required"#,
  "sampling-rule-unused-bad-2": "must be specified",
  "sampling-rule-unused-good-2": "must be specified",
  "sampling-rule-unmatched-good-2": "must be specified",
  "schedule-expression-parses-good-2": #"At least 1 "flexible_time_window" blocks are required."#,
  "schedule-expression-parses-good-3": #"At least 1 "target" blocks are required."#,
  "session-duration-fits-role-bad-3":
    "expected max_session_duration to be in the range (3600 - 43200), got 86400",
  "statistic-fits-metric-good-2": "A name must start with a letter or underscore",
  "threshold-in-reach-bad-5": "A name must start with a letter or underscore",
  "source-code-hash-missing-bad-1": #"The argument "role" is required"#,
  "source-code-hash-missing-good-2": #"The argument "role" is required"#,
  "source-code-hash-missing-good-3": #"The argument "role" is required"#,
  "metric-filter-empty-log-group-bad-2": "must be specified",
  "metric-filter-empty-log-group-good-2": "must be specified",
  "lambda-invoke-permission-bad-6": #"The argument "name" is required"#,
  "lambda-integration-method-bad-2": #"The argument "api_id" is required"#,
  "lambda-integration-method-good-2": #"The argument "rest_api_id" is required"#,
  "metric-published-in-region-bad-1": "A name must start with a letter or underscore",
  "metric-published-in-region-good-1": "A name must start with a letter or underscore",
  "permission-precedes-trigger-bad-2": #"The argument "name" is required"#,
  "schedule-expression-parses-good-4": #"At least 1 "target" blocks are required."#,
]
