import InfraModel
import ProviderSchemas
import SwiftTypes

/// A provider whose schema is at hand.
struct KnownProvider {
  let source: String
  /// Of the schema that is in the program; `nil` where the schema is a file.
  let version: String?
  /// The file that the schema is from.
  let file: String?
  let schema: ProviderSchema

  var name: ProviderName { ProviderName(source: source, version: schema.version) }

  /// The types whose names fit a pattern, in order.
  func types(_ mode: SchemaMode, fitting pattern: String) -> [String] {
    schema.types(mode).filter { matches($0, pattern: pattern) }
  }
}

extension KnownProvider {
  static let awsSource = ProviderSchema.awsSource

  /// hashicorp/aws, from the program.
  ///
  /// - Parameter version: A version, or the beginning of one, of which the newest counts; by default that of stacks
  ///   which name none.
  static func aws(_ version: String?) throws(TypesError) -> KnownProvider {
    let version = version ?? "\(ToolVersions().provider.rawValue)"
    guard let schema = ProviderSchema.aws.last(where: { $0.version == version || $0.version.hasPrefix(version + ".") })
    else { throw .unknownVersion(version, known: ProviderSchema.aws.map(\.version)) }
    return KnownProvider(source: awsSource, version: schema.version, file: nil, schema: schema)
  }

  /// The providers of a file that `terraform providers schema -json` wrote, in the order of their sources.
  static func providers(
    inFile file: String, of directory: String,
    reading read: ([UInt8]) throws -> PrintedSchemas = { bytes in
      try PrintedSchemas(try JSONDocument(parsing: String(decoding: bytes, as: UTF8.self)))
    }
  ) throws -> [KnownProvider] {
    let path = file.hasPrefix("/") ? file : "\(directory)/\(file)"
    guard let bytes = try readFile(path) else { throw FileError.noSuchFile(path: file) }
    let schemas: PrintedSchemas
    do { schemas = try read(bytes) } catch {
      throw TypesError.badSchema(path: file, reason: (error as? PrintedSchemas.Fault)?.reason ?? "\(error)")
    }
    return schemas.schemas.map { address, schema in
      KnownProvider(source: source(address), version: nil, file: file, schema: schema)
    }.sorted { $0.source < $1.source }
  }

  /// The address without the host of the public registry, which Terraform leaves out, too.
  private static func source(_ address: String) -> String {
    let host = "registry.terraform.io/"
    return address.hasPrefix(host) ? String(address.dropFirst(host.count)) : address
  }
}

extension OtherSchemas {
  /// The schemas that a repository keeps for its generated types; `nil` where it keeps none.
  init?(inRepository directory: String) throws {
    let files = try TypesLock(inRepository: directory)?.providers.compactMap(\.schema) ?? []
    guard !files.isEmpty else { return nil }
    self.init(
      try Set(files).sorted().flatMap { file in
        try KnownProvider.providers(inFile: file, of: directory) { try PrintedSchemas(skimming: JSONOutline($0)) }
      }.map { Provider(source: $0.source, schema: $0.schema) })
  }
}
