import InfraModel

extension InterviewCompanion {
  /// The X-Ray sampling rules and groups.
  struct Tracing: Component {
    let environment: InterviewCompanion.Environment
    let alerts: ARN<Topic>

    private var rulesAreForLater: Waiver {
      Waiver(
        .samplingRuleUnused, reason: "the requirements ask for it; it applies once a REST API asks X-Ray for rules",
        owner: "platform", until: "2027-10-31")
    }

    func declare(in stack: inout StackBuilder) {
      // Both rules are the document's, and have no effect yet because no resource requests them: HTTP APIs do not (T1),
      // nor do the functions behind them (T2), which record one request a second and 5 % of the rest. `infra-gen check`
      // reports this. At the document's 4,000 sign-ins a month that records every one, within the free tier.
      stack.add(
        SamplingRule(
          "default", named: name("default-sampling"), priority: 1_000, fixedRate: .percent(5), reservoir: 1),
        with: ["tags": ["Name": .text(stack.conventionalName(for: "xray-sampling"))]], waiving: [rulesAreForLater])
      stack.add(
        SamplingRule(
          "auth-flow", named: name("auth-sampling"), priority: 100, fixedRate: .percent(10), reservoir: 5,
          matching: SamplingRule.Match(method: "POST", path: "/auth/*")),
        with: ["tags": ["Name": .text(stack.conventionalName(for: "auth-xray-sampling"))]], waiving: [rulesAreForLater])

      // The document's search for `auth_result = "failure"`, as an X-Ray filter expression (T37).
      let refused = stack.add(
        TraceGroup(
          "refused", named: name("refused"), filter: #"annotation.auth_result = "failure""#))
      // Tokens expire, so some failures are normal. Ten in five minutes are a tenth of the sign-ins that the
      // document's thousand users make in an hour.
      stack.add(
        MetricAlarm(
          "sign-ins-refused", when: refused.traceCount, .sum, threshold: .above(10), evaluation: .consecutive(2),
          missingData: .notBreaching, notify: [alerts],
          description: "STS refuses sign-ins; annotation.error_code in the group's traces says why"))
    }

    /// The document's names begin with the resource prefix, and would have up to 41 characters; X-Ray allows 32 (T15).
    private func name(_ end: String) -> PhysicalName {
      .exactly("interview-\(environment.rawValue)-\(end)")
    }
  }
}
