/// What a stack says besides its declarations.
struct StackSettings {
  /// `Region`, in Swift.
  var region = ".unknown"
  /// `Backend`, in Swift; `nil` for Terraform's default.
  var backend: SwiftCode?
  /// The values of variables that are not the same in all environments, by environment.
  var values: [String: [SwiftElement]] = [:]
  /// `ToolVersions`, in Swift; `nil` for the default.
  var versions: SwiftCode?
}

/// A region in Swift.
func regionCode(_ name: String) -> String {
  let known: Set = [
    "us-east-1", "us-east-2", "us-west-1", "us-west-2", "ca-central-1", "eu-west-1", "eu-west-2", "eu-central-1",
    "eu-north-1", "ap-southeast-1", "ap-southeast-2", "ap-northeast-1", "ap-south-1",
  ]
  guard known.contains(name) else { return "Region(rawValue: \(SwiftString([.literal(name)]).flat))" }
  return ".\(SwiftNames.identifier(name))"
}
