import InfraModel
import Testing

@Suite struct DeploymentTests {
  @Test func everythingOfTheAPIIsDeployedAndNothingOfAnother() {
    var stack = StackBuilder()
    let api = stack.add(RestAPI("web"))
    let other = stack.add(RestAPI("other"))
    let method = stack.add(Method("list", .get, on: api.root, authorization: .iam))
    let integration = stack.add(Integration("list", of: method.operation, .mock(status: 200)))
    stack.add(Method("foreign", .get, on: other.root, authorization: .iam))

    #expect(stack.parts(of: api).map(\.address) == [api.address, method.address, integration.address])
  }

  @Test func deploymentIsMadeAnewWhenAPartOrWhatItRefersToChanges() {
    var stack = StackBuilder()
    let api = stack.add(RestAPI("web"))
    let method = stack.add(Method("list", .get, on: api.root, authorization: .iam))
    let deployment = stack.add(Deployment("web", of: api.reference, stack.parts(of: api)))

    #expect(
      deployment.declaration.block == [
        "rest_api_id": .text(api.attribute("id")),
        "triggers": [
          "aws_api_gateway_rest_api.web": .json([
            "name": "example-prod-web", "endpoint_configuration": .blocks([["types": ["REGIONAL"]]]),
            "id": .text(api.attribute("id")),
          ]),
          "aws_api_gateway_method.list": .json([
            "rest_api_id": .text(api.attribute("id")), "resource_id": .text(api.attribute("root_resource_id")),
            "http_method": "GET", "authorization": "AWS_IAM", "api_key_required": false,
            "id": .text(method.attribute("id")),
          ]),
        ],
      ])
  }

  @Test func oldDeploymentServesUntilTheNewOneIsThere() {
    let deployment = Deployment("web", of: RestAPIReference(id: "abc", name: "web"), [])
    #expect(deployment.lifecycle == Lifecycle(createBeforeDestroy: true))
  }
}
