/// The parameter that carries an export to other stacks.
struct ExportParameter: Resource {
  static let type = "aws_ssm_parameter"

  let name: String
  let path: String
  let value: Text
  let description: String

  func encode(into block: inout Block) {
    block.set("name", path)
    block.set("type", "String")
    // What is exported is an ARN or a name: as `value` no plan would show how it changes.
    block.set("insecure_value", value)
    block.set("description", description)
  }
}

/// The same parameter, as another stack reads it.
struct ImportedParameter: Resource {
  static let type = "aws_ssm_parameter"
  static let mode = Address.Mode.data

  let name: String
  let path: String

  func encode(into block: inout Block) {
    block.set("name", path)
  }
}
