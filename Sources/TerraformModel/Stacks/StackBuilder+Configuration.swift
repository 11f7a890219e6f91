extension StackBuilder {
  /// Declares a variable and returns what can stand where its value fits.
  public mutating func add<Wrapped>(
    _ variable: Variable<Wrapped>, fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> Input<Wrapped> {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    var block = ConfigurationBlock(section: .variable, label: variable.name, block: variable.block, location: here)
    block.refusesItsDefault = !variable.acceptsItsValue
    if variable.isRequired { block.example = variable.assumedValue.value }
    configuration.append(block)
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

  /// Declares what should be true of something that Terraform reads for the check alone (`check` with `data`).
  ///
  /// ```swift
  /// stack.add(check: "image", reading: RawDataSource("aws_ssm_parameter", "image", ["name": "/shop/image"])) { image in
  ///   [CustomCondition(.binary(.text(image.attribute("version")), .atLeast, 3), otherwise: "the image is too old")]
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - source: The data source, which nothing else can refer to.
  ///   - assertions: `assert`: what should be true of it.
  public mutating func add(
    check name: String, reading source: RawDataSource, _ assertions: (CheckedData) -> [CustomCondition],
    fileID: String = #fileID, path: String = #filePath, line: Int = #line, column: Int = #column
  ) {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    let data = CheckedData(address: source.address, stack: identity)
    let check = CheckBlock(name, assertions(data), data: source.nestedBlock)
    var block = ConfigurationBlock(section: .check, label: name, block: check.block, location: here)
    block.ownData = [source.address]
    configuration.append(block)
  }

  /// Declares that instances of a resource exist outside Terraform already.
  public mutating func add(
    _ instances: InstanceImport, fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    configuration.append(
      ConfigurationBlock(section: .import, label: nil, block: instances.block, location: here))
  }

  /// Allows `infra-gen synth` to write a configuration with which Terraform would destroy or replace a resource that
  /// holds data: a table, a bucket, a log group, a queue, a topic with subscribers. Without it `synth` writes nothing.
  ///
  /// It does not change the configuration and is single-use: delete it once the configuration without the resource is
  /// committed. `synth` warns about a call that no longer applies, because it would also allow the next destruction.
  public mutating func allowDestruction(
    of address: Address, because reason: String, fileID: String = #fileID, path: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    allowedDestructions.append(AllowedDestruction(address: address, reason: reason, location: here))
  }

  /// Calls a module and returns what its outputs are read from.
  @discardableResult
  public mutating func add(
    _ module: ModuleCall, fileID: String = #fileID, path: String = #filePath, line: Int = #line, column: Int = #column
  ) -> DeclaredModule {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    var block = ConfigurationBlock(section: .module, label: module.name, block: module.block, location: here)
    block.providers = module.providers.sorted { $0.key < $1.key }.map(\.value)
    block.metaArguments = module.arguments.arguments.map(\.name).filter(ModuleCall.metaArguments.contains)
    configuration.append(block)
    return DeclaredModule(name: module.name)
  }

  /// Declares a variable of any type and returns its value.
  public mutating func add(
    _ variable: RawVariable, fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> Expression {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    configuration.append(
      ConfigurationBlock(section: .variable, label: variable.name, block: variable.block, location: here))
    return variable.expression
  }

  /// Declares a provider and returns what resources and modules refer to it by.
  @discardableResult
  public mutating func add(
    _ provider: ProviderConfiguration, fileID: String = #fileID, path: String = #filePath, line: Int = #line,
    column: Int = #column
  ) -> ProviderReference {
    let here = SourceLocation(fileID: fileID, path: path, line: line, column: column)
    providers.append(DeclaredProvider(provider: provider, location: here))
    return provider.reference(in: identity)
  }
}
