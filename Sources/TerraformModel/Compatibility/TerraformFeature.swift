/// Something of Terraform's language that not every supported version knows.
public enum TerraformFeature: Hashable, Sendable {
  /// `removed`, with the `lifecycle` block that Terraform asks for.
  case removed
  /// `removed` with a `provisioner`.
  case removedWithProvisioner
  /// `import` with `for_each`.
  case importForEach
  /// `import` with `identity`.
  case importIdentity
  /// `ephemeral` resources.
  case ephemeralResource
  /// A variable that is `ephemeral`.
  case ephemeralVariable
  /// `use_lockfile` of the S3 backend.
  case s3Lockfile
  /// A function of a provider: `provider::aws::arn_parse`.
  case providerFunction
  /// A variable's validation that refers to something besides the variable.
  case validationOfOthers
  /// A function of Terraform's expressions.
  case function(String)
  /// A write-only argument, whose value is in no plan and no state: its name ends in `_wo`.
  case writeOnly(String)
}

extension TerraformFeature {
  /// The first versions that know a construct.
  package struct FirstVersions {
    package let terraform: TerraformVersion
    package let openTofu: TerraformVersion
  }

  /// The one table of what each construct needs. What is not here, every supported version knows.
  ///
  /// Sources: the changelogs, https://github.com/hashicorp/terraform/blob/main/CHANGELOG.md and
  /// https://github.com/opentofu/opentofu/blob/main/CHANGELOG.md, and those of the older series that they link to. OpenTofu
  /// before 1.10 refuses the `lifecycle` of a `removed` block
  /// (https://github.com/opentofu/opentofu/pull/2628).
  package var firstVersions: FirstVersions? {
    switch self {
    case .removed: FirstVersions(terraform: .v17, openTofu: .v110)
    case .removedWithProvisioner: FirstVersions(terraform: .v19, openTofu: .v110)
    case .importForEach: FirstVersions(terraform: .v17, openTofu: .v17)
    case .importIdentity: FirstVersions(terraform: .v112, openTofu: .v113)
    case .ephemeralResource, .ephemeralVariable: FirstVersions(terraform: .v110, openTofu: .v111)
    case .s3Lockfile: FirstVersions(terraform: .v110, openTofu: .v110)
    case .providerFunction: FirstVersions(terraform: .v18, openTofu: .v17)
    case .validationOfOthers: FirstVersions(terraform: .v19, openTofu: .v19)
    case .writeOnly: FirstVersions(terraform: .v111, openTofu: .v111)
    case .function("issensitive"): FirstVersions(terraform: .v18, openTofu: .v18)
    case .function("templatestring"): FirstVersions(terraform: .v19, openTofu: .v19)
    case .function("ephemeralasnull"): FirstVersions(terraform: .v110, openTofu: .v111)
    case .function: nil
    }
  }

  /// The first version of both Terraform and OpenTofu that knows it.
  public var needs: TerraformVersion {
    firstVersions.map { max($0.terraform, $0.openTofu) } ?? .oldest
  }
}

extension TerraformFeature: CustomStringConvertible {
  public var description: String {
    switch self {
    case .removed: "a `removed` block"
    case .removedWithProvisioner: "a `removed` block with a provisioner"
    case .importForEach: "an `import` block with `for_each`"
    case .importIdentity: "an `import` block with `identity`"
    case .ephemeralResource: "an `ephemeral` resource"
    case .ephemeralVariable: "a variable that is `ephemeral`"
    case .s3Lockfile: "`use_lockfile` of the S3 backend"
    case .providerFunction: "a function of a provider"
    case .validationOfOthers: "a validation that refers to something besides its variable"
    case .function(let name): "the function `\(name)`"
    case .writeOnly(let argument): "the write-only argument `\(argument)`"
    }
  }
}

extension Block {
  /// What the block uses that not every version knows, each once.
  package var features: [TerraformFeature] { features(ArgumentReferences.Reading(self)) }

  /// What the block uses that not every version knows, where all that is in it has been read.
  package func features(_ reading: ArgumentReferences.Reading) -> [TerraformFeature] {
    let writeOnly = arguments.filter { $0.name.isWriteOnly }.map { TerraformFeature.writeOnly($0.name) }
    guard !reading.functions.isEmpty else { return writeOnly }
    let functions = reading.functions.sorted().map(TerraformFeature.function).filter { $0.needs > .oldest }
    let isOfProvider = reading.functions.contains { $0.hasPrefix("provider::") }
    return writeOnly + functions + (isOfProvider ? [.providerFunction] : [])
  }
}

extension Declaration {
  /// What the resource uses that not every version knows.
  package func features(_ reading: ArgumentReferences.Reading) -> [TerraformFeature] {
    block.features(reading) + (address.mode == .ephemeral ? [.ephemeralResource] : [])
  }
}

extension ConfigurationBlock {
  /// What the block uses that not every version knows.
  package var features: [TerraformFeature] {
    let reading = ArgumentReferences.Reading(block)
    return own(reading) + block.features(reading)
  }

  private func own(_ reading: ArgumentReferences.Reading) -> [TerraformFeature] {
    switch section {
    case .removed: block["provisioner"] == nil ? [.removed] : [.removedWithProvisioner]
    case .import:
      (block["for_each"] == nil ? [] : [.importForEach]) + (block["identity"] == nil ? [] : [.importIdentity])
    case .variable:
      (block["ephemeral"] == true ? [.ephemeralVariable] : [])
        + (readsOthers(reading) ? [.validationOfOthers] : [])
    case .output, .locals, .module, .moved, .check: []
    }
  }

  private func readsOthers(_ reading: ArgumentReferences.Reading) -> Bool {
    !reading.references.isEmpty || !reading.addresses.isEmpty || reading.configuration.contains { $0 != address }
  }
}

extension DeclaredStack {
  /// The oldest version of both Terraform and OpenTofu that applies the stack: the one that it declares, or a newer one that
  /// knows what it uses.
  public var oldestTerraform: TerraformVersion {
    let ofResources = zip(declarations, ArgumentReferences(of: self).readings).flatMap { $0.features($1) }
    let ofBlocks = configuration.flatMap(\.features)
    return (ofResources + ofBlocks + backend.features).map(\.needs).reduce(versions.terraform, max)
  }
}

extension String {
  /// The last byte first: every name of an argument is asked.
  fileprivate var isWriteOnly: Bool { utf8.last == UInt8(ascii: "o") && hasSuffix("_wo") }
}
