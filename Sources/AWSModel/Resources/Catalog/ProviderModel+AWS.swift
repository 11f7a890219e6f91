package import ProviderSchemas
public import TerraformModel

extension ProviderModel {
  /// The AWS provider.
  public static let aws = ProviderModel(model: { decodableTypes[$0] }, namingRule: { NamingRule.byType[$0] })
}

extension StackBuilder {
  /// A stack for trying resources and rules, as their examples do; `DeclaredStack(stack)` makes the one that is emitted.
  public init(
    _ identity: StackIdentity = StackIdentity(stack: "example", environment: "prod"), region: Region = .usEast1,
    isProduction: Bool = true, module: String = ""
  ) {
    self.init(identity, region: region, isProduction: isProduction, module: module, provider: .aws)
  }
}

extension DeclaredStack {
  /// Everything that a stack declares in one of its environments.
  public convenience init<S: Stack>(_ stack: S) {
    self.init(stack, provider: .aws)
  }

  /// - Parameter schemas: The schemas of other providers that the repository keeps.
  package convenience init<S: Stack>(_ stack: S, schemas: OtherSchemas) {
    var provider = ProviderModel.aws
    provider.schemas = schemas
    self.init(stack, provider: provider)
  }

  /// The planned resources as a declared stack: each as its Swift type if possible, otherwise as a raw resource.
  public convenience init(_ identity: StackIdentity, region: Region, planned resources: [PlannedResource]) {
    self.init(identity, region: region, planned: resources, provider: .aws)
  }
}
