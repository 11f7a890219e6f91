/// A resource as Terraform plans it, not yet read as a Swift type.
public struct PlannedResource: Sendable {
  public var address: Address
  public var region: Region
  /// The written arguments, with the values that Terraform plans for them.
  public var block: Block
  public var dependencies: [Address]
  public var waivers: [Waiver]
  public var location: SourceLocation

  public init(
    address: Address, region: Region, block: Block, dependencies: [Address] = [], waivers: [Waiver] = [],
    location: SourceLocation
  ) {
    self.address = address
    self.region = region
    self.block = block
    self.dependencies = dependencies
    self.waivers = waivers
    self.location = location
  }
}

extension DeclaredStack {
  /// The planned resources as a declared stack: each as its Swift type if possible, otherwise as a raw resource.
  public convenience init(
    _ identity: StackIdentity, region: Region, planned resources: [PlannedResource], provider: ProviderModel
  ) {
    self.init(identity, region: region, declarations: resources.map { Declaration($0, provider) })
  }
}

extension Declaration {
  fileprivate convenience init(_ planned: PlannedResource, _ provider: ProviderModel) {
    let address = planned.address
    let naming = provider.namingRule(address.type)
    let physicalName = naming.flatMap { planned.block[$0.argument]?.knownText }
    // What messages call it. A label such as `this` tells no resource of a module from another.
    let name = physicalName.flatMap { $0.isEmpty ? nil : $0 } ?? "\(address)"
    let raw = RawResource(address.type, name, planned.block)
    var resource: any Resource = raw
    var unreadable: DecodingFailure?
    if address.mode == .managed, let type = provider.model(address.type) {
      do throws(DecodingFailure) {
        resource = try type.init(named: name, reading: BlockDecoder(planned.block))
      } catch {
        unreadable = error
      }
    }
    self.init(
      resource: resource, address: address, physicalName: physicalName, region: planned.region, isPinned: true,
      block: planned.block, lifecycle: Lifecycle(), dependencies: planned.dependencies, waivers: planned.waivers,
      path: DeclarationPath(at: planned.location), unreadable: unreadable)
  }
}
