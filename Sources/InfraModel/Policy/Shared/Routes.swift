/// A method of a REST API with its path, as requests for it look.
struct Route {
  let method: HTTPMethod
  /// `*` stands for what a parameter may be.
  let path: String
}

extension DeclaredStack {
  /// The routes of each REST API that are known to the last segment; an API with others is left out.
  var routesByAPI: [Text: [Route]] {
    let resources = Dictionary(
      declared(APIResource.self).map { ($0.address, $0.resource) }, uniquingKeysWith: { first, _ in first })
    var paths: [Text: String?] = [:]
    func path(_ id: Text) -> String? {
      if let known = paths[id] { return known }
      // Taken for unknown while it is being looked for, so that a circle ends.
      paths[id] = .some(nil)
      var found: String?
      if id.references.first?.attribute == "root_resource_id" {
        found = ""
      } else if let target = target(of: id), let resource = resources[target.address] {
        found = path(resource.parent.resourceID).map {
          "\($0)/\(resource.segment.hasPrefix("{") ? "*" : resource.segment)"
        }
      }
      paths[id] = .some(found)
      return found
    }
    var routes: [Text: [Route]] = [:]
    var unknown: Set<Text> = []
    for method in declared(Method.self) {
      if let path = path(method.path.resourceID) {
        routes[method.api.id, default: []].append(Route(method: method.method, path: path.isEmpty ? "/" : path))
      } else {
        unknown.insert(method.api.id)
      }
    }
    for raw in declared(RawResource.self) where raw.resource.resourceType == "aws_api_gateway_method" {
      if case .text(let api) = raw.declaration.block["rest_api_id"] { unknown.insert(api) }
    }
    return routes.filter { !unknown.contains($0.key) }
  }
}
