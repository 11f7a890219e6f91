public import TerraformModel

/// The copy of a REST API that a stage serves (`aws_api_gateway_deployment`). It is replaced whenever a part of the API
/// changes: a stage goes on serving the old API where its deployment is not replaced, and no error says so.
public struct Deployment: ResourceModel {
  public static let type = "aws_api_gateway_deployment"

  public let name: String
  public var api: RestAPIReference
  /// What the copy is of.
  public var parts: [Part]

  /// `parts`: All of the API, as `stack.parts(of: api)` gathers it.
  public init(_ name: String, of api: RestAPIReference, _ parts: [Part]) {
    self.name = name
    self.api = api
    self.parts = parts
  }

  /// Stages serve the old copy until the new one is there; AWS refuses to delete a copy that is served.
  public var lifecycle: Lifecycle { Lifecycle(createBeforeDestroy: true) }

  public static let arguments = ArgumentTable<Self> { table in
    table.inline(\.api)
    table.written("triggers") { deployment in
      let triggers = deployment.parts.map { ($0.address.description, $0.content) }
      return .map(Dictionary(triggers, uniquingKeysWith: { first, _ in first }))
    }
    table.swiftOnly(\.parts, because: "Terraform does not record which parts of an API its `triggers` stand for")
  }

  public static let facts = ResourceFacts(
    type, documentation: "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateDeployment.html")
}

/// A part of an API, of which a deployment takes a copy: a change has no effect before the next deployment.
public protocol PartOfAPI: Resource {
  var api: RestAPIReference { get }
}

extension Deployment {
  /// A part of the API with everything of it that can change.
  public struct Part: Hashable, Sendable {
    public let address: Address
    /// The entry of `triggers`: its arguments, references included, so that terraform sees a change of what they refer
    /// to as well; and its id, so that it is there before the copy is made.
    let content: Value

    init(_ declaration: Declaration, in stack: StackIdentity) {
      address = declaration.address
      guard declaration.repetition == nil else {
        // What depends on `each` has no meaning here, and Terraform knows all of the instances.
        let instances = Expression.attribute(Reference(address: address, attribute: "", stack: stack))
        content = Expression.call("jsonencode", [instances]).value
        return
      }
      let id = ("id", Text(Reference(address: address, attribute: "id", stack: stack)).value)
      let arguments = declaration.block.arguments.map { ($0.name, $0.value) }
      content = .json(.map(Dictionary(arguments + [id], uniquingKeysWith: { _, last in last })))
    }
  }
}

extension DeclaredResource<Deployment> {
  /// `deployment_id` of a stage.
  public var deploymentID: Text { attribute("id") }
}

extension StackBuilder {
  /// An API and its parts, as far as they have been declared by now: call it last.
  public func parts(of api: Declared<RestAPI>) -> [Deployment.Part] {
    let reference = api.reference
    let parts = declarations.filter { ($0.resource as? any PartOfAPI)?.api == reference }
    return ([api.declaration] + parts).map { Deployment.Part($0, in: identity) }
  }
}

extension Deployment: DecodableResource {
  public init(named name: String, reading block: BlockDecoder) throws(DecodingFailure) {
    // Its parts are not recorded: `triggers` hold whatever their author chose.
    self.init(name, of: try RestAPIReference(reading: block), [])
  }
}
