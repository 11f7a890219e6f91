import HCLSyntax

/// An environment of an imported stack, with the values that its variables have there.
package struct ImportedEnvironment: Sendable {
  /// Lower-case words joined by hyphens.
  package let name: String
  /// The files with values, such as `prod.tfvars`. The later override the earlier.
  package let files: [ImportedFile]

  /// - Parameters:
  ///   - name: Lower-case words joined by hyphens.
  ///   - files: The files with values. The later override the earlier.
  package init(_ name: String, _ files: [ImportedFile] = []) {
    self.name = name
    self.files = files
  }
}

/// What the variables of a configuration are set to in each environment.
struct VariableValues {
  /// The value of a variable in one environment.
  struct Given {
    let value: HCLExpression
    let lines: Lines
  }

  /// In the order of the environments.
  private(set) var environments: [(name: String, values: [String: Given])] = []

  init(_ environments: [ImportedEnvironment]) throws(ImportError) {
    for environment in environments {
      var values: [String: Given] = [:]
      for file in environment.files {
        let lines = Lines(file)
        for attribute in try HCLFile(importing: file).body.attributes {
          values[attribute.name] = Given(value: attribute.value, lines: lines)
        }
      }
      self.environments.append((environment.name, values))
    }
  }

  /// The values that a variable has in the environments which give it one.
  func values(of variable: String) -> [(environment: String, given: Given)] {
    environments.compactMap { name, values in values[variable].map { (name, $0) } }
  }

  /// The value in every environment, if it is the same.
  func common(_ variable: String) -> Given? {
    let given = values(of: variable)
    guard let first = given.first, given.count == environments.count,
      given.allSatisfy({ $0.given.value.inlineSource == first.given.value.inlineSource })
    else { return nil }
    return first.given
  }
}

extension HCLFile {
  /// - Parameter file: HCL, or Terraform JSON if its name ends so.
  init(importing file: ImportedFile) throws(ImportError) {
    do throws(HCLSyntaxError) {
      try self = file.path.hasSuffix(".json") ? HCLFile(readingJSON: file.bytes) : HCLFile(reading: file.bytes)
    } catch {
      throw .syntax(
        path: file.path, line: error.position.line, column: error.position.column, reason: error.message)
    }
  }
}
