import InfraModel
import StackImport

/// The environments of a configuration, as the files with values of its variables tell.
struct ImportedEnvironments {
  let environments: [ImportedEnvironment]
  /// What is left out, and why, one a line.
  let text: String

  /// Files beside the configuration are those of all environments or, as `prod.tfvars`, of one; so are files in a folder
  /// such as `environments`.
  ///
  /// - Parameters:
  ///   - names: The files in the folder.
  ///   - folder: The folder of the configuration.
  ///   - chosen: The only environment that is wanted.
  ///   - planned: The values in a plan, which are those of the chosen environment.
  init(_ names: [String], in folder: String, chosen: String?, planned: ImportedFile?) throws {
    var common: [String] = []
    var own: [String: [String]] = [:]
    var unused: [String] = []
    for name in names.filter(\.hasValues) {
      guard let environment = name.environment else {
        common.append(name)
        continue
      }
      if isEnvironmentName(environment) { own[environment, default: []].append(name) } else { unused.append(name) }
    }
    for inner in names where Self.folders.contains(inner) {
      guard try kind(of: "\(folder)/\(inner)").isFolder else { continue }
      for name in try fileNames(in: "\(folder)/\(inner)").sorted() where name.hasValues {
        if let environment = name.environment, isEnvironmentName(environment) {
          own[environment, default: []].append("\(inner)/\(name)")
        } else {
          unused.append("\(inner)/\(name)")
        }
      }
    }
    if let chosen {
      unused += own.filter { $0.key != chosen }.values.joined().sorted()
      own = [chosen: own[chosen] ?? []]
    } else if own.isEmpty || planned != nil {
      unused += own.values.joined().sorted()
      own = ["main": []]
    }
    common.sort { ($0.precedence, $0) < ($1.precedence, $1) }
    environments = try own.keys.sorted().map { name in
      let files = try (common + (own[name] ?? [])).map { try Self.read("\(folder)/\($0)") }
      return ImportedEnvironment(name, files + [planned].compactMap(\.self))
    }
    text = unused.map { "\(folder)/\($0): its values are those of another environment, or of none\n" }.joined()
  }

  /// Where files with the values of environments are often kept.
  private static let folders: Set = ["env", "envs", "environment", "environments", "tfvars", "vars"]

  private static func read(_ path: String) throws -> ImportedFile {
    guard let bytes = try readFile(path) else { throw FileError.noSuchFile(path: path) }
    return ImportedFile(path: path, bytes: bytes)
  }
}

/// Whether it can be an environment of a stack. An example is none.
private func isEnvironmentName(_ name: String) -> Bool {
  isStackName(name) && !["example", "sample", "template"].contains { name.contains($0) }
}

/// Whether it is lower-case words joined by hyphens.
func isStackName(_ name: String) -> Bool {
  name.first?.isLetter == true && name.allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") }
}

extension String {
  fileprivate var hasValues: Bool { hasSuffix(".tfvars") || hasSuffix(".tfvars.json") }

  /// The environment that a file with values is for; `nil` for one that Terraform reads by itself.
  ///
  /// Source: https://developer.hashicorp.com/terraform/language/values/variables#variable-definition-precedence
  fileprivate var environment: String? {
    guard precedence == 2 else { return nil }
    return String(prefix { $0 != "." }).lowercased()
  }

  /// What Terraform reads later counts.
  fileprivate var precedence: Int {
    if hasPrefix("terraform.tfvars") { return 0 }
    return hasSuffix(".auto.tfvars") || hasSuffix(".auto.tfvars.json") ? 1 : 2
  }
}
