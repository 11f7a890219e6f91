import InfraModel

extension InterviewCompanion {
  /// What X-Ray records, and finds again.
  struct Tracing: Component {
    let environment: InterviewCompanion.Environment
    let alerts: ARN<Topic>

    private var rulesAreForLater: Waiver {
      Waiver(
        .samplingRuleInert, reason: "the requirements ask for it; it applies once a REST API asks X-Ray for rules",
        owner: "platform", until: "2027-10-31")
    }

    func declare(in stack: inout StackBuilder) {
      // Both rules are the document's, and decide nothing before something asks for them: no HTTP API does (T1), and no
      // function behind it (T2); those record one request a second and 5 % of the rest. `infra-gen check` says so. At the
      // document's 4,000 sign-ins a month that is every one, and on the house.
      stack.add(
        SamplingRule(
          "default", named: name("default-sampling"), priority: 1_000, fixedRate: .percent(5), reservoir: 1),
        with: ["tags": ["Name": .text(stack.conventionalName(for: "xray-sampling"))]], waiving: [rulesAreForLater])
      stack.add(
        SamplingRule(
          "auth-flow", named: name("auth-sampling"), priority: 100, fixedRate: .percent(10), reservoir: 5,
          matching: SamplingRule.Match(method: "POST", path: "/auth/*")),
        with: ["tags": ["Name": .text(stack.conventionalName(for: "auth-xray-sampling"))]], waiving: [rulesAreForLater])

      // The document's search for `auth_result = "failure"`, in X-Ray's own words (T37).
      let refused = stack.add(
        TraceGroup(
          "refused", named: name("refused"), filter: #"annotation.auth_result = "failure""#))
      // Tokens expire, so some failures are nobody's fault. Ten in five minutes are a tenth of the sign-ins that the
      // document's thousand users make in an hour.
      stack.add(
        MetricAlarm(
          "sign-ins-refused", when: refused.traceCount, .sum, is: .above(10), for: .consecutive(2),
          missingData: .notBreaching, notify: [alerts],
          description: "STS refuses sign-ins; annotation.error_code in the group's traces says why"))
    }

    /// The document's names begin with the resource prefix, and would then be up to 41 characters long; X-Ray takes 32 (T15).
    private func name(_ end: String) -> PhysicalName {
      .exactly("interview-\(environment.rawValue)-\(end)")
    }
  }
}
