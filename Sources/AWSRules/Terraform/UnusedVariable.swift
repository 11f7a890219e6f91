import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let unusedVariable: RuleID = "unused-variable"
}

struct UnusedVariable: Rule {
  static let description = RuleDescription(
    id: .unusedVariable,
    title: "Every variable is used",
    rationale: "Setting a variable that nothing reads has no effect, although it appears to be a setting of the stack.",
    sources: ["https://developer.hashicorp.com/terraform/language/block/variable"],
    severity: .warning,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("A function, an output and the provider each read one") { stack in
        let memory = stack.add(Variable("memory", default: Memory.mb(256), description: "MB"))
        let owner = stack.add(Variable("owner", default: "sre", description: "Who answers for it"))
        let region = stack.add(Variable("region", default: Region.usEast1, description: "Where"))
        let tags = stack.add(Variable("tags", default: ["team": "a"], description: "On everything"))
        stack.configureProvider(region: region, tags: tags)
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), memory: memory, timeout: .seconds(30),
            logging: .json(to: "/aws/lambda/ingest")))
        stack.add(Output("owner", owner.text, description: "Who answers for it"))
      },
      Example("A choice reads one, whichever way it goes") { stack in
        let isTraced = stack.add(Variable("traced", default: false, description: "Whether traces are recorded"))
        stack.add(
          LambdaFunction(
            "ingest", code: .zip(.file("ingest.zip"), runtime: .python313, handler: "app.handler"),
            role: ARN("arn:aws:iam::123456789012:role/example"), timeout: .seconds(30),
            tracing: isTraced.choose(TracingMode.active, otherwise: .passThrough),
            logging: .json(to: "/aws/lambda/ingest")))
      },
    ],
    bad: [
      Counterexample("Only the variable's own validation reads it") { stack in
        _ = stack.add(Variable("timeout", default: 30, .between(1...900), description: "Seconds"))
        return [.configuration(.variable, "timeout")]
      }
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    var used: Set<Address> = []
    func note(_ leaf: Expression) {
      if let address = leaf.configurationAddress { used.insert(address) }
    }
    for reading in ArgumentReferences(of: stack).readings { used.formUnion(reading.configuration) }
    for block in stack.configuration where block.section != .variable { block.block.forEachLeaf(note) }
    stack.regionInput?.value.forEachLeaf(note)
    stack.tagsInput?.value.forEachLeaf(note)
    stack.environmentInput?.value.forEachLeaf(note)
    for arguments in stack.providers.map(\.provider.arguments) + [stack.providerArguments] {
      arguments.forEachLeaf(note)
    }
    return stack.configuration.filter { $0.section == .variable && !used.contains($0.address) }.map { variable in
      finding(
        on: variable, "nothing reads variable '\(variable.label ?? "")'",
        fix: "use what `stack.add` returns for '\(variable.label ?? "")', or remove it")
    }
  }
}
