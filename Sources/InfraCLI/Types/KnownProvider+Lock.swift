extension KnownProvider {
  /// The schema of a provider that a lock file lists.
  init(_ listed: TypesLock.Provider, in directory: String) throws {
    guard let file = listed.schema else {
      guard listed.source == Self.awsSource else {
        throw TypesError.unknownProvider(listed.source, known: [Self.awsSource])
      }
      self = try .aws(listed.version)
      return
    }
    let providers = try Self.providers(inFile: file, of: directory)
    guard let provider = providers.first(where: { $0.source == listed.source }) else {
      throw TypesError.unknownProvider(listed.source, known: providers.map(\.source))
    }
    self = provider
  }
}
