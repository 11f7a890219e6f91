import InfraModel
import ProviderSchemas
import SwiftTypes

/// The Swift files of all types that a lock file lists.
struct GeneratedTypes {
  /// With the names of the files.
  let lock: TypesLock
  let sources: [GeneratedSource]
  let typeCount: Int

  /// - Parameter provider: Finds the schema of a provider in the lock file.
  init(_ lock: TypesLock, from provider: (TypesLock.Provider) throws -> KnownProvider) throws {
    var sources: [GeneratedSource] = []
    var typeCount = 0
    for listed in lock.providers {
      let known = try provider(listed)
      var types: [GeneratedType] = []
      var gone: [String] = []
      for (mode, names) in listed.types {
        for name in names {
          guard let type = GeneratedType(name, mode, in: known.schema) else {
            gone.append(name)
            continue
          }
          types.append(type)
        }
      }
      guard gone.isEmpty else {
        throw TypesError.goneTypes(gone.sorted(), provider: known.source, version: known.schema.version)
      }
      typeCount += types.count
      sources += GeneratedSource.files(for: types, of: known.name)
      if listed.hasFunctions, let functions = GeneratedSource.functions(of: known.schema, known.name) {
        sources.append(functions)
      }
    }
    guard Set(sources.map(\.name)).count == sources.count else {
      throw TypesError.badLock("it lists types of one name of two providers")
    }
    var lock = lock
    lock.files = sources.map(\.name).sorted()
    self.lock = lock
    self.sources = sources
    self.typeCount = typeCount
  }
}

extension TypesLock {
  /// The types of a provider that fit a pattern are added; a version or a schema replaces the former one.
  mutating func add(_ types: Set<String>, _ mode: SchemaMode, functions: Bool = false, of provider: KnownProvider) {
    let index = providers.firstIndex { $0.source == provider.source } ?? providers.endIndex
    if index == providers.endIndex { providers.append(Provider(source: provider.source, types: [:])) }
    providers[index].version = provider.version
    providers[index].schema = provider.file
    if !types.isEmpty { providers[index].types[mode, default: []].formUnion(types) }
    if functions { providers[index].hasFunctions = true }
    providers.sort { $0.source < $1.source }
  }

  /// Removes the types that fit a pattern.
  mutating func remove(_ pattern: String, _ mode: SchemaMode) throws(TypesError) {
    var isFound = false
    for index in providers.indices {
      let listed = providers[index].types[mode] ?? []
      let removed = listed.filter { matches($0, pattern: pattern) }
      guard !removed.isEmpty else { continue }
      isFound = true
      let rest = listed.subtracting(removed)
      providers[index].types[mode] = rest.isEmpty ? nil : rest
    }
    guard isFound else { throw .notListed(pattern) }
    providers.removeAll { $0.types.isEmpty && !$0.hasFunctions }
  }
}
