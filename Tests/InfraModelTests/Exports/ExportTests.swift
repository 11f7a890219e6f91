import InfraModel
import Testing

@testable import AWSRules
@testable import TerraformModel

@Suite struct ExportTests {
  @Test func importedThroughStateIsAnOutputOfTheOtherState() throws {
    var builder = StackBuilder(StackIdentity(stack: "shop", environment: "prod"))
    let alerts: ARN<Topic> = builder.import(ExampleNetwork.alerts, from: .dev)
    #expect(alerts.text.references.map(\.attribute) == ["outputs.alerts"])
    let state = try #require(builder.declarations.first)
    #expect(state.address.description == "data.terraform_remote_state.network_dev")
    #expect(state.block["backend"] == "local")
    #expect(state.block["config"] == .map(["path": "\(Text(.modulePath))/../../network/dev/terraform.tfstate"]))
  }

  @Test func oneStateIsReadOnceForAllItsOutputs() {
    var builder = StackBuilder()
    _ = builder.import(ExampleNetwork.alerts, from: .dev)
    _ = builder.import(ExampleNetwork.alerts, from: .dev)
    #expect(builder.declarations.count == 1)
    _ = builder.import(ExampleNetwork.alerts, from: .prod)
    #expect(builder.declarations.count == 2)
  }

  @Test func parametersHaveOneNameOnBothSides() throws {
    let exporter = DeclaredStack(ExampleNetwork(environment: .prod))
    let made = try #require(exporter.declared(ExportParameter.self).first)
    var builder = StackBuilder(region: .euWest1)
    _ = builder.import(ExampleNetwork.logs, from: .prod)
    let read = try #require(builder.declared(ImportedParameter.self).first)
    #expect(made.declaration.block["name"] == "/network/prod/exports/logs")
    #expect(read.declaration.block["name"] == made.declaration.block["name"])
    #expect(read.region == .usEast1)
  }

  @Test func exportersAreAppliedFirst() {
    let network = DeclaredStack(ExampleNetwork(environment: .prod))
    var builder = StackBuilder(StackIdentity(stack: "app", environment: "prod"))
    _ = builder.import(ExampleNetwork.alerts, from: .prod)
    let app = DeclaredStack(builder)
    #expect([app, network].inApplyOrder.map(\.identity) == [network, app].map(\.identity))
    #expect([app].inApplyOrder.map(\.identity) == [app.identity])
  }

  @Test func stacksInACircleAreNamedAndComeLast() throws {
    var builder = StackBuilder()
    _ = builder.import(ExampleShop.orders, from: .prod)
    let example = DeclaredStack(builder)
    let finding = try #require(StackImportCycle().findings(in: example).first)
    #expect(finding.message.contains("example/prod → shop/prod → example/prod"))
    let shop = DeclaredStack(ExampleShop(environment: .prod))
    let network = DeclaredStack(ExampleNetwork(environment: .prod))
    #expect([example, shop, network].inApplyOrder.map(\.identity.stack) == ["network", "example", "shop"])
  }

  @Test func anotherEnvironmentOfTheSameStackMayBeImported() {
    var builder = StackBuilder(StackIdentity(stack: "network", environment: "prod"))
    _ = builder.import(ExampleNetwork.alerts, from: .dev)
    #expect(StackImportCycle().findings(in: DeclaredStack(builder)).isEmpty)
  }
}
