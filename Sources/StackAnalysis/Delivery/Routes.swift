package import AWSModel
package import TerraformModel

/// A method of a REST API with its path, as requests for it look.
package struct Route {
  package let method: HTTPMethod
  /// `*` stands for what a parameter may be.
  package let path: String

  package init(method: HTTPMethod, path: String) {
    self.method = method
    self.path = path
  }
}

/// The routes of a stack's REST APIs, by `rest_api_id`.
package struct Routes {
  private let stack: DeclaredStack
  private var byAPI = Evidence<Text, Route>()

  package init(_ stack: DeclaredStack) {
    self.stack = stack
    var paths = ResourcePaths(stack)
    for method in stack.subjects(Method.self) {
      byAPI.record(
        method.declaration,
        about: { () throws(DecodingFailure) in
          let api = try method[\.api].id
          try api.expectDecided(in: "rest_api_id")
          return api
        },
        { () throws(DecodingFailure) in
          let text = try paths.path(at: method[\.path].resourceID)
          return Route(method: try method[\.method], path: text.isEmpty ? "/" : text)
        })
    }
  }

  /// Every route of an API.
  ///
  /// - Throws: Where a method's path is unknown, or a method may be one of the API's.
  package func all(of api: Text) throws(DecodingFailure) -> [Route] {
    try api.expectDecided(in: "rest_api_id")
    let routes = try byAPI.all(for: api)
    guard !routes.isEmpty else {
      throw DecodingFailure(
        argument: "rest_api_id", reason: .elsewhere("the methods of the API are not declared in this stack"))
    }
    return routes
  }
}

/// The paths of `aws_api_gateway_resource`s, by `resource_id`.
private struct ResourcePaths {
  private let stack: DeclaredStack
  private var known: [Text: Result<String, DecodingFailure>] = [:]

  init(_ stack: DeclaredStack) {
    self.stack = stack
  }

  mutating func path(at id: Text) throws(DecodingFailure) -> String {
    if let known = known[id] { return try known.get() }
    let unknown = DecodingFailure(
      argument: "resource_id", reason: .elsewhere("the resource of a path is not declared in this stack"))
    // A cycle ends here: a path that is being looked up is unknown.
    known[id] = .failure(unknown)
    let found: Result<String, DecodingFailure>
    do throws(DecodingFailure) {
      guard let path = try resolve(id) else { throw unknown }
      found = .success(path)
    } catch { found = .failure(error) }
    known[id] = found
    return try found.get()
  }

  /// `nil` where the stack does not declare the resource.
  private mutating func resolve(_ id: Text) throws(DecodingFailure) -> String? {
    if id.references.first?.attribute == "root_resource_id" { return "" }
    guard let target = try stack.target(of: id, in: "resource_id"),
      let resource = Subject<APIResource>(target, in: stack)
    else { return nil }
    let parent = try path(at: resource[\.parent.resourceID])
    let segment = try resource[\.segment]
    return "\(parent)/\(segment.hasPrefix("{") ? "*" : segment)"
  }
}
