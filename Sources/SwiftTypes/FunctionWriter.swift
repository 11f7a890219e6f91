package import ProviderSchemas

extension GeneratedSource {
  /// The file with the functions of a provider; `nil` where it has none.
  package static func functions(of schema: ProviderSchema, _ provider: ProviderName) -> GeneratedSource? {
    guard !schema.functions.isEmpty else { return nil }
    let name = SwiftName.type(provider.shortName) + "Functions"
    let functions = schema.functions.map { function(of: $0, provider.shortName) }
    let text = """
      \(header(of: provider))
      /// The functions of \(provider.source). Terraform calls them when it runs.
      public enum \(name) {
      \(functions.joined(separator: "\n"))}

      """
    return GeneratedSource(name: name + ".swift", text: text)
  }

  private static func function(of function: ProviderFunction, _ provider: String) -> String {
    let names = TypeNames.memberNames((function.parameters + [function.variadic].compactMap(\.self)).map(\.name))
    let fixed = zip(function.parameters, names).map { ($0.kind.swiftParameter, $1) }
    var parameters = fixed.map { "\(SwiftName.escaped($1)): \($0)" }
    var arguments = "[\(fixed.map { "Expression(\(SwiftName.escaped($0.1)))" }.joined(separator: ", "))]"
    if let variadic = function.variadic, let name = names.last {
      parameters.append("\(SwiftName.escaped(name)): \(variadic.kind.swiftParameter)...")
      arguments += " + \(SwiftName.escaped(name)).map { Expression($0) }"
    }
    let call = #".call("provider::\#(provider)::\#(function.name)", \#(arguments))"#
    let result = function.result.scalar?.spelling
    let signature = "\(SwiftName.escaped(SwiftName.member(function.name)))(\(parameters.joined(separator: ", ")))"
    let documentation = function.description.isEmpty ? "`\(function.name)`" : function.description
    return """
        /// \(documentation)
        public static func \(signature) -> \(result ?? "Expression") {
          \(result.map { "\($0)(\(call))" } ?? call)
        }

      """
  }
}

extension SchemaKind {
  fileprivate var swiftParameter: String {
    switch self {
    case .text, .number, .bool: scalar?.spelling ?? "Value"
    case .any, .object: "Value"
    case .list(let element), .set(let element): "List<\(element.swiftParameter)>"
    case .map(let element): "Map<\(element.swiftParameter)>"
    }
  }
}
