import TerraformModel

/// The routes of a `TracedRestAPI`: the tree of its paths, and on each path the methods, their integrations, their
/// authorization and the response to CORS preflight requests.
struct RestAPIRoutes: Component {
  let name: String
  let api: Declared<RestAPI>
  let routes: [TracedRestAPI.Route]
  let cors: RestAPI.CORS?

  init(_ name: String, of api: Declared<RestAPI>, _ routes: [TracedRestAPI.Route], cors: RestAPI.CORS?) {
    self.name = name
    self.api = api
    self.routes = routes
    self.cors = cors
  }

  func declare(in stack: inout StackBuilder) {
    var parts = Parts(name: name, api: api)
    for route in routes {
      let authorization = parts.authorization(route.authorization, in: &stack)
      for place in parts.places(of: route.scope, in: &stack) {
        let method = stack.add(
          Method(
            place.label, place.method, on: place.path, authorization: authorization,
            body: route.body.map { schema in
              Method.Body(
                validator: stack.add(RequestValidator(place.label, of: api.reference)).validatorID,
                model: stack.add(BodyModel(place.label, of: api.reference, schema: schema)).modelName)
            }))
        stack.add(Integration(place.label, of: method.operation, .function(invokeARN: route.function.invokeARN)))
        if let cors, parts.isNew(place.path) {
          stack.add(Preflight("\(place.pathLabel)-preflight", on: place.path, cors))
        }
      }
      parts.permit(route, isOnly: routes.count == 1, in: &stack)
    }
    guard let cors else { return }
    for (suffix, responseType) in [("4xx", GatewayResponse.ResponseType.default4XX), ("5xx", .default5XX)] {
      stack.add(GatewayResponse("\(name)-\(suffix)", of: api.reference, on: responseType, headers: cors.errorHeaders))
    }
  }
}

/// A method on a path, with the Terraform labels of both.
private struct Place {
  let label: String
  let pathLabel: String
  let method: HTTPMethod
  let path: APIPath
}

/// What routes share: path segments, one authorizer for each user pool or function, a permission for each function.
private struct Parts {
  let name: String
  let api: Declared<RestAPI>
  private var paths: [String: APIPath] = [:]
  private var withPreflight: Set<APIPath> = []
  private var poolAuthorizers: [[Text]: Text] = [:]
  private var functionAuthorizers: [Address: Text] = [:]
  private var permitted: Set<Address> = []

  init(name: String, api: Declared<RestAPI>) {
    self.name = name
    self.api = api
  }

  mutating func places(of scope: TracedRestAPI.Scope, in stack: inout StackBuilder) -> [Place] {
    switch scope {
    case .everything:
      let below = stack.add(APIResource(name, "{proxy+}", under: api.root)).path
      return [
        Place(label: "\(name)-root", pathLabel: "\(name)-root", method: .any, path: api.root),
        Place(label: "\(name)-proxy", pathLabel: "\(name)-proxy", method: .any, path: below),
      ]
    case .below(let text):
      return [text, "\(text)/{proxy+}"].map { text in
        let (path, label) = path(text, in: &stack)
        return Place(label: label, pathLabel: label, method: .any, path: path)
      }
    case .on(let method, let text):
      let (path, label) = path(text, in: &stack)
      return [
        Place(label: "\(label)-\(method.rawValue.lowercased())", pathLabel: label, method: method, path: path)
      ]
    }
  }

  /// The path and its label, `api-items-id` for `/items/{id}`. Declares the segments that are not declared yet.
  private mutating func path(_ text: String, in stack: inout StackBuilder) -> (APIPath, String) {
    var path = api.root
    var label = name
    for segment in text.split(separator: "/") {
      label += "-" + segment.filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }
      path = paths[label] ?? stack.add(APIResource(label, String(segment), under: path)).path
      paths[label] = path
    }
    return (path, label)
  }

  /// Whether this is the first call for `path`: a path has one preflight response, however many methods it has.
  mutating func isNew(_ path: APIPath) -> Bool { withPreflight.insert(path).inserted }

  mutating func authorization(
    _ authorization: TracedRestAPI.Authorization, in stack: inout StackBuilder
  ) -> Method.Authorization {
    switch authorization {
    case .none: return .none
    case .iam: return .iam
    case .userPools(let pools):
      if let authorizer = poolAuthorizers[pools] { return .userPool(authorizer: authorizer) }
      let label = "\(name)-users" + (poolAuthorizers.isEmpty ? "" : "-\(poolAuthorizers.count + 1)")
      let authorizer = stack.add(Authorizer(label, of: api.reference, .userPools(pools))).authorizerID
      poolAuthorizers[pools] = authorizer
      return .userPool(authorizer: authorizer)
    case .function(let judge):
      if let authorizer = functionAuthorizers[judge.address] { return .function(authorizer: authorizer) }
      let label = "\(name)-\(judge.name)"
      let authorizer = stack.add(Authorizer(label, of: api.reference, .function(invokeARN: judge.invokeARN)))
        .authorizerID
      functionAuthorizers[judge.address] = authorizer
      stack.add(
        LambdaPermission(
          "\(label)-authorizer", of: judge.functionName, to: .api("\(api.executionARN)/authorizers/\(authorizer)")))
      return .function(authorizer: authorizer)
    }
  }

  /// Allows API Gateway to call the route's function; for an API's only route, only with that method and path.
  mutating func permit(_ route: TracedRestAPI.Route, isOnly: Bool, in stack: inout StackBuilder) {
    let function = route.function
    guard permitted.insert(function.address).inserted else { return }
    let label = isOnly ? name : "\(name)-to-\(function.name)"
    let source: Text =
      if isOnly, case .on(let method, let path) = route.scope, method != .any, !path.contains("{") {
        "\(api.executionARN)/*/\(method.rawValue)/\(String(path.drop { $0 == "/" }))"
      } else {
        "\(api.executionARN)/*/*"
      }
    stack.add(LambdaPermission(label, of: function.functionName, to: .api(source)))
  }
}
