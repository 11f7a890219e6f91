import AWSModel
import PolicyEngine
import StackAnalysis
public import TerraformModel

extension RuleID {
  public static let provisionedConcurrencyValid: RuleID = "provisioned-concurrency-valid"
}

struct ProvisionedConcurrencyValid: Rule {
  static let description = RuleDescription(
    id: .provisionedConcurrencyValid,
    title: "Provisioned concurrency is for a published version without SnapStart, within the reserved concurrency",
    rationale: """
      Lambda does not provision concurrency for `$LATEST`, for a function with SnapStart, or beyond the function's \
      reserved concurrency. Terraform plans all of these, and the apply fails.
      """,
    sources: [
      "https://docs.aws.amazon.com/lambda/latest/dg/provisioned-concurrency.html",
      "https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html",
    ], isWaivable: false,
    subjects: [ProvisionedConcurrency.self],
    reads: [
      .arguments("function_version", of: LambdaAlias.self),
      .arguments("reserved_concurrent_executions", "snap_start", of: LambdaFunction.self),
      .arguments("function_name", "provisioned_concurrent_executions", "qualifier", of: ProvisionedConcurrency.self),
    ],
    good: [
      Example("An alias of a published version") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true),
          with: ["reserved_concurrent_executions": 10])
        let live = stack.add(
          LambdaAlias("live", named: "live", of: ingest.functionName, version: .latestPublished(of: ingest)))
        stack.add(ProvisionedConcurrency("live", of: ingest.functionName, at: live.qualifier, copies: 10))
      }
    ],
    bad: [
      Counterexample("The alias points to $LATEST") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        let live = stack.add(
          LambdaAlias("live", named: "live", of: ingest.functionName, version: .number(1)),
          with: ["function_version": "$LATEST"])
        let copies = ProvisionedConcurrency("live", of: ingest.functionName, at: live.qualifier, copies: 2)
        return [stack.add(copies).address]
      },
      Counterexample("The function uses SnapStart") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true),
          with: ["snap_start": .blocks([["apply_on": "PublishedVersions"]])])
        let copies = ProvisionedConcurrency(
          "live", of: ingest.functionName, at: .version(.latestPublished(of: ingest)), copies: 2)
        return [stack.add(copies).address]
      },
      Counterexample("More than is reserved") { stack in
        let ingest = stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest"), publishesVersions: true),
          with: ["reserved_concurrent_executions": 5])
        let copies = ProvisionedConcurrency(
          "live", of: ingest.functionName, at: .version(.latestPublished(of: ingest)), copies: 10)
        return [stack.add(copies).address]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    let configs = stack.managed(ProvisionedConcurrency.type)
    guard !configs.isEmpty else { return [] }
    let calls = CalledFunctions(stack)
    return configs.flatMap { config -> [Finding] in
      guard let called = calls.called(by: config.block["function_name"], in: config.region) else { return [] }
      let (name, function) = (config.resource.name, called.function.resource.name)
      let notes = [Finding.Note(at: called.function.location, "function '\(function)' is declared here")]
      var findings: [Finding] = []
      if case .alias(let address) = calls.qualifier(config.block["qualifier"], of: called),
        let alias = stack.declaration(at: address), alias.block["function_version"]?.text(in: stack) == "$LATEST"
      {
        findings.append(
          finding(
            on: config,
            "provisioned concurrency '\(name)' is for alias '\(alias.resource.name)', which points to '$LATEST'",
            fix: """
              set `publishesVersions: true` on '\(function)', and `version: .latestPublished(of: …)` on \
              '\(alias.resource.name)'
              """,
            terraformFix: """
              set `publish` of '\(function)' to true, and `function_version` of '\(alias.resource.name)' to its `version`
              """,
            subject: "qualifier", notes: [Finding.Note(at: alias.location, "the alias is declared here")]))
      }
      if called.function.startsFromSnapshots(in: stack) {
        findings.append(
          finding(
            on: config, "provisioned concurrency '\(name)' is for function '\(function)', which uses SnapStart",
            fix: "remove `snap_start` from '\(function)', or remove '\(name)'", subject: "snap_start", notes: notes))
      }
      if let copies = config.block["provisioned_concurrent_executions"]?.number(in: stack),
        let reserved = called.function.block["reserved_concurrent_executions"]?.number(in: stack), reserved >= 0,
        copies > reserved
      {
        findings.append(
          finding(
            on: config,
            "provisioned concurrency '\(name)' of \(copies.words) exceeds the \(reserved.words) reserved by '\(function)'",
            fix: "reserve \(copies.words) or more for '\(function)', or provision less", subject: "reserved",
            notes: notes))
      }
      return findings
    }
  }
}

extension Declaration {
  /// Whether versions of a function start from snapshots.
  func startsFromSnapshots(in stack: DeclaredStack) -> Bool {
    (block["snap_start"]?.nestedArguments ?? []).contains { $0["apply_on"]?.text(in: stack) == "PublishedVersions" }
  }
}
