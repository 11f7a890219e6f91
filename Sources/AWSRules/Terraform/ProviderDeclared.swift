import AWSModel
import PolicyEngine
public import TerraformModel

extension RuleID {
  public static let providerDeclared: RuleID = "provider-declared"
}

struct ProviderDeclared: Rule {
  static let description = RuleDescription(
    id: .providerDeclared,
    title: "Every provider that is used is declared, once",
    rationale: """
      Terraform refuses a resource whose provider is not configured, and two configurations of one provider with the same \
      alias. The AWS provider without an alias is that of the stack's own region.
      """,
    sources: ["https://developer.hashicorp.com/terraform/language/block/provider"], isWaivable: false,
    asked: .ofStacksOnly(because: "it checks the configuration, which Terraform has accepted"),
    good: [
      Example("Two accounts besides the stack's own") { stack in
        for (alias, account) in [("audit", "210987654321"), ("backup", "345678901234")] {
          let provider = stack.add(
            ProviderConfiguration.aws(
              alias: alias, region: .usEast1,
              ["assume_role": .blocks([["role_arn": .text("arn:aws:iam::\(account):role/deploy")]])]))
          stack.add(Topic(alias), provider: provider)
        }
      }
    ],
    bad: [
      Counterexample("The provider was added to a copy of the stack") { stack in
        var copy = stack
        let audit = copy.add(ProviderConfiguration.aws(alias: "audit", region: .usEast1, ["profile": "audit"]))
        return [stack.add(Topic("audit"), provider: audit).address]
      },
      Counterexample("The provider of another stack, with a name that the stack has too") { stack in
        var shop = StackBuilder(StackIdentity(stack: "shop", environment: "prod"))
        stack.add(ProviderConfiguration.aws(alias: "audit", region: .usEast1, ["profile": "audit"]))
        let audit = shop.add(ProviderConfiguration.aws(alias: "audit", region: .usEast1, ["profile": "shop"]))
        return [stack.add(Topic("audit"), provider: audit).address]
      },
      Counterexample("A module is given a provider that was added to a copy") { stack in
        var copy = stack
        let audit = copy.add(ProviderConfiguration.aws(alias: "audit", region: .usEast1, ["profile": "audit"]))
        stack.add(ModuleCall("network", from: .directory("./network"), providers: ["aws": audit]))
        return [.configuration(.module, "network")]
      },
      Counterexample("Two providers of one alias") { stack in
        stack.add(ProviderConfiguration.aws(alias: "audit", region: .usEast1, ["profile": "audit"]))
        stack.add(ProviderConfiguration.aws(alias: "audit", region: .euWest1, ["profile": "audit"]))
        return [Address(mode: .configuration, type: "provider", name: "aws.audit")]
      },
      Counterexample("The alias of a region that something is in") { stack in
        stack.add(Topic("alerts"), in: .euWest1)
        stack.add(ProviderConfiguration.aws(alias: "eu_west_1", region: .euWest1, ["profile": "audit"]))
        return [Address(mode: .configuration, type: "provider", name: "aws.eu_west_1")]
      },
      Counterexample("Another AWS provider without an alias") { stack in
        stack.add(ProviderConfiguration("aws", source: "hashicorp/aws", ["region": "eu-west-1"]))
        return [Address(mode: .configuration, type: "provider", name: "aws")]
      },
    ])

  func findings(in stack: DeclaredStack) -> [Finding] {
    undeclared(in: stack) + twice(in: stack)
  }

  private func undeclared(in stack: DeclaredStack) -> [Finding] {
    // The first is the AWS provider of the stack's own region, which is always there.
    let declared = Set(["aws"] + stack.providers.map(\.provider.address))
    func fault(_ provider: ProviderReference) -> String? {
      if provider.stack != stack.identity { return "the provider '\(provider)' of stack '\(provider.stack)'" }
      return declared.contains(provider.description)
        ? nil : "the provider '\(provider)', which the stack does not declare"
    }
    let fix = "use what `stack.add` of the `ProviderConfiguration` returns, from this stack and not from a copy"
    let resources = stack.declarations.compactMap { declaration in
      declaration.provider.flatMap(fault).map {
        finding(on: declaration, "'\(declaration.address)' has \($0)", fix: fix)
      }
    }
    let modules = stack.configuration.flatMap { block in
      block.providers.compactMap { provider in
        fault(provider).map {
          finding(on: block, "'\(block.address)' has \($0)", fix: fix, subject: provider.description)
        }
      }
    }
    return resources + modules
  }

  private func twice(in stack: DeclaredStack) -> [Finding] {
    // The provider of the stack's own region, and those of the regions that `in:` names.
    let regions = Set(stack.declarations.filter { $0.provider == nil && $0.region != stack.homeRegion }.map(\.region))
    var seen = Set(["aws"] + regions.map { "aws.\(Address.label(for: $0.rawValue))" })
    return stack.providers.compactMap { declared in
      let address = declared.provider.address
      guard !seen.insert(address).inserted else { return nil }
      return finding(
        at: declared.location, on: providerAddress(address), "the provider '\(address)' is configured twice",
        fix: declared.provider.alias == nil
          ? "give this one an alias, such as `alias: \"other\"`" : "give this one another alias")
    }
  }
}

/// What findings call a provider, such as `provider.aws.audit`.
private func providerAddress(_ provider: String) -> Address {
  Address(mode: .configuration, type: "provider", name: provider)
}
