import InfraModel
import Testing

@testable import TFEmit

@Suite struct ProviderTests {
  @Test func providerIsRequiredConfiguredAndReferredTo() throws {
    var stack = StackBuilder()
    let random = stack.add(ProviderConfiguration("random", source: "hashicorp/random", version: "~> 3.6"))
    stack.add(
      ProviderConfiguration(
        "datadog", source: "DataDog/datadog", alias: "eu", ["api_url": "https://api.datadoghq.eu/"]))
    let audit = stack.add(
      ProviderConfiguration.aws(alias: "audit", region: .euWest1, ["profile": "audit"]))
    let suffix = stack.add(RawResource("random_id", "suffix", ["byte_length": 4]), provider: random)
    let topic = stack.add(Topic("audit"), provider: audit)
    let root = configuration(of: DeclaredStack(stack))

    #expect(
      json(root["terraform"]) == """
        {"required_providers":{"aws":{"source":"hashicorp/aws","version":"~> 5.100"},\
        "datadog":{"source":"DataDog/datadog"},"random":{"source":"hashicorp/random","version":"~> 3.6"}}}
        """)
    #expect(
      json(root["provider"]) == """
        {"aws":[{"region":"us-east-1"},{"alias":"audit","profile":"audit","region":"eu-west-1"}],\
        "datadog":[{"alias":"eu","api_url":"https://api.datadoghq.eu/"}],"random":[{}]}
        """)
    #expect(suffix.declaration.provider?.description == "random")
    #expect(topic.region == .euWest1)
    #expect(json(root["resource"]).contains(#""provider":"aws.audit""#))
    #expect(json(root["resource"]).contains(#""provider":"random""#))
  }

  @Test func moduleIsCalledWithItsSourceProvidersAndRepetition() {
    var stack = StackBuilder()
    let audit = stack.add(ProviderConfiguration.aws(alias: "audit", region: .euWest1, [:]))
    let topic = stack.add(Topic("alerts"))
    let network = stack.add(count: 2) { _ in
      ModuleCall(
        "network", from: .registry("terraform-aws-modules/vpc/aws", version: "5.1.0"), ["cidr": "10.0.0.0/16"],
        providers: ["aws": audit], after: [topic.address])
    }
    stack.add(Queue("jobs", retention: .seconds(600)), after: [network.address])
    let root = configuration(of: DeclaredStack(stack))

    #expect(
      json(root["module"]) == """
        {"network":{"cidr":"10.0.0.0/16","count":2,"depends_on":["aws_sns_topic.alerts"],\
        "providers":{"aws":"aws.audit"},"source":"terraform-aws-modules/vpc/aws","version":"5.1.0"}}
        """)
    #expect(json(root["resource"]).contains(#""depends_on":["module.network"]"#))
    #expect(Template(Text(network[1].member("vpc_id"))).source == "${module.network[1].vpc_id}")
    #expect(
      Template(Text(network.all("vpc_id"))).source == "${[for instance in module.network : instance.vpc_id]}")
  }

  private func json(_ value: Value?) -> String {
    // Without the line ends and spaces between members.
    guard let value else { return "" }
    return String(decoding: plainJSON(value), as: UTF8.self).split(separator: "\n").map {
      $0.drop { $0 == " " }.replacing("\": ", with: "\":")
    }.joined()
  }
}
