/// A block of the configuration that is no resource: `variable`, `output`, `locals`, `module`, `moved`,
/// `import`, `removed`, `check`.
public struct ConfigurationBlock: Sendable {
  /// Terraform's word for it, such as `variable`.
  public let section: Section
  /// The label after the word; `moved`, `import` and `removed` have none.
  public let label: String?
  public let block: Block
  public let location: SourceLocation
  /// Whether it is a variable whose own validation refuses its default.
  public internal(set) var refusesItsDefault = false
  /// The arguments of a module that Terraform takes for meta-arguments, and which the block therefore does not have.
  public internal(set) var metaArguments: [String] = []

  /// What findings call it, such as `variable.timeout`.
  public var address: Address { .configuration(section, label ?? "") }

  public enum Section: String, Hashable, Sendable, CaseIterable {
    case variable
    case output
    case locals
    case module
    case moved
    case `import`
    case removed
    case check
  }
}

extension Address {
  /// A block that is no resource.
  public static func configuration(_ section: ConfigurationBlock.Section, _ label: String) -> Address {
    Address(mode: .configuration, type: section.rawValue, name: label)
  }
}

extension StackBuilder {
  /// Declares a variable and returns what can stand where its value fits.
  public mutating func add<Wrapped>(
    _ variable: Variable<Wrapped>, fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> Input<Wrapped> {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    configuration.append(
      ConfigurationBlock(
        section: .variable, label: variable.name, block: variable.block, location: here,
        refusesItsDefault: !variable.acceptsItsDefault))
    return variable.input
  }

  /// Declares an output.
  public mutating func add(
    _ output: Output, fileID: String = #fileID, path: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    configuration.append(
      ConfigurationBlock(section: .output, label: output.name, block: output.block, location: here))
  }

  /// Gives a value a name that the configuration can use in several places (`locals`).
  public mutating func add(
    _ local: Local, fileID: String = #fileID, path: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Text {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    configuration.append(
      ConfigurationBlock(section: .locals, label: local.name, block: ["value": local.value], location: here))
    return Text(.local(local.name))
  }

  /// Declares what happens to the state: `moved`, `import` or `removed`.
  public mutating func add(
    _ change: StateChange, fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    configuration.append(
      ConfigurationBlock(section: change.section, label: nil, block: change.block, location: here))
  }

  /// Declares what should be true of the world; Terraform warns where it is not (`check`).
  public mutating func add(
    _ check: CheckBlock, fileID: String = #fileID, path: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    configuration.append(
      ConfigurationBlock(section: .check, label: check.name, block: check.block, location: here))
  }
}
