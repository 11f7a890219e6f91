extension StackBuilder {
  /// Gives a value to other stacks.
  public mutating func export<Exporter: Stack, Value: ExportedValue>(
    _ value: Value, as export: Export<Exporter, Value>, fileID: String = #fileID, path: String = #filePath,
    line: Int = #line, column: Int = #column
  ) {
    let address: Address
    switch export.transport {
    case .remoteState:
      let name = Address.label(for: export.name)
      address = .configuration(.output, name)
      add(
        Output(name, value.text, description: export.description), fileID: fileID, path: path, line: line,
        column: column)
    case .parameter:
      let parameter = ExportParameter(
        name: export.name, path: export.parameterPath(in: identity.environment), value: value.text,
        description: export.description)
      address = add(parameter, fileID: fileID, path: path, line: line, column: column).address
    }
    exports.append(
      ExportMade(
        name: export.name, transport: export.transport, owner: Exporter.name, address: address,
        location: SourceLocation(fileID: fileID, path: path, line: line, column: column)))
  }

  /// Takes a value from another stack, which has to be applied before this one.
  ///
  /// `environment`: The other stack's own environment: which of them goes with which of ours is a `switch`.
  public mutating func `import`<Exporter: Stack, Value: ExportedValue>(
    _ export: Export<Exporter, Value>, from environment: Exporter.Environment, fileID: String = #fileID,
    path: String = #filePath, line: Int = #line, column: Int = #column
  ) -> Value {
    let exporter = Exporter(environment: environment)
    let exporterIdentity = StackIdentity(stack: Exporter.name, environment: environment.rawValue)
    func declared<R: Resource>(_ source: R, in region: Region? = nil) -> Declared<R> {
      if let known = self.declared(R.self).first(where: { $0.address == source.address }) { return known }
      return add(source, in: region, fileID: fileID, path: path, line: line, column: column)
    }
    let value: Text
    let address: Address
    switch export.transport {
    case .remoteState:
      let state = declared(RemoteState(of: exporterIdentity, in: exporter.backend))
      address = state.address
      value = state.attribute("outputs.\(Address.label(for: export.name))")
    case .parameter:
      let region = exporter.region == region ? nil : exporter.region
      let parameter = declared(
        ImportedParameter(
          name: "\(Exporter.name)-\(environment.rawValue)-\(export.name)",
          path: export.parameterPath(in: environment.rawValue)), in: region)
      address = parameter.address
      value = parameter.attribute("insecure_value")
    }
    imports.append(
      Import(
        name: export.name, transport: export.transport, exporter: exporterIdentity, address: address,
        location: SourceLocation(fileID: fileID, path: path, line: line, column: column),
        declareExporter: { [providerModel] in DeclaredStack(exporter, provider: providerModel) }))
    return Value(importing: value)
  }
}

extension Export {
  fileprivate func parameterPath(in environment: String) -> String {
    "/\(Exporter.name)/\(environment)/exports/\(name)"
  }
}
