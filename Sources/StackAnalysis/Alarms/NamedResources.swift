package import AWSModel
package import TerraformModel

/// A stack's resources by the dimensions that name them in CloudWatch.
package struct NamedResources {
  /// What is known of the thing that a dimension's value names.
  package enum Answer {
    case declared(Declaration)
    /// It is a reference to something that the dimension is not about, or to the wrong attribute of it.
    case misses(Declaration, attribute: String)
    /// No declaration has the name; the stack has others of its kind, in the region or elsewhere.
    case missing(elsewhere: Declaration?)
    /// The value waits for Terraform, or for another stack.
    case unknown
  }

  fileprivate struct Kind: Hashable {
    let type: String
    let region: Region
  }

  fileprivate struct Names {
    var byName: [Kind: [String: Declaration]] = [:]
    var regions: [String: Set<Region>] = [:]
    /// Kinds of which some have a name that is not known until Terraform runs.
    var inDoubt: Set<Kind> = []
  }

  private let stack: DeclaredStack
  private let names: Names

  package init(_ stack: DeclaredStack) {
    self.stack = stack
    names = stack.cached { Names($0) }
  }

  /// - Parameter dimensions: What the dimension names, a resource of one of these types.
  package func resource(_ value: Text, as dimensions: [NamedDimension], in region: Region) -> Answer {
    if value.partCount == 1, let reference = value.references.first {
      return target(of: reference, as: dimensions)
    }
    var missing: Answer?
    // A stack without resources of a type says nothing of those of another.
    for dimension in dimensions where dimensions.count == 1 || !stack.managed(dimension.type).isEmpty {
      switch named(value, as: dimension, in: region) {
      case .missing(let elsewhere): missing = missing ?? .missing(elsewhere: elsewhere)
      case .declared(let declaration): return .declared(declaration)
      case .misses, .unknown: return .unknown
      }
    }
    return missing ?? .unknown
  }

  private func named(_ value: Text, as dimension: NamedDimension, in region: Region) -> Answer {
    let kind = Kind(type: dimension.type, region: region)
    guard !dimension.isMadeByAWS, let name = stack.resolved(value) else { return .unknown }
    if let known = names.byName[kind]?[name] { return .declared(known) }
    if dimension.type == LambdaFunction.type, let name = LambdaFunction.name(ofReplica: name) {
      return names.byName[Kind(type: dimension.type, region: .usEast1)]?[name].map { .declared($0) } ?? .unknown
    }
    guard !dimension.ofAWS.contains(name), !names.inDoubt.contains(kind), let regions = names.regions[dimension.type]
    else {
      return .unknown
    }
    let elsewhere = regions.sorted { $0.rawValue < $1.rawValue }.lazy.compactMap {
      names.byName[Kind(type: dimension.type, region: $0)]?[name]
    }.first
    return .missing(elsewhere: elsewhere)
  }

  /// The declared name that the stack likely means.
  package func likelyName(_ value: Text, as dimensions: [NamedDimension], in region: Region) -> String? {
    guard let name = stack.resolved(value) else { return nil }
    let declared = dimensions.flatMap { names.byName[Kind(type: $0.type, region: region)]?.keys.map(\.self) ?? [] }
    return suggestion(for: name, among: declared)
  }

  /// The declaration that a dimension of a metric names, as far as the stack says.
  package func declaration(_ name: String, of reading: MetricReading) -> Declaration? {
    guard let value = reading.dimensions?[name],
      case .declared(let declaration) = resource(
        value, as: NamedDimension.named(name, in: reading.namespace), in: reading.alarm.region)
    else { return nil }
    return declaration
  }

  private func target(of reference: Reference, as dimensions: [NamedDimension]) -> Answer {
    guard !dimensions.isEmpty, let target = stack.declaration(at: reference.address) else { return .unknown }
    if let dimension = dimensions.first(where: { $0.type == target.address.type }) {
      return dimension.attributes.contains(reference.attribute)
        ? .declared(target) : .misses(target, attribute: reference.attribute)
    }
    return namedTypes.contains(target.address.type) ? .misses(target, attribute: reference.attribute) : .unknown
  }
}

extension NamedResources.Names {
  init(_ stack: DeclaredStack) {
    for (type, attribute) in nameAttributes {
      for (region, declarations) in Dictionary(grouping: stack.managed(type), by: \.region) {
        let kind = NamedResources.Kind(type: type, region: region)
        regions[type, default: []].insert(region)
        let names = declarations.map { $0.block[attribute]?.text(in: stack) }
        for (name, declaration) in zip(names, declarations) {
          guard let name else { continue }
          for replica in declaration.replicaRegions(in: stack) {
            byName[NamedResources.Kind(type: type, region: replica), default: [:]][name] = declaration
          }
        }
        for (name, declaration) in zip(names, declarations) {
          if let name { byName[kind, default: [:]][name] = declaration }
        }
        if names.contains(nil) { inDoubt.insert(kind) }
      }
    }
  }
}

extension Declaration {
  /// The other regions that have it under the same name: those of a global table's replicas.
  ///
  /// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html
  package func replicaRegions(in stack: DeclaredStack) -> [Region] {
    (block["replica"]?.nestedArguments ?? []).compactMap { replica in
      replica["region_name"]?.text(in: stack).map { Region(rawValue: $0) }
    }
  }
}

extension LambdaFunction {
  /// What CloudFront's replicas of a function are called in front of its name, in metrics and log groups of the regions
  /// where they run.
  ///
  /// https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/edge-functions-logs.html
  package static let replicaPrefix = "us-east-1."

  /// The name of the function that CloudFront replicates; `nil` for a name that is none of a replica.
  static func name(ofReplica name: String) -> String? {
    name.hasPrefix(replicaPrefix) ? String(name.dropFirst(replicaPrefix.count)) : nil
  }
}

private let namedTypes = Set(NamedDimension.all.map(\.type))

/// What holds the name, of the types that configurations name.
private let nameAttributes = Dictionary(
  NamedDimension.all.filter { !$0.isMadeByAWS }.map { ($0.type, $0.attributes[0]) },
  uniquingKeysWith: { first, _ in first })
