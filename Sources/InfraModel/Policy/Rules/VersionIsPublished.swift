extension RuleID {
  public static let versionIsPublished: RuleID = "version-is-published"
}

struct VersionIsPublished: Rule {
  static let description = RuleDescription(
    id: .versionIsPublished,
    title: "A function whose versions are named publishes them",
    rationale: """
      Without `publish` the function's last version is '$LATEST': an alias moves under its callers, and Lambda refuses \
      to provision it.
      """,
    sources: ["aws-facts 1.5"], isWaivable: false,
    subjects: [LambdaAlias.self, ProvisionedConcurrency.self],
    good: [
      Example("The alias names what the function published") { stack in
        let ingest = stack.add(LambdaFunction.example(publishesVersions: true))
        let live = stack.add(
          LambdaAlias("live", named: "live", of: ingest.functionName, version: .latestPublished(of: ingest)))
        stack.add(ProvisionedConcurrency("live", of: ingest.functionName, at: live.qualifier, copies: 2))
      },
      Example("A version of long ago") { stack in
        let ingest = stack.add(LambdaFunction.example())
        stack.add(LambdaAlias("live", named: "live", of: ingest.functionName, version: .number(7)))
      },
    ],
    bad: [
      Counterexample("The alias of a function that publishes nothing") { stack in
        let ingest = stack.add(LambdaFunction.example())
        let live = LambdaAlias("live", named: "live", of: ingest.functionName, version: .latestPublished(of: ingest))
        return [stack.add(live).address]
      },
      Counterexample("Copies of what is not published") { stack in
        let ingest = stack.add(LambdaFunction.example())
        let copies = ProvisionedConcurrency(
          "ingest", of: ingest.functionName, at: .version(.latestPublished(of: ingest)), copies: 2)
        return [stack.add(copies).address]
      },
    ])

  func evaluate(in stack: DeclaredStack) -> RuleEvaluation {
    let named =
      stack.declared(LambdaAlias.self).map { ($0.declaration, $0.version.text) }
      + stack.declared(ProvisionedConcurrency.self).map { ($0.declaration, $0.qualifier.text) }
    var evaluation = RuleEvaluation()
    for (declaration, version) in named {
      guard let function = stack.target(of: version, as: LambdaFunction.self) else { continue }
      evaluation.judge(declaration) { () throws(Unreadable) in
        if try function[\.publishesVersions] { return [] }
        return [
          finding(
            on: declaration,
            "'\(declaration.address)' names a version of function '\(function.name)', which publishes none",
            fix: "set `publishesVersions: true` on '\(function.name)'",
            notes: [Finding.Note(at: function.location, "function '\(function.name)' is declared here")])
        ]
      }
    }
    return evaluation
  }
}
